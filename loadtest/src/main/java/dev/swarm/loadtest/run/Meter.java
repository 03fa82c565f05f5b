package dev.swarm.loadtest.run;

import dev.swarm.bus.Seal;
import dev.swarm.loadtest.result.Result.Bus;
import dev.swarm.loadtest.result.Result.Spread;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The meter on the coordinator's door, once there is one. */
final class Meter {
  private final InstantSource clock;
  private volatile Optional<BusMeter> bus = Optional.empty();

  Meter(InstantSource clock) {
    this.clock = clock;
  }

  Seal on(Seal seal) {
    var meter = new BusMeter(seal, clock);
    bus = Optional.of(meter);
    return meter;
  }

  void reset() {
    bus.ifPresent(BusMeter::reset);
  }

  Bus count() {
    return bus.map(BusMeter::count).orElseGet(() -> new Bus(0, 0, Spread.NONE, Map.of()));
  }
}
