package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever breaks: agents die and come back, the bus delays, loses, doubles and is cut,
 * coordinators die, pause and are cut off. Each seed is one such run, in virtual time; {@code
 * -Dswarm.seed=N} tries one again, {@code -Dswarm.seeds=N} the first N, {@code -Dswarm.full=true}
 * ten thousand of each kind.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SimulationTest {
  private static final RunId RUN = new RunId("20261120-194512-k3f9");
  private static final long DEADLINE = 60_000;

  @Test
  void every_run_adds_up_and_ends_whatever_happens_to_its_nodes() {
    seeds(100, seed -> new Scenario(seed, Kind.NODES).play());
  }

  @Test
  void a_run_outlives_its_coordinator_and_loses_nothing_acknowledged() {
    seeds(110, seed -> new Scenario(seed, Kind.COORDINATORS).play());
  }

  @Test
  void coordinators_that_are_cut_off_from_one_another_work_no_attempt_twice() {
    seeds(90, seed -> new Scenario(seed, Kind.CUTS).play());
  }

  /** It lost its standby and was acknowledging alone, while that one had ended the run. */
  @Test
  void a_leader_that_was_away_does_not_take_the_silence_for_that_of_its_standby() {
    new Scenario(3907, Kind.COORDINATORS).play();
  }

  /** The node answered what it has before an offer that was on its way, and took that one then. */
  @Test
  void an_offer_that_is_taken_late_is_not_made_once_more() {
    new Scenario(7969, Kind.COORDINATORS).play();
    new Scenario(3119, Kind.CUTS).play();
  }

  private interface Play {
    void seed(long seed);
  }

  private static void seeds(int some, Play play) {
    long one = Long.getLong("swarm.seed", -1);
    int count = Integer.getInteger("swarm.seeds", Boolean.getBoolean("swarm.full") ? 10_000 : some);
    for (long seed = one < 0 ? 0 : one; seed < (one < 0 ? count : one + 1); seed++) {
      try {
        play.seed(seed);
      } catch (RuntimeException | Error failure) {
        throw new AssertionError(
            "seed " + seed + " of " + some + " (try -Dswarm.seed=" + seed + "): " + failure,
            failure);
      }
    }
  }

  private enum Kind {
    NODES,
    COORDINATORS,
    CUTS
  }

  private static final class Scenario {
    private final SimWorld world;
    private final SimBus bus;
    private final Kind kind;
    private final List<Throwable> bugs = new ArrayList<>();
    private final List<SimNode> nodes = new ArrayList<>();
    private final List<SimCoordinator> coordinators = new ArrayList<>();
    private long lastTrouble;

    Scenario(long seed, Kind kind) {
      this.world = new SimWorld(seed);
      this.bus = new SimBus(world);
      this.kind = kind;
      bus.loss = world.chance(0.5) ? 0 : 0.03;
      bus.doubling = world.chance(0.5) ? 0 : 0.1;
      int count = (int) world.between(1, 6);
      for (int n = 1; n <= count; n++) {
        var node = new SimNode(world, bus, "n" + n, (int) world.between(1, 4));
        node.deadly = world.chance(0.2) ? 0.3 : 0;
        node.longest = world.chance(0.5) ? 1500 : 8000;
        nodes.add(node);
        world.after(world.chance(0.8) ? 0 : world.between(0, 20_000), node::start);
      }
      int stand = kind == Kind.NODES ? 1 : (int) world.between(2, 3);
      for (int c = 1; c <= stand; c++) {
        var coordinator = new SimCoordinator(world, bus, "c" + c, Tenure.STANDING, bugs);
        coordinators.add(coordinator);
        coordinator.start();
      }
    }

    void play() {
      var leader = coordinators.get((int) world.between(0, coordinators.size() - 1L));
      world.runUntil(5_000);
      var names = nodes.stream().map(node -> node.process().name).toList();
      var audit =
          new Audit(
              world.chance(0.5) ? new Target.Named(names) : Target.everybody(),
              world.chance(0.8) ? Optional.empty() : Optional.of(new Limit("50%")),
              Samples.AREAS,
              List.of(),
              Budget.standard(Duration.ofSeconds(20)),
              Duration.ofMillis(DEADLINE),
              "playbook",
              List.of(),
              Optional.empty());
      var _ = leader.run(RUN, audit);
      trouble(leader);
      world.runUntil(Math.max(5_000 + DEADLINE, lastTrouble) + 45_000);
      try {
        check();
      } catch (AssertionError failure) {
        if (Long.getLong("swarm.seed") != null) {
          coordinators.forEach(this::tell);
        }
        throw failure;
      }
    }

    private void tell(SimCoordinator coordinator) {
      System.out.println(coordinator.name);
      for (var recorded : coordinator.store.events(RUN)) {
        System.out.printf(
            "%s %d/%d %s%n",
            recorded.at(), recorded.epoch(), recorded.sequence(), gist(recorded.event()));
      }
    }

    private void trouble(SimCoordinator leader) {
      for (var node : nodes) {
        for (long times = world.between(0, 2); times > 0; times--) {
          at(() -> hurt(node));
        }
      }
      if (kind == Kind.COORDINATORS) {
        at(() -> hurt(world.chance(0.7) ? leader : any()));
      }
      if (kind == Kind.CUTS) {
        at(this::part);
        if (world.chance(0.5)) {
          at(() -> hurt(any()));
        }
      }
    }

    private SimCoordinator any() {
      return coordinators.get((int) world.between(0, coordinators.size() - 1L));
    }

    private void at(Runnable action) {
      world.after(world.chance(0.5) ? world.between(0, 3_000) : world.between(0, 30_000), action);
    }

    private void hurt(SimNode node) {
      switch ((int) world.between(0, 3)) {
        case 0 -> node.restartAfter(world.between(200, 20_000));
        case 1 -> node.kill();
        case 2 -> world.pause(node.process(), world.between(1_000, 60_000));
        default -> cut(node.process().name, world.between(1_000, 40_000));
      }
    }

    private void cut(String name, long millis) {
      boolean oneWay = world.chance(0.3);
      for (var coordinator : coordinators) {
        bus.cut(name, coordinator.name, millis);
        if (!oneWay) {
          bus.cut(coordinator.name, name, millis);
        }
      }
    }

    private void hurt(SimCoordinator coordinator) {
      if (!coordinator.alive()) {
        return;
      }
      long away = world.between(500, 40_000);
      lastTrouble = Math.max(lastTrouble, world.millis() + away);
      if (world.chance(0.6)) {
        coordinator.kill();
        world.after(away, coordinator::restart);
      } else {
        world.pause(coordinator.process(), away);
      }
    }

    private void part() {
      long millis = world.between(2_000, 40_000);
      lastTrouble = Math.max(lastTrouble, world.millis() + millis);
      boolean oneWay = world.chance(0.3);
      for (var one : coordinators) {
        for (var other : coordinators) {
          if (one.name.compareTo(other.name) < 0) {
            bus.cut(one.name, other.name, millis);
            if (!oneWay) {
              bus.cut(other.name, one.name, millis);
            }
          }
        }
      }
    }

    private void check() {
      for (var bug : bugs) {
        throw new AssertionError("a bug: " + bug, bug);
      }
      if (coordinators.stream().allMatch(c -> c.store.events(RUN).size() < 2)) {
        // its coordinator died before it was on any disk
        assertEquals(Map.of(), world.acknowledged);
        return;
      }
      var ends = coordinators.stream().filter(c -> ended(c.store.events(RUN))).toList();
      assertFalse(ends.isEmpty(), "nobody saw the end of the run");
      for (var coordinator : coordinators) {
        assertTrue(
            coordinator.office().runs().isEmpty(), coordinator.name + " still leads the run");
        sound(coordinator.store.events(RUN));
      }
      // one that was deposed while it was paused may have noted an end of its own
      long epoch = ends.stream().mapToLong(this::epoch).max().orElseThrow();
      acknowledged(ends.stream().filter(c -> epoch(c) == epoch).toList());
    }

    private long epoch(SimCoordinator coordinator) {
      return coordinator.store.events(RUN).getLast().epoch();
    }

    private static String gist(Event event) {
      var text = event.toString();
      return text.substring(0, Math.min(text.length(), 150));
    }

    private static boolean ended(List<Recorded> events) {
      return !events.isEmpty() && events.getLast().event() instanceof Event.RunEnded;
    }

    /** A history that can be followed from its first event on, epochs never going down. */
    private void sound(List<Recorded> events) {
      var gathering = new Gathering();
      long epoch = 1;
      for (var recorded : events) {
        assertTrue(recorded.epoch() >= epoch, "an old epoch wrote " + recorded);
        epoch = recorded.epoch();
        gathering.follow(recorded.event());
      }
      if (ended(events)) {
        assertEquals(0, gathering.sum().open());
      }
    }

    private void acknowledged(List<SimCoordinator> ends) {
      for (var one : world.acknowledged.entrySet()) {
        var homes =
            (kind == Kind.CUTS ? coordinators : ends)
                .stream().map(c -> outcomes(c.store.events(RUN)).get(one.getKey())).toList();
        // parted coordinators may each have gone on alone; without a part all agree
        boolean kept =
            kind == Kind.CUTS
                ? homes.contains(one.getValue())
                : homes.stream().allMatch(one.getValue()::equals) || promisedAlone(one.getKey());
        assertTrue(kept, one + " was acknowledged, and is " + homes);
      }
    }

    /** Whether it was acknowledged while nobody stood by: its own store and its node have it. */
    private boolean promisedAlone(SubtaskId subtask) {
      return coordinators.stream().anyMatch(c -> endedAlone(c.store.events(RUN), subtask));
    }

    private static boolean endedAlone(List<Recorded> events, SubtaskId subtask) {
      boolean alone = true;
      for (var recorded : events) {
        switch (recorded.event()) {
          case FleetEvent.StandbyJoined _ -> alone = false;
          case FleetEvent.StandbyLost _, FleetEvent.TookOver _ -> alone = true;
          case Event.SubtaskEnded ended when ended.outcome().subtask().equals(subtask) -> {
            return alone && ended.outcome() instanceof Outcome.Completed;
          }
          default -> {}
        }
      }
      return false;
    }

    private static Map<SubtaskId, Integer> outcomes(List<Recorded> events) {
      var outcomes = new HashMap<SubtaskId, Integer>();
      for (var recorded : events) {
        if (recorded.event() instanceof Event.SubtaskEnded(Outcome outcome)) {
          outcomes.put(outcome.subtask(), outcome.attempt());
        }
      }
      return outcomes;
    }
  }
}
