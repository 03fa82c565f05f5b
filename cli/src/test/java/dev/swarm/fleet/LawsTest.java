package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A law that no history breaks is none: each is shown one that keeps it and one that breaks it. */
class LawsTest {
  private static final RunId RUN = new RunId("r");
  private static final Area AREA = new Area("slow");
  private static final SubtaskId LEFT = SubtaskId.of(RUN, "left", AREA);
  private static final SubtaskId RIGHT = SubtaskId.of(RUN, "right", AREA);

  @Test
  void a_run_in_which_all_ends_once_breaks_nothing() {
    var log = log(completed(LEFT, 1), lost(RIGHT), end());
    assertEquals(List.of(), SumLaw.violations(log));
  }

  @Test
  void a_subtask_without_outcome_at_the_end_breaks_the_sum() {
    broken("1 subtasks have no outcome", log(completed(LEFT, 1), end()));
  }

  @Test
  void a_second_outcome_breaks_it() {
    broken("not open, but completed", log(completed(LEFT, 1), completed(LEFT, 2)));
  }

  @Test
  void an_offer_after_the_outcome_breaks_it() {
    broken("not open, but lost", log(lost(LEFT), new Event.SubtaskOffered(LEFT, 2)));
  }

  @Test
  void queueing_again_breaks_it_only_after_the_outcome() {
    assertEquals(List.of(), SumLaw.violations(log(queued(LEFT, "left"))));
    broken("queued after it was completed", log(completed(LEFT, 1), queued(LEFT, "left")));
  }

  @Test
  void an_attempt_that_is_offered_again_after_a_later_one_breaks_it() {
    broken(
        "an earlier attempt",
        log(new Event.SubtaskOffered(LEFT, 2), new Event.SubtaskOffered(LEFT, 1)));
  }

  @Test
  void an_event_that_is_missing_breaks_it() {
    var events = new ArrayList<>(log(completed(LEFT, 1), lost(RIGHT), end()).events());
    events.remove(3);
    assertFalse(SumLaw.violations(new RunLog("r", events)).isEmpty());
  }

  @Test
  void a_report_that_counts_otherwise_breaks_it() {
    var log = log(completed(LEFT, 1), lost(RIGHT), end());
    assertEquals(List.of(), SumLaw.violations(log, totals(2, 1, 1)));
    assertEquals(2, SumLaw.violations(log, totals(2, 2, 0)).size());
  }

  @Test
  void the_same_findings_are_no_difference_and_a_lost_or_doubled_one_is() {
    var whole = findings("f", "g");
    assertEquals(List.of(), findings("f", "g").differencesFrom(whole));
    assertEquals(1, findings("f").differencesFrom(whole).size());
    assertEquals(1, findings("f", "f", "g").differencesFrom(whole).size());
    assertEquals(List.of(), new Findings(Map.of()).differencesFrom(whole));
  }

  @Test
  void a_report_that_doubles_or_leaves_out_a_finding_differs() {
    var found = findings("f");
    assertEquals(List.of(), found.differencesFrom(printed("left")));
    assertEquals(1, found.differencesFrom(printed("left", "left")).size());
    assertEquals(1, found.differencesFrom(printed()).size());
  }

  @Test
  void an_attempt_that_two_instances_worked_breaks_them() {
    var first = starting(1);
    var opened = json("{\"kind\": \"opened\"}");
    assertEquals(List.of(), Executions.worked(List.of(opened, first, first, opened, starting(2))));
    assertEquals(1, Executions.worked(List.of(opened, first, opened, first)).size());
    assertEquals(1, Executions.worked(List.of(opened, first, first, first)).size());
  }

  @Test
  void a_lower_epoch_that_is_served_and_an_attempt_that_begins_twice_break_them() {
    assertEquals(List.of(), Executions.led(List.of(led(1), led(2), led(2))));
    assertEquals(1, Executions.led(List.of(led(2), led(1))).size());
    var begun =
        json(
            "{\"kind\": \"begun\", \"run\": \"r\", \"attempt\": {\"subtask\": \"s\", \"number\":"
                + " 1}}");
    assertEquals(List.of(), Executions.led(List.of(begun)));
    assertEquals(1, Executions.led(List.of(begun, begun)).size());
  }

  @Test
  void a_receipt_for_an_outcome_that_nobody_has_breaks_them() {
    var log = log(completed(LEFT, 1));
    assertEquals(List.of(), new Receipts(Set.of(LEFT + " attempt 1")).missingFrom(log));
    assertEquals(1, new Receipts(Set.of(LEFT + " attempt 2")).missingFrom(log).size());
  }

  private static JsonNode starting(int attempt) {
    return json(
        """
        {"kind": "starting", "argv": ["sleep"], "by": {"run": "r", "subtask": "s", "attempt": %d}}
        """
            .formatted(attempt));
  }

  private static JsonNode led(long epoch) {
    return json("{\"kind\": \"led\", \"run\": \"r\", \"epoch\": %d}".formatted(epoch));
  }

  private static void broken(String how, RunLog log) {
    var violations = SumLaw.violations(log);
    assertTrue(violations.toString().contains(how), violations::toString);
  }

  private static RunLog log(Event... rest) {
    var events = new ArrayList<Event>();
    events.add(
        new Event.RunStarted("0", "playbook", List.of("left", "right"), List.of(AREA), List.of()));
    events.add(queued(LEFT, "left"));
    events.add(queued(RIGHT, "right"));
    events.addAll(List.of(rest));
    var recorded = new ArrayList<JsonNode>();
    for (var event : events) {
      recorded.add(
          json(Wire.encode(new Recorded(RUN, 1, recorded.size() + 1, Instant.EPOCH, event))));
    }
    return new RunLog("r", recorded);
  }

  private static Event queued(SubtaskId id, String node) {
    var budget = Budget.standard(Duration.ofSeconds(9));
    return new Event.SubtaskQueued(new Subtask(id, RUN, node, AREA, List.of(), budget));
  }

  private static Event completed(SubtaskId id, int attempt) {
    return new Event.SubtaskEnded(
        new Outcome.Completed(
            id, attempt, "playbook", List.of(), List.of(), List.of(), Effort.NONE));
  }

  private static Event lost(SubtaskId id) {
    return new Event.SubtaskEnded(new Outcome.Failed(id, 1, Cause.LOST, "no beat", Effort.NONE));
  }

  private static Event end() {
    return new Event.RunEnded(false);
  }

  private static Findings findings(String... fingerprints) {
    return new Findings(Map.of("left/slow", List.of(fingerprints)));
  }

  private static JsonNode totals(int targeted, int completed, int lost) {
    return json(
        """
        {"totals": {"subtasks": {"targeted": %d, "completed": %d, "failed": {"lost": %d}}}}
        """
            .formatted(targeted, completed, lost));
  }

  private static JsonNode printed(String... nodes) {
    var names = new ArrayList<String>();
    for (var node : nodes) {
      names.add("{\"node\": \"" + node + "\"}");
    }
    return json(
        "{\"findings\": [{\"area\": \"slow\", \"fingerprint\": \"f\", \"nodes\": %s}]}"
            .formatted(names));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
