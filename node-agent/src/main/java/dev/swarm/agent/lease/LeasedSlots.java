package dev.swarm.agent.lease;

import dev.swarm.agent.Investigator;
import dev.swarm.bus.Door;
import dev.swarm.bus.Received;
import dev.swarm.bus.To;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import dev.swarm.protocol.Verb;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.FleetSlots;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A node's shares of the routers that the whole fleet asks. Wishes follow demand: one when the
 * first call waits, one when none has for a moment, and one every few seconds between. Any thread.
 */
public final class LeasedSlots implements FleetSlots {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Door door;
  private final Supplier<Optional<String>> lender;
  private final Later later;
  private final InstantSource clock;
  private final Map<String, LeasedShare> shares = new ConcurrentHashMap<>();
  private final AtomicInteger working = new AtomicInteger();

  /**
   * Hears grants on {@code door}, from its next attach on.
   *
   * @param lender the session of the coordinator to ask now; the same one as long as it is there
   * @param clock one that never jumps
   */
  public LeasedSlots(
      Door door, Supplier<Optional<String>> lender, Later later, InstantSource clock) {
    this.door = door;
    this.lender = lender;
    this.later = later;
    this.clock = clock;
    var _ = door.on(Verb.SLOT_GRANT, this::granted);
  }

  @Override
  public Share of(Endpoint endpoint, Runnable grown) {
    var lease = new SlotLease(door.own().name(), endpoint.name(), endpoint.concurrency());
    var share = new LeasedShare(lease, lender, this::ask, grown, later, clock);
    shares.put(endpoint.name(), share);
    return share;
  }

  /**
   * The same investigator, counted: between two turns of its investigations slots are kept for a
   * while, and after the last one they are not.
   */
  public Investigator serving(Investigator investigator) {
    return (order, events) -> {
      working(1);
      try {
        return investigator.work(order, events);
      } finally {
        working(-1);
      }
    };
  }

  private void working(int more) {
    int now = working.addAndGet(more);
    shares.values().forEach(share -> share.working(now));
  }

  private Future<SlotGrant> ask(String session, SlotWish wish) {
    return door.ask(Verb.SLOT_WISH, To.coordinator(session), wish, PATIENCE);
  }

  private Future<Noted> granted(Received<SlotGrant> received) {
    var share = Optional.ofNullable(shares.get(received.message().endpoint()));
    share.ifPresent(one -> one.granted(received.from().process(), received.message()));
    return Future.succeededFuture(new Noted());
  }
}
