package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.Samples;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String CHECK = "storage.space";
  private static final Thinking LOOKED =
      new Thinking(
          List.of(new ModelShare("small", "local", 3, 0, 0, 0, 0, 0, 9, 9, 0, BigDecimal.ZERO)),
          List.of(),
          Optional.empty());
  private static final Thinking LACKING =
      new Thinking(LOOKED.shares(), List.of(), Optional.of("the router is away"));

  /** A run that had nothing to do with the check. */
  private static final List<Recorded> UNASKED =
      run(Thinking.NONE, Samples.coverage("n1", "storage.other", CoverageState.OK));

  private enum Life {
    NEW,
    REVEALED,
    STILL_THERE,
    FIXED,
    NOT_LOOKED_AT
  }

  private final Finding var = Samples.finding("n1", CHECK, "/var");
  private final Finding claim = Samples.claim("n1", "storage", "/srv");
  private final Finding home = Samples.finding("n1", CHECK, "/home");

  @Test
  void what_was_not_seen_before_is_new() {
    assertEquals(Life.NEW, life(run(CoverageState.OK), run(CoverageState.FINDING, var)));
  }

  @Test
  void what_could_not_be_seen_before_is_revealed_not_new() {
    assertEquals(Life.REVEALED, life(run(CoverageState.UNKNOWN), run(CoverageState.FINDING, var)));
    assertEquals(Life.REVEALED, life(UNASKED, run(CoverageState.FINDING, var)));
  }

  @Test
  void what_was_there_is_still_there() {
    assertEquals(
        Life.STILL_THERE, life(run(CoverageState.FINDING, var), run(CoverageState.FINDING, var)));
  }

  @Test
  void what_is_gone_is_fixed_when_its_check_has_looked() {
    var before = run(CoverageState.FINDING, var);
    assertEquals(Life.FIXED, life(before, run(CoverageState.OK)));
    assertEquals(Life.FIXED, life(before, run(CoverageState.NOT_APPLICABLE)));
  }

  @Test
  void what_is_gone_is_not_fixed_when_nobody_looked() {
    var before = run(CoverageState.FINDING, var);
    assertEquals(Life.NOT_LOOKED_AT, life(before, run(CoverageState.UNKNOWN)));
    assertEquals(Life.NOT_LOOKED_AT, life(before, run(CoverageState.NOT_RUN)));
    assertEquals(Life.NOT_LOOKED_AT, life(before, UNASKED));
  }

  @Test
  void one_subject_is_fixed_while_its_check_finds_another() {
    var changes = changes(run(CoverageState.FINDING, var), run(CoverageState.FINDING, home));
    assertEquals(List.of(home.title()), titles(changes.fresh()));
    assertEquals(List.of(var.title()), titles(changes.fixed()));
  }

  @Test
  void the_same_finding_on_another_node_is_another_finding() {
    var elsewhere = Samples.finding("n2", CHECK, "/var");
    var seen = Samples.coverage("n2", CHECK, CoverageState.FINDING);
    var changes = changes(run(Thinking.NONE, seen, elsewhere), run(CoverageState.FINDING, var));
    assertEquals(List.of("n2"), changes.notLookedAt().stream().map(Report.Change::node).toList());
    assertEquals(List.of("n1"), changes.revealed().stream().map(Report.Change::node).toList());
  }

  @Test
  void what_is_revealed_says_why_it_was_not_seen_before_and_is_not_tagged_as_new() {
    var before = run(CoverageState.UNKNOWN);
    var changes = changes(before, run(CoverageState.FINDING, var));
    assertEquals("looked at", changes.revealed().getFirst().reason());
    assertEquals(
        "not part of that run",
        changes(UNASKED, run(CoverageState.FINDING, var)).revealed().getFirst().reason());
    var now = Merge.merge(run(CoverageState.FINDING, var), Optional.of(report(before)));
    assertEquals(Novelty.REVEALED, now.findings().getFirst().novelty());
    assertEquals("first look", Marks.tag(now.findings().getFirst()));
  }

  @Test
  void a_claim_that_no_check_covers_is_never_fixed_whether_or_not_a_model_looked() {
    var before = run(LOOKED, CoverageState.OK, claim);
    assertEquals(Life.NOT_LOOKED_AT, life(before, run(CoverageState.OK)));
    assertEquals(Life.NOT_LOOKED_AT, life(before, run(LACKING, CoverageState.OK)));
    assertEquals(Life.NOT_LOOKED_AT, life(before, run(LOOKED, CoverageState.OK)));
    assertEquals(Life.STILL_THERE, life(before, run(LOOKED, CoverageState.OK, claim)));
  }

  @Test
  void a_claim_that_no_check_covers_is_new_where_a_model_looked_before_and_else_revealed() {
    var now = run(LOOKED, CoverageState.OK, claim);
    assertEquals(Life.NEW, life(run(LOOKED, CoverageState.OK), now));
    assertEquals(Life.REVEALED, life(run(LACKING, CoverageState.OK), now));
    assertEquals(Life.REVEALED, life(run(CoverageState.OK), now));
  }

  @Test
  void a_claim_that_no_check_covers_is_told_as_a_warning_at_most() {
    var changes = changes(UNASKED, run(LOOKED, CoverageState.OK, claim));
    assertEquals(Severity.CRITICAL, claim.severity());
    assertEquals(Severity.WARNING, changes.revealed().getFirst().severity());
  }

  private static List<String> titles(List<Report.Change> changes) {
    return changes.stream().map(Report.Change::title).toList();
  }

  private static Life life(List<Recorded> before, List<Recorded> now) {
    var changes = changes(before, now);
    var lives = new ArrayList<Life>();
    changes.fresh().forEach(_ -> lives.add(Life.NEW));
    changes.revealed().forEach(_ -> lives.add(Life.REVEALED));
    changes.still().forEach(_ -> lives.add(Life.STILL_THERE));
    changes.fixed().forEach(_ -> lives.add(Life.FIXED));
    changes.notLookedAt().forEach(_ -> lives.add(Life.NOT_LOOKED_AT));
    assertEquals(1, lives.size());
    return lives.getFirst();
  }

  private static Report.Changes changes(List<Recorded> before, List<Recorded> now) {
    return Merge.merge(now, Optional.of(report(before))).changes().orElseThrow();
  }

  private static Report report(List<Recorded> run) {
    return Merge.merge(run, Optional.empty());
  }

  private static List<Recorded> run(CoverageState state, Finding... findings) {
    return run(Thinking.NONE, state, findings);
  }

  private static List<Recorded> run(Thinking thinking, CoverageState state, Finding... findings) {
    return run(thinking, Samples.coverage("n1", CHECK, state), findings);
  }

  private static List<Recorded> run(Thinking thinking, Coverage coverage, Finding... findings) {
    var subtask = Samples.subtask(Samples.RUN, coverage.node(), "storage");
    var outcome =
        new Outcome.Completed(
            subtask.id(),
            1,
            "playbook",
            List.of(findings),
            List.of(),
            List.of(coverage),
            Effort.NONE,
            thinking);
    var recorded = new ArrayList<Recorded>();
    for (var event :
        List.of(
            new Event.RunStarted(
                "0.1.0", "playbook", List.of(subtask.node()), List.of(subtask.area()), List.of()),
            new Event.SubtaskQueued(subtask),
            new Event.SubtaskEnded(outcome),
            new Event.RunEnded(false))) {
      recorded.add(new Recorded(Samples.RUN, 1, recorded.size() + 1, Instant.EPOCH, event));
    }
    return recorded;
  }
}
