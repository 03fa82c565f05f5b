package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A thousand nodes, eleven areas each. */
class LargeFleetTest {
  private static final RunId RUN = new RunId("20261120-194512-k3f9");

  @Test
  void eleven_thousand_subtasks_hold_the_desk_for_moments_only() {
    var world = new SimWorld(1);
    var bus = new SimBus(world);
    var bugs = new ArrayList<Throwable>();
    var coordinator = new SimCoordinator(world, bus, "c1", Tenure.STANDING, bugs);
    coordinator.start();
    for (int n = 0; n < 1000; n++) {
      var node = new SimNode(world, bus, "n" + n, 4);
      node.longest = 400;
      node.start();
    }
    world.runUntil(5_000);
    var audit =
        new Audit(
            Target.everybody(),
            Optional.empty(),
            Area.STANDARD,
            List.of(),
            Budget.standard(Duration.ofSeconds(20)),
            Duration.ofMinutes(5),
            "playbook",
            List.of(),
            Optional.empty());
    coordinator.longest = 0;
    long began = System.nanoTime();
    var _ = coordinator.run(RUN, audit, _ -> {});
    world.runUntil(60_000);
    long took = System.nanoTime() - began;
    var events = coordinator.store.events(RUN);
    System.out.printf(
        "1000 nodes, 11000 subtasks: %d events, %d ms of real time, longest task %.1f ms%n",
        events.size(), took / 1_000_000, coordinator.longest / 1e6);
    assertEquals(List.of(), bugs);
    assertEquals(new Event.RunEnded(false), events.getLast().event());
    assertEquals(
        11_000, events.stream().filter(e -> e.event() instanceof Event.SubtaskEnded).count());
    assertTrue(
        coordinator.longest < 100_000_000, "the desk was held for " + coordinator.longest + " ns");
  }
}
