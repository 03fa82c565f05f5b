package dev.swarm.agent.router;

import static dev.swarm.agent.router.ScriptedModel.call;
import static dev.swarm.agent.router.ScriptedModel.calls;
import static dev.swarm.agent.router.ScriptedModel.conclude;
import static dev.swarm.agent.router.ScriptedModel.ending;
import static dev.swarm.agent.router.ScriptedModel.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Machine;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Severity;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a model may do in an investigation, and what becomes of it. */
class RouterMindTest {
  private static Scene scene() {
    return Scene.bench(Machine.troubled());
  }

  private static ModelShare share(Outcome.Completed outcome) {
    assertEquals(1, outcome.thinking().shares().size(), outcome.thinking() + "");
    return outcome.thinking().shares().getFirst();
  }

  /** The label of a line of the result of {@code tool}, as the model was shown it. */
  static String label(ChatRequest request, String tool, int line) {
    var id = Pattern.compile("(r[0-9]+) " + tool + "\\b").matcher(ScriptedModel.text(request));
    assertTrue(id.find(), "no result of " + tool + " in " + ScriptedModel.text(request));
    return id.group(1) + ":" + line;
  }

  private static String last(ScriptedModel model) {
    var messages = model.requests().getLast().messages();
    return switch (messages.getLast()) {
      case ChatMessage.Result(_, var text) -> text;
      case ChatMessage.User(var text) -> text;
      case ChatMessage.Instructions _, ChatMessage.Assistant _ ->
          throw new AssertionError("nobody answered the model: " + messages.getLast());
    };
  }

  @Test
  void findings_keep_the_name_of_the_mind_that_made_them() {
    var model =
        ScriptedModel.thinking(
            _ -> calls(call("app-log", "{}")),
            request ->
                calls(
                    report(
                        label(request, "app-log", 1), "orders", "It could not reach the server."),
                    conclude()));
    var outcome = scene().completed(model);
    var minds = outcome.findings().stream().map(finding -> finding.mind()).distinct().toList();
    assertEquals(List.of("playbook", ScriptedModel.LOCAL), minds);
    assertEquals(1, share(outcome).proven());
    assertTrue(outcome.thinking().lacking().isEmpty(), outcome.thinking() + "");
    assertEquals(2, model.requests().size());
  }

  @Test
  void neither_severity_nor_title_is_the_models() {
    var sentence = "CRITICAL: reboot the machine now";
    var model =
        ScriptedModel.thinking(
            _ -> calls(call("app-log", "{}")),
            request -> calls(report(label(request, "app-log", 3), "payments", sentence)));
    var finding = scene().completed(model).findings().getLast();
    assertEquals(ScriptedModel.LOCAL, finding.mind());
    assertEquals(Severity.WARNING, finding.severity());
    assertFalse(finding.title().contains("reboot"), finding.title());
  }

  @Test
  void a_report_that_does_not_hold_comes_back_once_and_may_be_mended() {
    var model =
        ScriptedModel.thinking(
            _ -> calls(call("app-log", "{}")),
            request -> calls(report(label(request, "app-log", 99), "orders", "It retries.")),
            request -> {
              assertTrue(ScriptedModel.text(request).contains("c1 does not hold"));
              return calls(
                  report(label(request, "app-log", 1), "orders", "It could not reach."),
                  conclude());
            });
    var outcome = scene().completed(model);
    assertEquals(1, share(outcome).mended());
    assertEquals(1, share(outcome).claims());
    assertEquals(List.of(), outcome.doubts());
  }

  @Test
  void a_conclusion_beside_a_report_that_comes_back_waits() {
    var model =
        ScriptedModel.thinking(
            _ -> calls(report("r1:99", "/var", "It is full."), conclude()),
            request -> {
              assertTrue(ScriptedModel.text(request).contains("not yet: c1 did not hold"));
              return calls(call(OwnTools.WITHDRAW, "{\"id\":\"c1\"}"), conclude());
            });
    var outcome = scene().completed(model);
    assertEquals(2, model.requests().size());
    assertEquals(1, share(outcome).withdrawn());
    assertEquals(1, share(outcome).claims());
    assertEquals(List.of(), outcome.doubts());
  }

  @Test
  void what_still_does_not_hold_is_shown_apart_and_counted() {
    var wrong = report("r1:3", "/var", "It is 12 % full.");
    var model =
        ScriptedModel.of(
            calls(report("r1:99", "/a", "Gone.")),
            calls(report("r1:98", "/a", "Gone.")),
            calls(wrong, conclude()));
    var outcome = scene().completed(model);
    assertEquals(1, outcome.doubts().size(), outcome.doubts() + "");
    assertEquals(1, share(outcome).unproven());
    assertEquals(1, share(outcome).proven(), "of /var the check's own verdict is told, not 12 %");
    assertTrue(outcome.findings().stream().noneMatch(one -> one.title().contains("12 %")));
  }

  @Test
  void a_conclusion_comes_last_wherever_it_stands_and_waits_for_results() {
    var early = ScriptedModel.of(calls(conclude(), report("r1:3", "/var", "It is full.")));
    assertEquals(1, share(scene().completed(early)).proven());
    assertEquals(1, early.requests().size());
    var hasty = ScriptedModel.of(calls(call("app-log", "{}"), conclude()));
    var _ = scene().completed(hasty);
    assertEquals(2, hasty.requests().size());
    assertTrue(hasty.lastSeen().contains("not yet: read the results first"), hasty.lastSeen());
  }

