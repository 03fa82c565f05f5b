package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What may befall one agent, and how each ends; its neighbours never notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** So long an agent waits for a receipt, and a little more than that. */
  private static final Duration COURIERS_PATIENCE = Duration.ofMillis(3_500);

  private static final String METRICS = "http://127.0.0.1:7400/metrics";
  private static final Pattern AGAIN = Pattern.compile("\\{exit=\"duplicate\"} [1-9]");

  @TempDir private static Path folder;
  private Fleet fleet;
  private Laws laws;

  @BeforeAll
  void three_agents() {
    fleet = Fleet.of(3, "faults", folder, History.of("faults", Extent.seed())).up();
    var whole = fleet.auditOf(everything()).answered();
    assertEquals(0, whole.code(), whole::told);
    laws = new Laws(fleet, whole.findings());
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
  }

  @AfterEach
  void all_are_well_again() {
    for (var agent : fleet.agents()) {
      if (!agent.program().runs()) {
        agent.start();
      }
      var _ = agent.awaitReady();
    }
  }

  @Test
  void an_agent_that_is_started_again_in_time_resumes_its_place() {
    var agent = fleet.agent("n2");
    var asked = fleet.audit();
    agent.awaitWork();
    agent.kill9();
    agent.start();
    var answered = asked.answered();
    laws.hold(answered, "started again");
    assertEquals(0, answered.code(), answered::told);
    assertEquals(9, answered.count("/totals/subtasks/completed"), answered::told);
  }

  @Test
  void a_task_that_kills_its_agent_is_tried_twice_and_then_a_humans() {
    var agent = fleet.agent("n1");
    agent.kill9();
    agent.machine().withoutSandbox();
    Work.givePoisoned(agent.machine());
    agent.start();
    var _ = agent.awaitReady();
    var asked = fleet.auditOf(everything());
    for (int tries = 1; tries <= 2; tries++) {
      var _ = agent.program().ended(SOON);
      agent.start();
    }
    var answered = asked.answered();
    laws.hold(answered, "poisoned");
    assertEquals(3, answered.code(), answered::told);
    assertEquals(1, answered.count("/totals/subtasks/failed/needs-human"), answered::told);
    assertEquals(11, answered.count("/totals/subtasks/completed"), answered::told);
    agent.kill9();
    agent.machine().withSandbox();
    Work.give(agent.machine());
  }

  @Test
  void an_agent_that_stands_still_too_long_is_lost_and_what_it_brings_later_changes_nothing() {
    var agent = fleet.agent("n3");
    var asked = fleet.audit();
    agent.awaitWork();
    agent.stop();
    Patience.last(Duration.ofSeconds(Extent.of(20, 60)));
    agent.cont();
    var answered = asked.answered();
    laws.hold(answered, "stood still");
    assertEquals(3, answered.code(), answered::told);
    assertNotEquals(0, answered.count("/totals/subtasks/failed/lost"), answered::told);
    // the cluster has thrown it out meanwhile: it takes a moment to be a member again
    var after = fleet.audit().answered();
    for (int again = 0; again < 2 && after.code() != 0; again++) {
      laws.hold(after, "not back yet");
      after = fleet.audit().answered();
    }
    var last = after;
    laws.hold(last, "goes on");
    assertEquals(0, last.code(), last::told);
  }

  @Test
  void an_agent_that_stands_still_for_a_moment_is_waited_for() {
    var agent = fleet.agent("n3");
    var asked = fleet.audit();
    agent.awaitWork();
    agent.stop();
    Patience.last(Duration.ofSeconds(5));
    agent.cont();
    var answered = asked.answered();
    laws.hold(answered, "stood still for 5 s");
    assertEquals(0, answered.code(), answered::told);
  }

  @Test
  void an_agent_that_is_asked_to_end_finishes_what_it_has_in_hand() {
    var agent = fleet.agent("n2");
    var asked = fleet.audit();
    agent.awaitWork();
    agent.term();
    assertEquals(0, agent.program().ended(SOON), agent.program()::told);
    var answered = asked.answered();
    laws.hold(answered, "asked to end");
    assertEquals(0, answered.code(), answered::told);
    assertEquals(9, answered.count("/totals/subtasks/completed"), answered::told);
  }

  @Test
  void an_outcome_that_is_delivered_again_counts_once() {
    var leader = fleet.server("leader");
    leader.start();
    var _ = leader.awaitReady();
    var asked = fleet.audit("--via-serve");
    fleet.agent("n1").awaitWork();
    var run = RunLog.newest(Charter.state(leader.machine())).orElseThrow().run();
    leader.stop();
    var _ =
        Patience.until(
            () -> Receipts.ended(fleet.agent("n1"), run) == 3, SOON, () -> "n1 has done it all");
    Patience.last(COURIERS_PATIENCE);
    leader.cont();
    var answered = asked.answered();
    laws.hold(answered, "whoever led stood still");
    assertEquals(0, answered.code(), answered::told);
    assertEquals(9, answered.count("/totals/subtasks/completed"), answered::told);
    var intake = leader.machine().start("metrics", List.of("curl", "-s", METRICS));
    assertEquals(0, intake.ended(SOON), intake::told);
    assertTrue(intake.out().contains("{exit=\"kept\"} 9"), intake::told);
    assertTrue(AGAIN.matcher(intake.out()).find(), intake::told);
    leader.kill9();
  }

  private static List<String> everything() {
    return java.util.stream.Stream.concat(
            Work.AREAS.stream(), java.util.stream.Stream.of(Work.POISON))
        .toList();
  }
}
