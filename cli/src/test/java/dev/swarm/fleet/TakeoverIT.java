package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Measured;
import dev.swarm.chaos.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private static final Duration TAKEN = Extent.within(Duration.ofSeconds(10));
  private static final Duration SOON = Duration.ofSeconds(30);

  /** So much is left to do when somebody stands by. */
  private static final List<String> WORK = List.of("quick", "slow", Work.LONG);

  private static final int LATEST_MILLIS = 4_000;

  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private final History history = History.of("takeover", seed);
  private final Measured taken = new Measured("the successor led after the kill", TAKEN);
  private final Measured finished = new Measured("the successor finished after the kill");

  @TempDir private static Path folder;
  private Fleet fleet;
  private List<Daemon> servers = List.of();
  private Laws laws;

  @BeforeAll
  void four_agents_and_two_coordinators_that_stay() {
    fleet = Fleet.of(4, "takeover", folder, history);
    servers = List.of(fleet.server("c1"), fleet.server("c2"));
    servers.forEach(Daemon::start);
    var _ = fleet.up();
    for (var server : servers) {
      var _ = server.awaitReady();
    }
    var whole = fleet.auditOf(WORK, "--via-serve").answered();
    assertEquals(
        0,
        whole.code(),
        () -> whole.told() + servers.stream().map(server -> server.program().told()).toList());
    laws = new Laws(fleet, whole.findings());
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
    System.out.println(taken + "\n" + finished);
    taken.reached();
  }

  @Test
  void a_killed_coordinator_has_a_successor_that_finishes_its_run() {
    int rounds = Extent.rounds(2, 50);
    int receipts = 0;
    for (int round = 1; round <= rounds; round++) {
      var asked = fleet.auditOf(WORK, "--via-serve");
      var led = awaitStandby();
      var moment = Duration.ofMillis(random.nextLong(LATEST_MILLIS));
      Patience.last(moment);
      var killed = Instant.now();
      led.leader().kill9();
      var acknowledged = Receipts.of(fleet, led.run());
      receipts += acknowledged.attempts().size();
      var answered = asked.answered();
      var when = "seed %d, round %d, killed after %s".formatted(seed, round, moment);
      judge(answered, killed, when);
      assertEquals(List.of(), acknowledged.missingFrom(answered.log()), when);
      led.leader().start();
      var _ = led.leader().awaitReady();
    }
    assertTrue(taken.times() >= rounds / 2, () -> "too few were killed in time: " + taken);
    assertTrue(receipts >= rounds, "too few outcomes had a receipt when the leader was killed");
    System.out.println(receipts + " outcomes had a receipt when the leader was killed, 0 missing");
  }

  @Test
  void a_coordinator_that_stood_still_steps_down_before_the_one_that_took_over() {
    var asked = fleet.auditOf(WORK, "--via-serve");
    var led = awaitStandby();
    var stopped = Instant.now();
    led.leader().stop();
    var answered = asked.answered();
    led.leader().cont();
    judge(answered, stopped, "stood still");
    Patience.last(Duration.ofSeconds(5));
    var state = Charter.state(led.leader().machine());
    var took = answered.log().recorded("took-over").findFirst();
    for (var late : RunLog.read(state, led.run()).recorded("subtask-accepted").toList()) {
      assertTrue(
          took.isEmpty() || at(late).isBefore(at(took.get())) || epoch(late) == epoch(took.get()),
          () -> "a node served the old epoch: " + late);
    }
    var after = fleet.auditOf(WORK, "--via-serve").answered();
    laws.hold(after, "after the old one came back");
    assertEquals(0, after.code(), after::told);
  }

  /**
   * @param leader whoever leads it
   */
  private record Led(Daemon leader, String run) {}

  /** The run under way, once somebody stands by for it: then the other one leads it. */
  private Led awaitStandby() {
    var before = newest();
    var _ =
        Patience.until(
            () -> newest().filter(run -> !before.equals(Optional.of(run))).isPresent(),
            SOON,
            () -> "somebody stands by");
    var run = newest().orElseThrow();
    var standby = standby(run).orElseThrow();
    return servers.stream()
        .filter(server -> !server.name().equals(standby))
        .map(server -> new Led(server, run))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> newest() {
    return servers.stream()
        .map(server -> Charter.state(server.machine()))
        .flatMap(state -> RunLog.newest(state).stream())
        .map(RunLog::run)
        .filter(run -> standby(run).isPresent())
        .max(Comparator.naturalOrder());
  }

  private Optional<String> standby(String run) {
    return servers.stream()
        .map(server -> RunLog.read(Charter.state(server.machine()), run))
        .flatMap(log -> log.of("standby-joined").stream())
        .map(joined -> joined.get("coordinator").asText())
        .findFirst();
  }

  private void judge(Asked.Answered answered, Instant gone, String when) {
    laws.hold(answered, when);
    assertEquals(0, answered.code(), () -> when + "\n" + answered.told());
    assertEquals(
        fleet.names().size() * WORK.size(),
        answered.count("/totals/subtasks/completed"),
        answered::told);
    for (var took : answered.log().recorded("took-over").toList()) {
      taken.add(Duration.between(gone, at(took)), when);
    }
    finished.add(Duration.between(gone, at(answered.log().events().getLast())), when);
  }

  private static Instant at(JsonNode recorded) {
    return Instant.parse(recorded.get("at").asText());
  }

  private static long epoch(JsonNode recorded) {
    return recorded.get("epoch").asLong();
  }
}
