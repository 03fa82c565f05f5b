package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.Difference.Life;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final String CHECK = "storage.space";
  private static final Thinking LOOKED =
      new Thinking(
          List.of(new ModelShare("small", "local", 3, 0, 0, 0, 0, 0, 9, 9, 0, BigDecimal.ZERO)),
          List.of(),
          Optional.empty());
  private static final Thinking LACKING =
      new Thinking(LOOKED.shares(), List.of(), Optional.of("the router is away"));
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
    assertEquals(Life.REVEALED, life(List.of(), run(CoverageState.FINDING, var)));
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
    assertEquals(Life.NOT_LOOKED_AT, life(before, List.of()));
  }

  @Test
  void one_subject_is_fixed_while_its_check_finds_another() {
    var difference =
        Difference.between(run(CoverageState.FINDING, var), run(CoverageState.FINDING, home));
    assertEquals(List.of(home), difference.of(Life.NEW));
    assertEquals(List.of(var), difference.of(Life.FIXED));
  }

  @Test
  void the_same_finding_on_another_node_is_another_finding() {
    var elsewhere = Samples.finding("n2", CHECK, "/var");
    var difference =
        Difference.between(run(CoverageState.FINDING, elsewhere), run(CoverageState.OK));
    assertEquals(List.of(elsewhere), difference.of(Life.NOT_LOOKED_AT));
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
    var difference = Difference.between(List.of(), run(LOOKED, CoverageState.OK, claim));
    assertEquals(Severity.CRITICAL, claim.severity());
    assertEquals(Severity.WARNING, difference.of(Life.REVEALED).getFirst().severity());
  }

  private static Life life(List<Recorded> before, List<Recorded> now) {
    var changes = Difference.between(before, now).changes();
    assertEquals(1, changes.size());
    return changes.getFirst().life();
  }

  private static List<Recorded> run(CoverageState state, Finding... findings) {
    return run(Thinking.NONE, state, findings);
  }

  private static List<Recorded> run(Thinking thinking, CoverageState state, Finding... findings) {
    List<Coverage> coverage = List.of(Samples.coverage("n1", CHECK, state));
    var outcome =
        new Outcome.Completed(
            new SubtaskId("s"),
            1,
            "playbook",
            List.of(findings),
            List.of(),
            coverage,
            Effort.NONE,
            thinking);
    var event = new Event.SubtaskEnded(outcome);
    return List.of(new Recorded(Samples.RUN, 1, 1, Instant.EPOCH, event));
  }
}
