package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.agent.proof.Claim;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The loop, with minds that do as they please. */
class InvestigationTest {
  private static final ToolCall DISKS = Bench.call("filesystems", Map.of());
  private static final ToolCall UNITS = Bench.call("bench-units", Map.of());
  private static final Claim FULL = Claim.of(List.of("r1:3"), "/var", "/var is full");
  private static final Claim WRONG = FULL.on("used_percent").saying("12 %");

  private static Budget budget(int turns, int calls) {
    return new Budget(turns, calls, 0, Duration.ofSeconds(30), 1 << 20);
  }

  private static List<String> notes(Conversation conversation) {
    return conversation.entries().stream()
        .flatMap(entry ->
            switch (entry) {
              case Entry.Note(var text) -> Stream.of(text);
              case Entry.NotRun(var call, var reason) ->
                  Stream.of("not run: " + call.tool() + ": " + reason);
              case Entry.Recalled(_, var look, _) -> Stream.of(look + " holds the answer");
              case Entry.Looked _, Entry.Judged _, Entry.Withdrawn _ -> Stream.<String>empty();
            })
        .toList();
  }

  private static Conversation last(ScriptedMind mind) {
    return mind.seen().getLast();
  }

  @Test
  void turns_end_with_the_budget() {
    var mind =
        ScriptedMind.always(c -> new Move.Calls(List.of(Bench.calls().get(c.looks().size()))));
    var outcome = new Bench(Machine.troubled()).within(budget(5, 64)).completed(mind);
    assertEquals(5, outcome.effort().turns());
    assertTrue(notes(last(mind)).getLast().contains("the last turn"), "" + notes(last(mind)));
    var notRun = outcome.coverage().stream().filter(one -> one.state() == CoverageState.NOT_RUN);
    assertTrue(notRun.allMatch(one -> one.reason().contains("its 5 turns were spent")));
  }

  @Test
  void calls_beyond_the_budget_are_named_and_not_run() {
    var machine = Machine.troubled();
    var mind = ScriptedMind.of(new Move.Calls(List.of(DISKS, UNITS)));
    var outcome = new Bench(machine).within(budget(5, 1)).completed(mind);
    assertEquals(1, outcome.effort().toolCalls());
    assertEquals(0, machine.asked("bench-units"));
    assertTrue(notes(last(mind)).getFirst().contains("not run: bench-units"));
  }

