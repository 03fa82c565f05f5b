package dev.swarm.coordinator.lease;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a node may do with its slots at most: it takes every liberty that the contract leaves. */
final class FakeNode {
  static final String ENDPOINT = "router";
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  final Holder holder;
  private final double rate;
  private long number;
  private int slots;
  private Instant until = Instant.MIN;
  private Optional<Instant> asked = Optional.empty();
  private int used;

  /** {@code rate} is how fast its clock goes. */
  FakeNode(Holder holder, double rate) {
    this.holder = holder;
    this.rate = rate;
  }

  /** Its own time when it is {@code now} elsewhere. */
  private Instant clock(Instant now) {
    return EPOCH.plus(Duration.ofNanos((long) (Duration.between(EPOCH, now).toNanos() * rate)));
  }

  boolean isAsking(Instant now) {
    return asked.filter(at -> clock(now).isBefore(at.plusSeconds(2))).isPresent();
  }

  SlotWish ask(int wanted, Instant now) {
    if (!clock(now).isBefore(until)) {
      slots = 0;
    }
    slots = Math.min(slots, wanted);
    asked = Optional.of(clock(now));
    return new SlotWish(holder.node(), ENDPOINT, wanted, used, number);
  }

  void answered(SlotGrant grant, Instant askedAt) {
    if (asked.filter(clock(askedAt)::equals).isPresent()) {
      until = asked.get().plus(grant.lasts());
      asked = Optional.empty();
      if (grant.number() >= number) {
        number = grant.number();
        slots = grant.slots();
      }
    }
  }

  void granted(SlotGrant grant, Instant now) {
    if (clock(now).isBefore(until) && grant.number() > number) {
      number = grant.number();
      slots = grant.slots();
    }
  }

  int slots(Instant now) {
    return clock(now).isBefore(until) ? slots : 0;
  }

  int used() {
    return used;
  }

  void begin() {
    used++;
  }

  void end() {
    used--;
  }

  /** What of the whole it may have in use under its lease. */
  int holds(Instant now) {
    return clock(now).isBefore(until) ? Math.max(slots, used) : 0;
  }
}
