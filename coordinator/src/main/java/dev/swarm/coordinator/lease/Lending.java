package dev.swarm.coordinator.lease;

import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Timers;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.LocalPermits;
import dev.swarm.router.waiting.Bells;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a coordinator lends to its fleet.
 *
 * @param slots of each router, by its name: what all nodes together may have in flight there
 * @param limits of the frontier tier, for the whole fleet
 */
public record Lending(Map<String, Integer> slots, Limits limits) {
  public Lending {
    slots = Map.copyOf(slots);
  }

  /**
   * Hears wishes on {@code door}, from its next attach on.
   *
   * @param ways how to reach a node now, by its name: with its instance and a recent beat; empty
   *     where that is not known
   * @param clock one that never jumps, such as {@link dev.swarm.router.waiting.SystemClock}
   * @param owner runs one thing after the other, and never blocks: a context
   * @return how the slots stand, for {@code owner} to ask
   */
  public Supplier<List<Loan>> open(
      Door door,
      Function<String, Optional<To>> ways,
      Timers timers,
      InstantSource clock,
      Executor owner) {
    var pools = new Slots(slots, Term.STANDARD);
    new SlotDesk(door, pools, ways, timers, clock, owner).open();
    new PermitDesk(door, new LocalPermits(limits, Bells.real(), clock), timers, owner).open();
    return pools::loans;
  }
}
