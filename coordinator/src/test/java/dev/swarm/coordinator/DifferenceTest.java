package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.Difference.Life;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final String CHECK = "storage.space";
  private final Finding var = Samples.finding("n1", CHECK, "/var");
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

  private static Life life(List<Recorded> before, List<Recorded> now) {
    var changes = Difference.between(before, now).changes();
    assertEquals(1, changes.size());
    return changes.getFirst().life();
  }

  private static List<Recorded> run(CoverageState state, Finding... findings) {
    List<Coverage> coverage = List.of(Samples.coverage("n1", CHECK, state));
    var outcome =
        new Outcome.Completed(
            new SubtaskId("s"), 1, "playbook", List.of(findings), List.of(), coverage, Effort.NONE);
    var event = new Event.SubtaskEnded(outcome);
    return List.of(new Recorded(Samples.RUN, 1, 1, Instant.EPOCH, event));
  }
}
