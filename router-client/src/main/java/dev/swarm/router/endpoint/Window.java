package dev.swarm.router.endpoint;

import java.util.OptionalInt;

/**
 * How many requests an endpoint is given at once: half as many after a refusal, one more after as
 * many good replies as there are places (additive increase, multiplicative decrease). The number
 * that was refused last is tried again only after ten times as many, so that a steady overload
 * costs few refused requests. Owned by one {@link Gate}.
 */
final class Window {
  private static final int CAUTION = 10;

  private final int configured;
  private int ceiling;
  private int limit;
  private int good;
  private OptionalInt refusedAt = OptionalInt.empty();

  Window(int configured) {
    this.configured = configured;
    ceiling = configured;
    limit = configured;
  }

  int limit() {
    return limit;
  }

  /** The server has that many slots; the operator's number stays the most. */
  void slots(int slots) {
    ceiling = Math.clamp(slots, 1, configured);
    limit = Math.min(limit, ceiling);
  }

  void completed() {
    if (limit >= ceiling) {
      good = 0;
      return;
    }
    good++;
    if (good >= needed()) {
      limit++;
      good = 0;
    }
  }

  void refused() {
    refusedAt = OptionalInt.of(limit);
    limit = Math.max(1, limit / 2);
    good = 0;
  }

  private int needed() {
    return refusedAt.orElse(0) == limit + 1 ? CAUTION * limit : limit;
  }
}
