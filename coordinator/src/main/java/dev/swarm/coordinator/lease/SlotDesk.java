package dev.swarm.coordinator.lease;

import dev.swarm.bus.Door;
import dev.swarm.bus.Received;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Timers;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Where nodes ask for slots of routers. What it knows is {@code owner}'s alone; the door's thread
 * only hands over. While nobody holds a slot it does nothing at all.
 */
final class SlotDesk {
  private static final Duration TURN = Duration.ofMillis(250);

  private final Door door;
  private final Slots slots;
  private final Function<String, Optional<To>> ways;
  private final Timers timers;
  private final InstantSource clock;
  private final Executor owner;
  private boolean turning;

  SlotDesk(
      Door door,
      Slots slots,
      Function<String, Optional<To>> ways,
      Timers timers,
      InstantSource clock,
      Executor owner) {
    this.door = door;
    this.slots = slots;
    this.ways = ways;
    this.timers = timers;
    this.clock = clock;
    this.owner = owner;
  }

  /** Hears wishes from the door's next attach on. */
  void open() {
    var _ = door.on(Verb.SLOT_WISH, this::heard);
  }

  private Future<SlotGrant> heard(Received<SlotWish> wish) {
    var answer = Promise.<SlotGrant>promise();
    owner.execute(() -> {
      try {
        answer.complete(answered(wish));
      } catch (RuntimeException | Error failure) {
        answer.fail(failure);
      }
    });
    return answer.future();
  }

  private SlotGrant answered(Received<SlotWish> received) {
    var wish = received.message();
    var from = received.from();
    if (!wish.node().equals(from.name())) {
      throw new RefusedException(
          Refusal.FORBIDDEN, from.name() + " asks for slots of " + wish.node());
    }
    var answered = slots.wish(new Holder(from.name(), from.process()), wish, clock.instant());
    if (answered.isEmpty()) {
      throw new RefusedException(
          Refusal.NONSENSE, "no router is named '" + wish.endpoint() + "' here");
    }
    lend(answered.get().others());
    goOn();
    return answered.get().grant();
  }

  /** A grant that gets lost is told again when the node next asks. */
  private void lend(List<Slots.Lent> lent) {
    for (var one : lent) {
      ways.apply(one.to().node()).ifPresent(way -> door.tell(Verb.SLOT_GRANT, way, one.grant()));
    }
  }

  private void goOn() {
    if (!turning && !slots.idle()) {
      turning = true;
      var _ = timers.after(TURN, () -> owner.execute(this::turn));
    }
  }

  private void turn() {
    turning = false;
    lend(slots.turn(clock.instant()));
    goOn();
  }
}
