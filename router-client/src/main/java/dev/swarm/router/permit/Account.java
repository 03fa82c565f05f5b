package dev.swarm.router.permit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The books of one limit: either for good, or over the last hour. The hour slides: no sixty
 * minutes, wherever they begin, see more than the limit (a bucket that refills would let twice as
 * much through in its first hour). Owned by one {@link Ledger}.
 */
final class Account {
  static final Duration HOUR = Duration.ofHours(1);

  private final String name;
  private final Cap cap;
  private final boolean sliding;
  private final Set<Booking> bookings = new HashSet<>();
  private Use sum = Use.NOTHING;
  private Use open = Use.NOTHING;

  /** {@code name} goes on a sentence such as "the limit of 5 calls …". */
  Account(String name, Cap cap, boolean sliding) {
    this.name = name;
    this.cap = cap;
    this.sliding = sliding;
  }

  /** The limit that {@code more} would exceed now. */
  Optional<String> exceededBy(Use more) {
    return cap.exceededBy(sum.plus(more)).map(this::named);
  }

  /** The limit that {@code more} will exceed however long one waits. */
  Optional<String> exceededForEverBy(Use more) {
    Use least = sliding ? Use.NOTHING : settled();
    return cap.exceededBy(least.plus(more)).map(this::named);
  }

  /** What is not given back any more: calls are never given back. */
  private Use settled() {
    return new Use(sum.calls(), sum.tokens() - open.tokens(), sum.cost().subtract(open.cost()));
  }

  void book(Booking booking) {
    sum = sum.plus(booking.use);
    open = open.plus(booking.use);
    var _ = bookings.add(booking);
  }

  /** {@code booking} used what it now says; {@code aside} was set aside for it. */
  void settle(Booking booking, Use aside) {
    if (bookings.contains(booking)) {
      sum = sum.minus(aside);
      open = open.minus(aside);
    }
    sum = sum.plus(booking.use);
    if (sliding) {
      var _ = bookings.add(booking);
    } else {
      var _ = bookings.remove(booking);
    }
  }

  void cancel(Booking booking) {
    if (bookings.remove(booking)) {
      sum = sum.minus(booking.use);
      open = open.minus(booking.use);
    }
  }

  /** Forgets what is an hour old. */
  void expire(Instant now) {
    if (!sliding) {
      return;
    }
    var old = bookings.stream().filter(one -> !one.at.plus(HOUR).isAfter(now)).toList();
    for (var booking : old) {
      sum = sum.minus(booking.use);
      var _ = bookings.remove(booking);
    }
  }

  /** When it next forgets something. */
  Instant expires() {
    return bookings.stream()
        .filter(one -> sliding)
        .map(one -> one.at.plus(HOUR))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private String named(String limit) {
    return "the limit of " + limit + " " + name;
  }
}
