package dev.swarm.agent.lease;

import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import dev.swarm.router.endpoint.FleetSlots;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A node's share of one router: keeps its {@link SlotLease}, says what has to be said, and wakes
 * who waits. Any thread; the lease is guarded by this, which is never held while somebody else is
 * called.
 */
final class LeasedShare implements FleetSlots.Share {
  private final SlotLease lease;
  private final Supplier<Optional<String>> lender;
  private final BiFunction<String, SlotWish, Future<SlotGrant>> ask;
  private final Runnable grown;
  private final Later later;
  private final InstantSource clock;
  private Instant armed = Instant.MAX;

  LeasedShare(
      SlotLease lease,
      Supplier<Optional<String>> lender,
      BiFunction<String, SlotWish, Future<SlotGrant>> ask,
      Runnable grown,
      Later later,
      InstantSource clock) {
    this.lease = lease;
    this.lender = lender;
    this.ask = ask;
    this.grown = grown;
    this.later = later;
    this.clock = clock;
  }

  @Override
  public synchronized int limit() {
    return lease.limit(clock.instant());
  }

  @Override
  public void demand(int waiting, int inFlight) {
    synchronized (this) {
      lease.demand(waiting, inFlight, clock.instant());
    }
    goOn();
  }

  /** So many investigations are under way on this node. */
  void working(int investigations) {
    synchronized (this) {
      lease.working(investigations);
    }
    goOn();
  }

  /** The coordinator {@code from} grants on its own account. */
  void granted(String from, SlotGrant grant) {
    after(() -> lease.granted(from, grant, clock.instant()));
  }

  /** Says what is due, and sees to it that it is looked again when something will be. */
  private void goOn() {
    var from = lender.get();
    Optional<SlotWish> wish;
    synchronized (this) {
      var now = clock.instant();
      lease.lender(from);
      wish = lease.due(now);
      arm(now);
    }
    wish.ifPresent(one -> send(from.orElseThrow(), one));
  }

  private void arm(Instant now) {
    var next = lease.nextWish(now);
    if (next.isBefore(armed)) {
      armed = next;
      later.after(Duration.between(now, next), this::woken);
    }
  }

  private void woken() {
    synchronized (this) {
      armed = Instant.MAX;
    }
    after(() -> {});
  }

  private void send(String from, SlotWish wish) {
    var _ =
        ask.apply(from, wish)
            .onSuccess(grant -> after(() -> lease.answered(from, grant, clock.instant())))
            .onFailure(failure -> after(() -> failed(from, failure)));
  }

  private void failed(String from, Throwable failure) {
    if (failure instanceof RefusedException no && no.code() == Refusal.NONSENSE) {
      lease.unknown(from, clock.instant());
    } else {
      lease.silent(from, clock.instant());
    }
  }

  private void after(Runnable change) {
    var from = lender.get();
    boolean more;
    synchronized (this) {
      int before = lease.limit(clock.instant());
      lease.lender(from);
      change.run();
      more = lease.limit(clock.instant()) > before;
    }
    if (more) {
      grown.run();
    }
    goOn();
  }
}
