package dev.swarm.coordinator.http.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Samples;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run, folded as its events come. */
class RunFoldTest {
  private static final Instant AT = Instant.parse("2026-11-20T19:45:12Z");
  private final RunFold fold = new RunFold(Samples.RUN);
  private long sequence;

  private boolean add(Event event) {
    sequence++;
    return fold.add(new Recorded(Samples.RUN, 1, sequence, AT.plusSeconds(sequence), event), 0);
  }

  @Test
  void the_sum_adds_up_after_every_event() {
    var one = Samples.subtask(Samples.RUN, "n1", "storage");
    var two = Samples.subtask(Samples.RUN, "n2", "storage");
    var events =
        List.of(
            new Event.RunStarted(
                "0.1.0", "playbook", List.of("n1", "n2"), List.of(new Area("storage")), List.of()),
            new Event.SubtaskQueued(one),
            new Event.SubtaskQueued(two),
            new Event.SubtaskOffered(one.id(), 1),
            new Event.SubtaskRefused(one.id(), 1, Cause.OVERLOADED, "busy"),
            new Event.SubtaskOffered(one.id(), 2),
            new Event.SubtaskAccepted(one.id(), 2),
            new Event.SubtaskEnded(Samples.completed(one, 2, List.of())),
            new Event.SubtaskEnded(
                new Outcome.Failed(two.id(), 0, Cause.LOST, "gone", Effort.NONE)),
            new Event.RunEnded(false));
    for (var event : events) {
      assertTrue(add(event));
      assertEquals(sequence, fold.line().events()); // and its sum did not refuse itself
    }
    var line = fold.line();
    assertEquals(RunState.INCOMPLETE, line.state());
    assertEquals(new SubtaskSum(2, 0, 0, 0, 1, Map.of("lost", 1)), line.sum());
    assertEquals(1, line.incompleteNodes());
    assertEquals(NodeResult.State.CLEAN, fold.results().get("n1").state());
    assertEquals(NodeResult.State.INCOMPLETE, fold.results().get("n2").state());
  }

  @Test
  void an_event_counts_once_and_a_missing_one_is_noticed() {
    var started = new Event.RunStarted("0.1.0", "playbook", List.of("n1"), List.of(), List.of());
    assertTrue(add(started));
    assertTrue(fold.add(new Recorded(Samples.RUN, 1, 1, AT, started), 0));
    assertEquals(1, fold.line().events());
    assertFalse(fold.add(new Recorded(Samples.RUN, 1, 3, AT, new Event.RunEnded(true)), 0));
    assertEquals(RunState.UNFINISHED, fold.line().state());
  }
}
