package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Measured;
import dev.swarm.chaos.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever leads a run dies or stands still: a coordinator that stays goes on with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.HOURS)
class TakeoverIT {
  private static final Duration TAKEN = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private final History history = History.of("takeover", seed);
  private final Measured taken = new Measured("the successor led after the kill");
  private final Measured finished = new Measured("the successor finished after the kill");

  @TempDir private static Path folder;
  private Fleet fleet;
  private List<Daemon> servers = List.of();
  private Laws laws;
  private Duration usual = Duration.ZERO;

  @BeforeAll
  void four_agents_and_two_coordinators_that_stay() {
    fleet = Fleet.of(4, "takeover", folder, history);
    servers = List.of(fleet.server("c1"), fleet.server("c2"));
    servers.forEach(Daemon::start);
    var _ = fleet.up();
    servers.forEach(Daemon::awaitReady);
    var whole = fleet.audit().answered();
    assertEquals(0, whole.code(), whole::told);
    laws = new Laws(fleet, whole.findings());
    usual = whole.work();
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
    System.out.println(taken + "\n" + finished);
  }

  @Test
  void a_killed_coordinator_has_a_successor_that_finishes_its_run() {
    for (int round = 1; round <= Extent.of(3, 50); round++) {
      var asked = fleet.audit();
      var run = awaitStandby();
      var moment = Duration.ofMillis(random.nextLong(usual.toMillis()));
      Patience.last(moment);
      history.tell("kill -9", Map.of("round", round, "run", run, "after", moment.toMillis()));
      var killed = Instant.now();
      asked.program().kill9();
      var acknowledged = Receipts.of(fleet, run);
      var log = awaitEnd(run);
      var when = "seed %d, round %d, killed after %s".formatted(seed, round, moment);
      judge(log, killed, when);
      assertEquals(List.of(), acknowledged.missingFrom(log), when);
    }
  }

  @Test
  void a_coordinator_that_stood_still_learns_that_another_leads_and_steps_down() {
    var asked = fleet.audit();
    var run = awaitStandby();
    var stopped = Instant.now();
    asked.program().stop();
    var log = awaitEnd(run);
    asked.program().cont();
    int code = asked.program().ended(SOON);
    assertTrue(asked.program().err().contains("took over"), asked.program()::told);
    assertEquals(0, code, asked.program()::told);
    judge(log, stopped, "stood still");
    var answered = fleet.audit().answered();
    laws.hold(answered, "after the old one came back");
    assertEquals(0, answered.code(), answered::told);
  }

  /** The run under way, once somebody stands by for it. */
  private String awaitStandby() {
    var before = RunLog.newest(Charter.state(fleet.desk())).map(RunLog::run).orElse("");
    var _ =
        Patience.until(
            () ->
                RunLog.newest(Charter.state(fleet.desk()))
                    .filter(log -> !log.run().equals(before))
                    .filter(log -> !log.of("standby-joined").isEmpty())
                    .isPresent(),
            SOON,
            () -> "somebody stands by");
    return RunLog.newest(Charter.state(fleet.desk())).orElseThrow().run();
  }

  /** What the successor's store says of the run, once it has ended there. */
  private RunLog awaitEnd(String run) {
    var _ =
        Patience.until(
            () -> servers.stream().anyMatch(server -> log(server, run).ended()),
            SOON.plusSeconds(60),
            () -> "the run ends: " + servers.stream().map(s -> s.program().told()).toList());
    return servers.stream()
        .map(server -> log(server, run))
        .filter(RunLog::ended)
        .findFirst()
        .orElseThrow();
  }

  private void judge(RunLog log, Instant gone, String when) {
    assertEquals(List.of(), SumLaw.violations(log), when);
    assertEquals(List.of(), Findings.of(log).differencesFrom(laws.undisturbed()), when);
    assertEquals(List.of(), Executions.violations(fleet), when);
    assertEquals(
        12,
        log.of("subtask-ended").stream()
            .filter(one -> one.at("/outcome/kind").asText().equals("completed"))
            .count(),
        when);
    log.recorded("took-over")
        .map(one -> Duration.between(gone, Instant.parse(one.get("at").asText())))
        .forEach(time -> {
          taken.add(time);
          assertTrue(time.compareTo(TAKEN) <= 0, () -> when + ": taken over after " + time);
        });
    finished.add(Duration.between(gone, Instant.parse(log.events().getLast().get("at").asText())));
  }

  private static RunLog log(Daemon server, String run) {
    var state = Charter.state(server.machine());
    return RunLog.newest(state).isEmpty() ? new RunLog(run, List.of()) : RunLog.read(state, run);
  }
}
