package dev.swarm.fleet;

import dev.swarm.chaos.Cut;
import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Measured;
import dev.swarm.chaos.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine is cut off for a while, both ways or one way: once healed, all is usable again. */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class PartitionIT {
  private static final List<Cut> WAYS = List.of(Cut.BOTH, Cut.FROM, Cut.TO);
  private static final Duration USABLE = Extent.within(Duration.ofSeconds(15));

  private final long seed = Extent.seed();
  private final Random random = new Random(seed);
  private final History history = History.of("partition", seed);
  private final Measured usable = new Measured("usable again after healing", USABLE);
  private final Measured answered = new Measured("the audit that reached all again had answered");

  @TempDir private Path folder;
  private int cuts = (int) (seed % WAYS.size());

  @Test
  void after_any_cut_an_audit_reaches_all_within_15_seconds_of_healing() throws Exception {
    try (var fleet = Fleet.of(4, "cut", folder, history).up()) {
      var whole = fleet.audit().answered();
      var laws = new Laws(fleet, whole.findings());
      for (var length : lengths()) {
        cut(fleet, laws, length);
      }
    }
    System.out.println(usable + "\n" + answered);
    usable.reached();
  }

  private void cut(Fleet fleet, Laws laws, Duration length) {
    var victim = fleet.agents().get(random.nextInt(fleet.agents().size()));
    var way = WAYS.get(cuts++ % WAYS.size());
    history.tell(
        "cut", Map.of("node", victim.name(), "way", way.name(), "seconds", length.toSeconds()));
    var asked = fleet.audit();
    fleet.network().cut(victim.machine().place(), way);
    Patience.last(length);
    fleet.network().heal(victim.machine().place());
    history.tell("heal", Map.of("node", victim.name()));
    long healed = System.nanoTime();
    var when = "seed %d, %s cut %s for %s".formatted(seed, victim.name(), way, length);
    laws.hold(asked.answered(), when);
    awaitAll(fleet, laws, healed, when);
  }

  /** Audits until one has reached all: all was usable when that one began. */
  private void awaitAll(Fleet fleet, Laws laws, long healed, String when) {
    for (int tries = 0; tries < 10; tries++) {
      var begun = Duration.ofNanos(System.nanoTime() - healed);
      var audit = fleet.auditOf(List.of("quick")).answered();
      laws.hold(audit, when);
      if (audit.count("/totals/subtasks/completed") == fleet.names().size()) {
        usable.add(begun, when);
        answered.add(Duration.ofNanos(System.nanoTime() - healed), when);
        return;
      }
    }
    throw new AssertionError(when + ": not usable again");
  }

  /** In the order that the seed says. */
  private List<Duration> lengths() {
    var seconds = new ArrayList<Integer>();
    if (Extent.full()) {
      seconds.addAll(Collections.nCopies(16, 5));
      seconds.addAll(Collections.nCopies(12, 20));
      seconds.addAll(Collections.nCopies(8, 60));
      seconds.addAll(Collections.nCopies(4, 120));
    } else {
      seconds.addAll(List.of(5, 20));
    }
    Collections.shuffle(seconds, random);
    return seconds.stream().map(Duration::ofSeconds).toList();
  }
}
