package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private final Subtask a = Samples.subtask(Samples.RUN, "n1", "storage");
  private final Subtask b = Samples.subtask(Samples.RUN, "n1", "time");

  @Test
  void everything_is_queued_at_first() {
    assertEquals(new Sum(2, 2, 0, 0, 0, Map.of()), Gathering.of(List.of(a, b)).sum());
  }

  @Test
  void completes_when_every_subtask_has_an_outcome() {
    var gathering = after(offered(a, 1), accepted(a, 1), completed(a, 1), offered(b, 1));
    assertFalse(gathering.complete());
    gathering.follow(failed(b, 1, Cause.LOST));
    assertTrue(gathering.complete());
    assertEquals(new Sum(2, 0, 0, 0, 1, Map.of(Cause.LOST, 1)), gathering.sum());
  }

  @Test
  void a_refused_offer_is_queued_again_and_offered_as_the_next_attempt() {
    var refused = new Event.SubtaskRefused(a.id(), 1, Cause.OVERLOADED, "no room");
    var gathering = after(offered(a, 1), refused, offered(a, 2));
    assertEquals(new Sum(2, 1, 1, 0, 0, Map.of()), gathering.sum());
  }

  @Test
  void an_outcome_may_overtake_the_acceptance() {
    assertEquals(1, after(offered(a, 1), completed(a, 1)).sum().completed());
  }

  @Test
  void tool_calls_move_nothing() {
    var gathering = after(offered(a, 1));
    var called =
        new Event.ToolCalled(
            a.id(), new dev.swarm.protocol.CallId("r1"), "df", List.of("df"), false);
    var before = gathering.sum();
    gathering.follow(called);
    assertSame(before, gathering.sum());
  }

  @Test
  void a_second_end_is_a_bug() {
    var gathering = after(offered(a, 1), completed(a, 1));
    assertThrows(
        IllegalStateException.class, () -> gathering.follow(failed(a, 1, Cause.TIMED_OUT)));
  }

  @Test
  void an_attempt_out_of_turn_is_a_bug() {
    assertThrows(IllegalStateException.class, () -> after(offered(a, 2)));
    assertThrows(IllegalStateException.class, () -> after(accepted(a, 1)));
    assertThrows(IllegalStateException.class, () -> after(offered(a, 1), offered(a, 2)));
    assertThrows(IllegalStateException.class, () -> after(offered(a, 1), accepted(a, 2)));
  }

  @Test
  void a_subtask_that_is_planned_later_counts_from_then_on() {
    var gathering = after(offered(a, 1), completed(a, 1), offered(b, 1), completed(b, 1));
    var late = Samples.subtask(Samples.RUN, "n2", "storage");
    gathering.follow(new Event.SubtaskQueued(late));
    assertEquals(new Sum(3, 1, 0, 0, 2, Map.of()), gathering.sum());
    assertFalse(gathering.complete());
  }

  @Test
  void a_subtask_of_another_run_is_a_bug() {
    var foreign = Samples.subtask(Samples.RUN, "n9", "storage");
    assertThrows(IllegalStateException.class, () -> after(completed(foreign, 1)));
  }

  @Test
  void a_sum_that_does_not_add_up_cannot_be_made() {
    var wrong = assertThrows(IllegalStateException.class, () -> new Sum(3, 1, 0, 0, 1, Map.of()));
    assertTrue(String.valueOf(wrong.getMessage()).startsWith("the sum does not add up: 3"));
    assertThrows(IllegalStateException.class, () -> new Sum(0, -1, 1, 0, 0, Map.of()));
  }

  @Test
  void awaits_a_result_of_any_attempt_made_but_a_failure_only_of_the_present_one() {
    var gathering = after(offered(a, 1), new Event.SubtaskQueued(a), offered(a, 2), accepted(a, 2));
    assertTrue(gathering.awaits(completed(a, 1).outcome()));
    assertTrue(gathering.awaits(completed(a, 2).outcome()));
    assertFalse(gathering.awaits(completed(a, 3).outcome()));
    assertFalse(gathering.awaits(failed(a, 1, Cause.CANCELLED).outcome()));
    assertTrue(gathering.awaits(failed(a, 2, Cause.CANCELLED).outcome()));
    gathering.follow(completed(a, 2));
    assertFalse(gathering.awaits(completed(a, 1).outcome()));
  }

  @Test
  void the_sum_holds_at_every_event_of_any_order() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var subtasks = subtasks(1 + random.nextInt(40));
      var gathering = Gathering.of(subtasks);
      while (!gathering.complete()) {
        var subtask = subtasks.get(random.nextInt(subtasks.size()));
        var phase = gathering.phase(subtask.id()).orElseThrow();
        if (!(phase instanceof Phase.Ended)) {
          gathering.follow(anyThatFollows(subtask, phase, random));
          assertEquals(recount(gathering, subtasks), gathering.sum(), "seed " + seed);
        }
      }
      assertEquals(0, gathering.sum().open());
    }
  }

  /** An independent count of what the gathering keeps by moving. */
  private static Sum recount(Gathering gathering, List<Subtask> subtasks) {
    int[] at = new int[4];
    var failed = new java.util.EnumMap<Cause, Integer>(Cause.class);
    for (var subtask : subtasks) {
      switch (gathering.phase(subtask.id()).orElseThrow()) {
        case Phase.Queued _ -> at[0]++;
        case Phase.Offered _ -> at[1]++;
        case Phase.Running _ -> at[2]++;
        case Phase.Ended(Outcome.Completed _) -> at[3]++;
        case Phase.Ended(Outcome.Failed end) -> failed.merge(end.cause(), 1, Integer::sum);
      }
    }
    return new Sum(subtasks.size(), at[0], at[1], at[2], at[3], failed);
  }

  private static Event anyThatFollows(Subtask subtask, Phase phase, Random random) {
    int attempt = phase.attempt();
    var cause = List.of(Cause.values()).get(random.nextInt(Cause.values().length));
    var end = random.nextBoolean() ? completed(subtask, attempt) : failed(subtask, attempt, cause);
    return switch (phase) {
      case Phase.Queued _ -> random.nextInt(4) > 0 ? offered(subtask, attempt + 1) : end;
      case Phase.Offered _ ->
          switch (random.nextInt(4)) {
            case 0 -> accepted(subtask, attempt);
            case 1 -> new Event.SubtaskRefused(subtask.id(), attempt, cause, "no");
            case 2 -> new Event.SubtaskQueued(subtask);
            default -> end;
          };
      case Phase.Running _ -> random.nextInt(4) > 0 ? end : new Event.SubtaskQueued(subtask);
      case Phase.Ended _ -> throw new AssertionError("nothing follows");
    };
  }

  private Gathering after(Event... events) {
    var gathering = Gathering.of(List.of(a, b));
    for (var event : events) {
      gathering.follow(event);
    }
    return gathering;
  }

  private static List<Subtask> subtasks(int count) {
    var subtasks = new ArrayList<Subtask>();
    for (int n = 0; n < count; n++) {
      subtasks.add(Samples.subtask(Samples.RUN, "n" + n, "storage"));
    }
    return subtasks;
  }

  private static Event.SubtaskOffered offered(Subtask subtask, int attempt) {
    return new Event.SubtaskOffered(subtask.id(), attempt);
  }

  private static Event.SubtaskAccepted accepted(Subtask subtask, int attempt) {
    return new Event.SubtaskAccepted(subtask.id(), attempt);
  }

  private static Event.SubtaskEnded completed(Subtask subtask, int attempt) {
    return new Event.SubtaskEnded(Samples.completed(subtask, attempt, List.of()));
  }

  private static Event.SubtaskEnded failed(Subtask subtask, int attempt, Cause cause) {
    return new Event.SubtaskEnded(
        new Outcome.Failed(subtask.id(), attempt, cause, "why", Effort.NONE));
  }
}
