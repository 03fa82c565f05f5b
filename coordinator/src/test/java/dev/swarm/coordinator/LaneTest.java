package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final RunId RUN = new RunId("run");

  private final Lengths lengths = new Lengths();

  @Test
  void what_took_longest_the_last_time_waits_in_front() {
    learn("storage", 300);
    learn("logs", 900);
    learn("time", 300);

    var lane = lane("storage", "services", "logs", "time");

    assertEquals(List.of("logs", "storage", "time", "services"), waiting(lane));
    assertEquals(Duration.ofMillis(900), lane.length());
  }

  @Test
  void where_nothing_is_known_the_order_is_as_asked() {
    var lane = lane("storage", "services", "logs");

    assertEquals(List.of("storage", "services", "logs"), waiting(lane));
    assertEquals(Duration.ZERO, lane.length());
  }

  @Test
  void a_failure_teaches_nothing() {
    var subtask = subtask("logs");
    var effort = new Effort(1, 1, Duration.ofSeconds(9));
    lengths.learn(subtask, new Outcome.Failed(subtask.id(), 1, Cause.TIMED_OUT, "late", effort));

    assertEquals(Duration.ZERO, lengths.of(subtask));
  }

  @Test
  void offers_that_are_silenced_together_count_once() {
    var lane = lane("storage");
    int before = lane.silences();
    assertEquals(1, lane.silent(before));
    assertEquals(1, lane.silent(before));
    assertEquals(1, lane.silent(before));

    assertEquals(2, lane.silent(lane.silences()), "the next one was made after that");
    assertEquals(2, lane.silent(before), "a late one of the first silence");
  }

  @Test
  void an_answer_ends_the_row_and_what_was_silenced_before_it_begins_none() {
    var lane = lane("storage");
    int first = lane.silent(lane.silences());
    int second = lane.silent(first);
    lane.heard();

    assertEquals(0, lane.silent(second));
    assertEquals(1, lane.silent(0));
  }

  private void learn(String area, long millis) {
    var subtask = subtask(area);
    var effort = new Effort(1, 1, Duration.ofMillis(millis));
    lengths.learn(
        subtask,
        new Outcome.Completed(
            subtask.id(), 1, "playbook", List.of(), List.of(), List.of(), effort));
  }

  private Lane lane(String... areas) {
    var lane = new Lane("n1", lengths);
    for (var area : areas) {
      lane.add(subtask(area));
    }
    return lane;
  }

  private static List<String> waiting(Lane lane) {
    return lane.waiting().stream().map(subtask -> subtask.area().value()).toList();
  }

  private static Subtask subtask(String area) {
    var of = new Area(area);
    var budget = Budget.standard(Duration.ofSeconds(1));
    return new Subtask(SubtaskId.of(RUN, "n1", of), RUN, "n1", of, List.of(), budget);
  }
}
