package dev.swarm.loadtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
  private static final RunId RUN = new RunId("run");

  private final Timeline timeline = new Timeline();
  private long sequence;

  @Test
  void a_task_takes_from_when_there_was_a_place_for_it_however_late_it_was_offered() {
    offered("a", 0);
    ended("a", 100);
    offered("b", 900);
    ended("b", 1000);

    var placed = pass().placed(1);

    assertEquals(
        List.of(Duration.ofMillis(100), Duration.ofMillis(900)),
        placed.stream().map(Pass.Placed::time).toList());
  }

  @Test
  void the_first_ones_have_their_place_when_the_pass_begins() {
    offered("a", 40);
    offered("b", 50);
    ended("a", 140);
    ended("b", 150);

    var placed = pass().placed(2);

    assertEquals(
        List.of(Duration.ofMillis(140), Duration.ofMillis(150)),
        placed.stream().map(Pass.Placed::time).toList());
  }

  @Test
  void the_tool_calls_of_an_outcome_are_counted() {
    offered("a", 0);
    ended("a", 10);

    assertEquals(3, pass().courses().getFirst().toolCalls());
  }

  private Pass pass() {
    return new Pass(BEGAN, BEGAN.plusSeconds(1), timeline.courses(), timeline.turns());
  }

  private void offered(String node, long millis) {
    var area = new Area("load-1");
    var id = SubtaskId.of(RUN, node, area);
    var budget = Budget.standard(Duration.ofSeconds(1));
    happened(0, new Event.SubtaskQueued(new Subtask(id, RUN, node, area, List.of(), budget)));
    happened(millis, new Event.SubtaskOffered(id, 1));
    happened(millis, new Event.SubtaskAccepted(id, 1));
  }

  private void ended(String node, long millis) {
    var id = SubtaskId.of(RUN, node, new Area("load-1"));
    var effort = new Effort(4, 3, Duration.ofMillis(1));
    happened(
        millis,
        new Event.SubtaskEnded(
            new Outcome.Completed(id, 1, "scripted", List.of(), List.of(), List.of(), effort)));
  }

  private void happened(long millis, Event event) {
    sequence++;
    timeline.accept(new Recorded(RUN, 1, sequence, BEGAN.plusMillis(millis), event));
  }
}
