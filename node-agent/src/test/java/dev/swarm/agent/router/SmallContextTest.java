package dev.swarm.agent.router;

import static dev.swarm.agent.router.ScriptedModel.call;
import static dev.swarm.agent.router.ScriptedModel.calls;
import static dev.swarm.agent.router.ScriptedModel.conclude;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.cases.Troubled;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Outcome;
import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Models whose context is small: told, refused, or cut without a word. */
class SmallContextTest {
  private static final int CONTEXT = 8192;
  private static final int TURNS = 10;

  /** What a server does with a prompt that does not fit. */
  private enum Server {
    REFUSES,
    CUTS
  }

  /** A model with a context, behind another that says what to do. */
  private record Small(
      ScriptedModel model, int context, Server server, boolean counts, List<Integer> sent)
      implements Model {
    @Override
    public Answer ask(ChatRequest request, Errand errand) {
      whole(request);
      int tokens = Cl100k.of(request);
      sent.add(tokens);
      if (tokens + request.maxTokens() > context && server == Server.REFUSES) {
        return new Answer.Failed(
            Trouble.of(Trouble.Kind.OVERFLOW, "home", "too long: " + tokens + " tokens"));
      }
      var answer = (Answer.Replied) model.ask(request, errand);
      var reply = answer.reply();
      int prompt = Math.min(tokens, context - request.maxTokens());
      var usage = counts ? new Reply.Usage(prompt, 60, 0) : Reply.Usage.UNKNOWN;
      return new Answer.Replied(
          new Reply(
              reply.message(), reply.calls(), reply.ending(), usage, reply.model(), List.of()),
          answer.served());
    }
  }

  /** Every result stands after its call, and every call has its result: strict servers insist. */
  private static void whole(ChatRequest request) {
    var open = new HashSet<String>();
    for (var message : request.messages()) {
      switch (message) {
        case ChatMessage.Assistant(_, var calls, _) -> {
          assertEquals(0, open.size(), "unanswered: " + open);
          calls.forEach(call -> open.add(call.id()));
        }
        case ChatMessage.Result(var id, _) -> assertTrue(open.remove(id), "an orphan: " + id);
        case ChatMessage.Instructions _, ChatMessage.User _ ->
            assertEquals(0, open.size(), "unanswered: " + open);
      }
    }
    assertEquals(0, open.size(), "unanswered: " + open);
  }

  /** Looks at many long listings, one after the other, and then concludes. */
  private static ScriptedModel curious() {
    var turn = new int[] {0};
    return ScriptedModel.always(_ -> {
      turn[0]++;
      return turn[0] > TURNS
          ? calls(conclude())
          : calls(
              call(OwnTools.READ_MORE, "{\"result\":\"r1\",\"from\":" + turn[0] + "}"),
              call("app-log", "{}"),
              call(OwnTools.READ_MORE, "{\"result\":\"r1\",\"from\":" + (100 + turn[0]) + "}"));
    });
  }

  private static Machine wordy() {
    var df = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      df.append("/dev/sd")
          .append(i)
          .append(" ext4 100000000000 60000000000 40000000000 1000000")
          .append(" 100000 900000 /srv/volume-")
          .append(i)
          .append('\n');
    }
    return Machine.troubled().prints(Machine.DF, "Filesystem Type\n" + df);
  }

  private static Small small(int context, Server server, boolean counts) {
    return new Small(curious(), context, server, counts, new ArrayList<>());
  }

  private static Outcome.Completed work(Small model, Bounds bounds) {
    return Scene.bench(wordy()).bounds(bounds).completed(model);
  }

  @Test
  void a_model_with_8k_completes_an_area_and_is_never_sent_more() {
    for (var counts : List.of(true, false)) {
      var model = small(CONTEXT, Server.REFUSES, counts);
      var outcome = work(model, Bounds.STANDARD);
      assertEquals(Optional.empty(), outcome.thinking().lacking(), "counts: " + counts);
      assertEquals(TURNS + 1, outcome.thinking().shares().getFirst().turns());
      var all = model.sent();
      assertTrue(all.stream().mapToInt(Integer::intValue).sum() > 2 * CONTEXT, "" + all);
      if (counts) {
        assertEquals(TURNS + 1, all.size(), "nothing was refused: " + all);
      }
    }
  }

  @Test
  void it_completes_every_area() {
    for (var area : Area.STANDARD) {
      var model = new Small(curious(), CONTEXT, Server.REFUSES, true, new ArrayList<>());
      var outcome = new Scene(Troubled.in(area), area.value()).completed(model);
      assertEquals(Optional.empty(), outcome.thinking().lacking(), area + "");
    }
  }

  @Test
  void what_is_left_out_can_be_cited_still() {
    var first = new ArrayList<String>();
    var turn = new int[] {0};
    var script =
        ScriptedModel.always(request -> {
          turn[0]++;
          if (turn[0] == 1) {
            return calls(call("app-log", "{}"));
          }
          if (turn[0] == 2) {
            first.add(RouterMindTest.label(request, "app-log", 1));
          }
          return turn[0] < TURNS
              ? calls(call(OwnTools.READ_MORE, "{\"result\":\"r1\",\"from\":" + turn[0] + "}"))
              : calls(
                  ScriptedModel.report(first.getFirst(), "orders", "It could not reach."),
                  conclude());
        });
    var model = new Small(script, CONTEXT, Server.REFUSES, true, new ArrayList<>());
    var outcome = work(model, Bounds.STANDARD);
    assertFalse(script.lastSeen().contains("could not reach db-2"), "it was not left out");
    assertEquals(1, outcome.thinking().shares().getFirst().proven(), outcome.doubts() + "");
  }

  @Test
  void a_server_with_less_than_was_configured_is_believed() {
    var model = small(6000, Server.REFUSES, true);
    var outcome = work(model, new Bounds(32_768, 1024, 600, 0));
    assertEquals(Optional.empty(), outcome.thinking().lacking());
    long refused = model.sent().stream().filter(tokens -> tokens + 1024 > 6000).count();
    assertTrue(refused >= 1 && refused <= 3, model.sent() + "");
  }

  @Test
  void a_server_that_cuts_without_a_word_is_found_out() {
    var model = small(5000, Server.CUTS, true);
    var outcome = work(model, new Bounds(32_768, 1024, 600, 0));
    assertEquals(Optional.empty(), outcome.thinking().lacking());
    var tail = model.sent().subList(model.sent().size() - 3, model.sent().size());
    assertTrue(tail.stream().allMatch(tokens -> tokens < 6000), model.sent() + "");
  }

  @Test
  void a_context_that_does_not_even_hold_the_opening_is_told_as_such() {
    var model = small(1500, Server.REFUSES, true);
    var outcome = work(model, new Bounds(1500, 300, 600, 0));
    var lacking = outcome.thinking().lacking().orElseThrow();
    assertTrue(lacking.contains("too small") || lacking.contains("too long"), lacking);
    assertTrue(model.sent().size() <= 2, model.sent() + "");
  }
}