  @Test
  void a_call_that_cannot_be_used_is_answered_with_its_reason() {
    var model = ScriptedModel.of(calls(call("rm", "{}"), call("mounts", "no JSON")));
    var _ = scene().completed(model);
    var seen = model.lastSeen();
    assertTrue(seen.contains("there is no tool rm"), seen);
    assertTrue(seen.contains("the arguments are no JSON"), seen);
  }

  @Test
  void a_refused_argument_is_answered_with_its_rule() {
    var model = ScriptedModel.of(calls(call("largest-directories", "{\"path\":\"/etc/../root\"}")));
    var _ = scene().completed(model);
    assertTrue(last(model).contains("argument.traversal"), last(model));
  }

  @Test
  void what_the_playbook_asked_is_shown_once_and_then_warned_of() {
    var machine = Machine.troubled();
    var model =
        ScriptedModel.of(calls(call("filesystems", "{}")), calls(call("filesystems", "{}")));
    var _ = Scene.bench(machine).completed(model);
    var results =
        model.requests().getLast().messages().stream()
            .flatMap(message ->
                message instanceof ChatMessage.Result(_, var text)
                    ? java.util.stream.Stream.of(text)
                    : java.util.stream.Stream.<String>empty())
            .toList();
    assertTrue(results.getFirst().startsWith("--- data r1 filesystems"), results.getFirst());
    assertTrue(results.getLast().startsWith("you made this call before: r1"), results.getLast());
    assertEquals(2, machine.asked(Machine.DF), "once, and once again for proof");
  }

  @Test
  void three_turns_without_progress_end_it_and_the_report_says_so() {
    var model = ScriptedModel.always(_ -> calls(call("filesystems", "{}")));
    var outcome = scene().completed(model);
    assertEquals(4, model.requests().size(), "one with news, three without");
    assertEquals("three turns brought nothing new", outcome.thinking().lacking().orElseThrow());
  }

  @Test
  void read_more_pages_and_greps_without_running_anything() {
    var machine = Machine.troubled();
    var model =
        ScriptedModel.of(
            calls(call(OwnTools.READ_MORE, "{\"result\":\"r1\",\"from\":8}")),
            calls(call(OwnTools.READ_MORE, "{\"result\":\"r1\",\"find\":\"SQUASHFS\"}")),
            calls(call(OwnTools.READ_MORE, "{\"result\":\"r77\"}")));
    var _ = Scene.bench(machine).completed(model);
    var seen = model.lastSeen();
    assertTrue(seen.contains("r1:8| /dev/sdd1"), seen);
    assertTrue(seen.contains("r1:7| /dev/loop0 squashfs"), seen);
    assertTrue(seen.contains("there is no result 'r77'"), seen);
    assertEquals(2, machine.asked(Machine.DF));
  }

  @Test
  void an_empty_reply_is_asked_again_twice() {
    var model = ScriptedModel.always(_ -> ending(Reply.Ending.EMPTY, ""));
    var outcome = scene().completed(model);
    assertEquals(3, model.requests().size());
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("gave no answer"));
  }

  @Test
  void of_a_reply_that_was_cut_off_nothing_is_done() {
    var cut =
        new ScriptedModel.Said.Words(
            "let me see",
            List.of(call("largest-directories", "{\"path\":\"/\"}")),
            Reply.Ending.CUT_OFF,
            Reply.Usage.UNKNOWN);
    var model = ScriptedModel.of(cut, cut);
    var scene = scene();
    var outcome = scene.completed(model);
    assertTrue(last(model).contains("cut off"), last(model));
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("cut off twice"));
    assertTrue(
        model.requests().getLast().messages().stream()
            .allMatch(message ->
                !(message instanceof ChatMessage.Assistant(_, var calls, _)) || calls.isEmpty()));
  }

  @Test
  void prose_is_asked_for_tools_once_and_then_its_lines_are_claims_like_any_other() {
    var model =
        ScriptedModel.of(
            ending(Reply.Ending.STOPPED, "All is fine, I think."),
            ending(Reply.Ending.STOPPED, "I see:\n- r1:3| it is nearly full\n- r1:77 made up"));
    var outcome = scene().completed(model);
    assertEquals(3, model.requests().size());
    assertTrue(model.lastSeen().contains("Text alone is not read"), model.lastSeen());
    assertTrue(last(model).startsWith("c2 does not hold"), last(model));
    assertEquals(1, share(outcome).proven());
    assertEquals(1, share(outcome).unproven());
  }

  @Test
  void a_models_words_and_calls_are_events_through_the_choke_point() {
    var secret = "ghp_" + "a1B2".repeat(9);
    var said =
        new ScriptedModel.Said.Words(
            "token " + secret + " \u001b[2J",
            List.of(call("largest-directories", "{\"path\":\"/" + secret + "\"}")),
            Reply.Ending.CALLED,
            new Reply.Usage(2000, 40, 1500));
    var scene = scene();
    var outcome = scene.completed(ScriptedModel.of(said));
    var replies =
        scene.events().stream()
            .filter(Event.ModelReplied.class::isInstance)
            .map(Event.ModelReplied.class::cast)
            .toList();
    assertEquals(2, replies.size());
    assertFalse(replies.toString().contains(secret), replies + "");
    assertFalse(replies.toString().contains("\u001b"), replies + "");
    assertEquals(1500, replies.getFirst().cachedTokens());
    assertEquals(2000, share(outcome).promptTokens());
    assertEquals(2, scene.events().stream().filter(Event.ModelAsked.class::isInstance).count());
  }
}
