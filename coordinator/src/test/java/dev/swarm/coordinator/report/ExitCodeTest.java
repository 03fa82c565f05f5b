package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Thinking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
  private static final Policy STANDARD = Policy.STANDARD;
  private static final Policy STRICT = new Policy(Severity.WARNING, true, false);

  @Test
  void complete_and_clean_is_zero() {
    assertEquals(0, ExitCode.of(SmallRun.clean(), STANDARD).code());
  }

  @Test
  void a_run_that_asked_nobody_is_not_clean() {
    var run = new RunId("20261128-200000-0000");
    var begun = new Event.RunStarted("0.1.0", "playbook", List.of(), Area.STANDARD, List.of());
    var nobody =
        Merge.merge(
            List.of(
                new Recorded(run, 1, 1, Instant.EPOCH, begun),
                new Recorded(run, 1, 2, Instant.EPOCH, new Event.RunEnded(false))),
            Optional.empty());
    assertEquals(ExitCode.INCOMPLETE, ExitCode.of(nobody, STANDARD));
    var verdict = Verdict.of(nobody, Options.STANDARD);
    assertEquals("No node was asked", verdict.found());
    assertEquals("incomplete: nobody was there, or none that was meant", verdict.missing());
    assertEquals("No node was asked.", Summing.up(nobody).sentences().getFirst().text());
  }

  @Test
  void a_finding_at_the_limit_is_one_and_below_it_is_not() {
    var warning = SmallRun.finding(Severity.WARNING, Optional.of(new CheckId("storage.space")));
    assertEquals(ExitCode.FINDINGS, ExitCode.of(warning, STANDARD));
    assertEquals(ExitCode.CLEAN, ExitCode.of(warning, new Policy(Severity.CRITICAL, false, false)));
    var info = SmallRun.finding(Severity.INFO, Optional.of(new CheckId("storage.space")));
    assertEquals(ExitCode.CLEAN, ExitCode.of(info, STANDARD));
    assertEquals(ExitCode.FINDINGS, ExitCode.of(info, new Policy(Severity.INFO, false, false)));
  }

  @Test
  void what_no_check_covers_counts_only_where_the_model_is_trusted() {
    var claim = SmallRun.finding(Severity.WARNING, Optional.empty());
    assertEquals(ExitCode.CLEAN, ExitCode.of(claim, STANDARD));
    assertEquals(ExitCode.FINDINGS, ExitCode.of(claim, new Policy(Severity.WARNING, false, true)));
  }

  @Test
  void want_of_privilege_is_forgiven_unless_strict_and_nothing_else_is() {
    for (Blindness blindness : Blindness.values()) {
      var expected = blindness == Blindness.PRIVILEGE ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
      assertEquals(expected, ExitCode.of(SmallRun.unknown(blindness), STANDARD));
      assertEquals(ExitCode.INCOMPLETE, ExitCode.of(SmallRun.unknown(blindness), STRICT));
    }
  }

  @Test
  void a_model_s_look_that_is_lacking_changes_no_exit_code_strict_or_not() {
    var dead = ModelRun.of(2, ModelRun.lacking(ModelHistory.DEAD));
    for (Policy policy : List.of(STANDARD, STRICT, new Policy(Severity.INFO, true, true))) {
      assertEquals(ExitCode.of(ModelRun.of(2, Thinking.NONE), policy), ExitCode.of(dead, policy));
    }
  }

  @Test
  void what_no_check_covers_is_at_most_a_warning_whatever_a_node_says() {
    var claim = SmallRun.finding(Severity.CRITICAL, Optional.empty());
    assertEquals(Severity.WARNING, claim.findings().getFirst().severity());
    assertEquals(ExitCode.CLEAN, ExitCode.of(claim, new Policy(Severity.CRITICAL, false, true)));
    assertEquals(ExitCode.FINDINGS, ExitCode.of(claim, new Policy(Severity.WARNING, false, true)));
    var info = SmallRun.finding(Severity.INFO, Optional.empty());
    assertEquals(Severity.INFO, info.findings().getFirst().severity());
  }

  @Test
  void findings_win_over_incompleteness() {
    assertEquals(1, ExitCode.of(Histories.report(), STANDARD).code());
    assertFalse(ExitCode.complete(Histories.report(), STANDARD));
  }

  @Test
  void a_lost_node_a_silent_node_and_an_unfinished_run_are_incomplete() {
    assertEquals(3, ExitCode.of(SmallRun.lost(), STANDARD).code());
    assertEquals(3, ExitCode.of(SmallRun.silent(), STANDARD).code());
    assertEquals(3, ExitCode.of(SmallRun.unfinished(), STANDARD).code());
  }

  @Test
  void who_interrupts_hears_of_it_first() {
    assertEquals(130, ExitCode.of(SmallRun.interrupted(), STANDARD).code());
  }

  @Test
  void an_outcome_that_contradicts_itself_fails_its_subtask_and_nothing_else() {
    var report = SmallRun.contradictory();
    var work = report.subtasks().getFirst();
    assertEquals(Ending.INTERNAL, work.outcome());
    assertTrue(work.reason().contains("storage.space is covered twice"), work.reason());
    assertEquals(ExitCode.INCOMPLETE, ExitCode.of(report, STANDARD));
  }
}