  @Test
  void measuring_again_costs_no_calls_of_the_budget() {
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(DISKS)),
            new Move.Claims(List.of(FULL)),
            new Move.Calls(List.of(UNITS)));
    var outcome = new Bench(Machine.troubled()).within(budget(9, 2)).completed(mind);
    assertEquals(2, last(mind).looks().size());
    assertEquals(3, outcome.effort().toolCalls());
  }

  @Test
  void output_beyond_the_budget_stops_further_calls() {
    var limits = new Budget(9, 64, 0, Duration.ofSeconds(30), 10);
    var mind = ScriptedMind.of(new Move.Calls(List.of(DISKS)), new Move.Calls(List.of(UNITS)));
    var _ = new Bench(Machine.troubled()).within(limits).completed(mind);
    assertEquals(1, last(mind).looks().size());
  }

  @Test
  void a_tool_without_end_is_left_when_the_time_is_over() {
    var release = new CountDownLatch(1);
    var limits = new Budget(9, 64, 0, Duration.ofMillis(200), 1 << 20);
    var outcome =
        new Bench(Machine.troubled())
            .within(limits)
            .with(tools ->
                call -> call.tool().equals("bench-units") ? hang(release) : tools.run(call))
            .completed(ScriptedMind.always(_ -> new Move.Calls(List.of(DISKS, UNITS))));
    release.countDown();
    var unknown =
        outcome.coverage().stream()
            .filter(one -> one.check().value().equals("storage.bench-failed"))
            .findFirst();
    assertEquals(CoverageState.UNKNOWN, unknown.orElseThrow().state());
    assertTrue(unknown.get().reason().contains("no end within"), unknown.get().reason());
    assertTrue(outcome.effort().turns() < 9, "it ended for want of turns, not of time");
  }

  private static ToolResult hang(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("nobody waits for this any more");
  }

  @Test
  void a_repeated_call_is_answered_from_the_transcript() {
    var machine = Machine.troubled();
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(DISKS, DISKS)), new Move.Calls(List.of(UNITS, DISKS)));
    var _ = new Bench(machine).completed(mind);
    assertEquals(1, machine.asked(Machine.DF));
    assertEquals(
        List.of("r1", "r2"), last(mind).looks().stream().map(look -> look.id().value()).toList());
    assertEquals(
        List.of("not run: filesystems: the same call stands beside it", "r1 holds the answer"),
        notes(last(mind)));
  }

  @Test
  void a_call_written_a_little_otherwise_is_the_same_call() {
    var machine = Machine.troubled();
    var one = Bench.call("app-settings", Map.of("unit", "nginx.service"));
    var same = Bench.call("app-settings", Map.of("unit", " nginx.service "));
    var _ =
        new Bench(machine)
            .completed(
                ScriptedMind.of(new Move.Calls(List.of(one)), new Move.Calls(List.of(same))));
    assertEquals(1, machine.asked("app-settings nginx.service"));
  }

  @Test
  void three_turns_without_progress_end_it() {
    var mind = ScriptedMind.always(_ -> new Move.Calls(List.of(DISKS)));
    var outcome = new Bench(Machine.troubled()).completed(mind);
    assertEquals(4, outcome.effort().turns());
  }

  @Test
  void claiming_the_same_for_ever_is_no_progress() {
    var mind =
        ScriptedMind.always(c ->
            c.looks().isEmpty() ? new Move.Calls(List.of(DISKS)) : new Move.Claims(List.of(FULL)));
    var outcome = new Bench(Machine.troubled()).completed(mind);
    assertEquals(5, outcome.effort().turns());
    assertEquals(1, outcome.findings().size());
  }

  @Test
  void lying_for_ever_ends_soon_and_counts_once() {
    var mind =
        ScriptedMind.always(c ->
            c.looks().isEmpty() ? new Move.Calls(List.of(DISKS)) : new Move.Claims(List.of(WRONG)));
    var outcome = new Bench(Machine.troubled()).completed(mind);
    assertEquals(4, outcome.effort().turns());
    assertEquals(List.of(), outcome.findings());
    assertEquals(1, outcome.doubts().size());
  }

  @Test
  void a_mind_that_throws_is_a_bug_that_is_told() {
    var mind =
        ScriptedMind.thinking(_ -> {
          throw new IllegalArgumentException("lost its wits");
        });
    var failed = assertInstanceOf(Outcome.Failed.class, new Bench(Machine.troubled()).work(mind));
    assertEquals(Cause.INTERNAL, failed.cause());
    assertTrue(failed.detail().contains("lost its wits"), failed.detail());
  }

  @Test
  void a_mind_that_refuses_leaves_what_is_known_and_its_reason() {
    var outcome =
        new Bench(Machine.troubled())
            .completed(
                ScriptedMind.of(
                    new Move.Calls(List.of(DISKS)),
                    new Move.Claims(List.of(FULL)),
                    new Move.Refusal("no answer from the router")));
    assertEquals(1, outcome.findings().size());
    assertTrue(
        outcome.coverage().stream()
            .filter(one -> one.state() == CoverageState.NOT_RUN)
            .allMatch(one -> one.reason().contains("no answer from the router")));
    assertTrue(outcome.coverage().stream().anyMatch(one -> one.state() == CoverageState.NOT_RUN));
  }

  @Test
  void an_unknown_tool_is_a_result_that_names_the_rule_and_the_mind_goes_on() {
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(Bench.call("file-systems", Map.of()))),
            new Move.Calls(List.of(DISKS)));
    var _ = new Bench(Machine.troubled()).completed(mind);
    var ending = last(mind).looks().getFirst().result().ending();
    var refused = assertInstanceOf(ToolResult.Ending.Refused.class, ending);
    assertEquals("tool.unknown", refused.rule());
    assertTrue(refused.reason().contains("filesystems"), refused.reason());
    assertEquals(2, last(mind).looks().size());
  }

  @Test
  void nothing_claimed_is_nothing_shown() {
    var outcome =
        new Bench(Machine.troubled())
            .completed(ScriptedMind.of(new Move.Calls(List.of(DISKS)), new Move.Claims(List.of())));
    assertEquals(List.of(), outcome.findings());
    assertEquals(List.of(), outcome.doubts());
  }

  @Test
  void each_call_is_told_before_and_after_and_each_verdict_once() {
    var events = Collections.synchronizedList(new ArrayList<Event>());
    var _ =
        new Bench(Machine.troubled())
            .telling(events::add)
            .completed(
                ScriptedMind.of(
                    new Move.Calls(List.of(DISKS, UNITS)), new Move.Claims(List.of(FULL, WRONG))));
    assertEquals(3, events.stream().filter(Event.ToolCalled.class::isInstance).count());
    assertEquals(3, events.stream().filter(Event.ToolReturned.class::isInstance).count());
    assertEquals(2, events.stream().filter(Event.ClaimJudged.class::isInstance).count());
    var again =
        events.stream()
            .filter(e -> e instanceof Event.ToolCalled called && called.again())
            .toList();
    assertEquals(1, again.size());
  }

  @Test
  void a_budget_of_no_calls_leaves_every_check_not_run() {
    var bench = new Bench(Machine.troubled()).within(budget(9, 0));
    var outcome = bench.completed(new Playbook(bench.questions()));
    assertFalse(outcome.coverage().isEmpty());
    assertTrue(
        outcome.coverage().stream()
            .allMatch(one ->
                one.state() == CoverageState.NOT_RUN
                    || one.state() == CoverageState.NOT_APPLICABLE));
  }

  @Test
  void the_playbook_claims_what_is_odd_although_no_follow_up_fits_the_budget() {
    var bench = new Bench(Machine.troubled()).only("storage.space").within(budget(9, 1));
    var outcome = bench.completed(new Playbook(bench.questions()));
    assertEquals(2, outcome.findings().size());
  }
}
