package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.coordinator.fleet.Rhythm;
import dev.swarm.coordinator.standby.Circle;
import dev.swarm.coordinator.store.RunStore;
import java.util.concurrent.Executor;

/**
 * What every run of a coordinator has in common.
 *
 * @param desk where everything of all runs happens, one thing after the other
 * @param aside for what blocks, such as reading the store
 * @param lengths learned from all of them
 * @param room of each
 * @param version of swarm, as it stands in the first event of a run
 */
record Surroundings(
    Fleet fleet,
    Circle circle,
    Line line,
    RunStore store,
    Timers timers,
    Executor desk,
    Executor aside,
    Pace pace,
    Rhythm rhythm,
    Lengths lengths,
    Room room,
    String version,
    Tenure tenure) {
  /** The same with a room of its own. */
  Surroundings with(Room other) {
    return new Surroundings(
        fleet, circle, line, store, timers, desk, aside, pace, rhythm, lengths, other, version,
        tenure);
  }

  String session() {
    return line.own().process();
  }
}
