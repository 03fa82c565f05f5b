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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent is killed, whichever and whenever: the sum holds and nothing is lost or doubled. */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KillIT {
  private static final Duration NAMED = Extent.within(Duration.ofSeconds(15));

  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private final History history = History.of("kill", seed);
  private final Measured lost = new Measured("a killed agent was named lost", NAMED);
  private final Measured resumed = new Measured("an audit whose agent was started again took");

  @TempDir private Path folder;

  @Test
  void kill_9_of_any_agent_at_any_moment_loses_and_doubles_nothing() throws Exception {
    try (var fleet = Fleet.of(Extent.of(4, 12), "kill", folder, history).up()) {
      var whole = fleet.audit().answered();
      assertEquals(0, whole.code(), whole::told);
      var laws = new Laws(fleet, whole.findings());
      laws.hold(whole, "undisturbed");
      for (int round = 1; round <= Extent.rounds(6, 200); round++) {
        round(fleet, laws, whole.took(), round);
      }
    }
    System.out.println(lost + "\n" + resumed);
    lost.reached();
  }

  private void round(Fleet fleet, Laws laws, Duration usual, int round) {
    var victim = fleet.agents().get(random.nextInt(fleet.agents().size()));
    var moment = Duration.ofMillis(random.nextLong(usual.toMillis()));
    boolean again = random.nextBoolean();
    history.tell(
        "round",
        Map.of("round", round, "node", victim.name(), "after", moment.toMillis(), "again", again));
    var asked = fleet.audit();
    Patience.last(moment);
    var killed = Instant.now();
    victim.kill9();
    if (again) {
      victim.start();
    }
    var answered = asked.answered();
    var when = "seed %d, round %d, %s after %s".formatted(seed, round, victim.name(), moment);
    laws.hold(answered, when);
    judge(answered, victim, killed, again, when);
    if (!again) {
      victim.start();
    }
    var _ = victim.awaitReady();
  }

  private void judge(
      Asked.Answered answered, Daemon victim, Instant killed, boolean again, String when) {
    var failed = failures(answered, victim.name());
    if (again) {
      resumed.add(answered.took(), when);
    }
    if (failed.isEmpty()) {
      assertEquals(0, answered.code(), () -> when + "\n" + answered.told());
      return;
    }
    assertEquals(3, answered.code(), () -> when + "\n" + answered.told());
    var named =
        answered
            .log()
            .recorded("node-lost")
            .filter(one -> one.at("/event/node").asText().equals(victim.name()))
            .findFirst();
    assertTrue(named.isPresent(), () -> when + ": not named lost\n" + answered.told());
    lost.add(Duration.between(killed, Instant.parse(named.get().get("at").asText())), when);
  }

  private static List<String> failures(Asked.Answered answered, String node) {
    return answered.log().of("subtask-ended").stream()
        .map(ended -> ended.get("outcome"))
        .filter(outcome -> outcome.get("kind").asText().equals("failed"))
        .map(outcome -> outcome.get("subtask").asText())
        .filter(subtask -> subtask.contains("/" + node + "/"))
        .toList();
  }
}
