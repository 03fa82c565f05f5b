package dev.swarm.router.permit;

import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.permit.Line.Waiting;
import dev.swarm.router.waiting.Bells;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The permits of a single process. A wish that finds no room waits in line until calls that are
 * under way use less than was set aside for them, or until an hour is over; what cannot be had
 * however long one waits is refused at once. Any thread; everything is guarded by the one lock.
 */
public final class LocalPermits implements Permits {
  private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);

  private final Bells bells;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Ledger ledger;
  private final Line line = new Line();

  public LocalPermits(Limits limits, Bells bells, InstantSource clock) {
    this.bells = bells;
    this.clock = clock;
    ledger = new Ledger(limits);
  }

  @Override
  public Grant wish(Wish wish, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    var waiting = new Waiting(wish, bells.hang(lock));
    line.add(waiting);
    boolean answered = false;
    try {
      var grant = granted(waiting, patience);
      answered = true;
      return grant;
    } finally {
      if (!answered) {
        waiting.booking.ifPresent(ledger::cancel);
      }
      line.leave(waiting);
      serve(clock.instant());
      lock.unlock();
    }
  }

  private Grant granted(Waiting waiting, Duration patience) throws InterruptedException {
    Instant end = clock.instant().plus(shorter(patience, LONGEST_PATIENCE));
    while (true) {
      Instant now = clock.instant();
      serve(now);
      if (waiting.booking.isPresent()) {
        return new Grant.Permitted();
      }
      if (waiting.refused.isPresent()) {
        return new Grant.Refused(waiting.refused.get() + " is used up");
      }
      if (!now.isBefore(end)) {
        return new Grant.Refused(tooLate(waiting.wish, patience));
      }
      Instant next = ledger.expires(waiting.wish);
      waiting.bell.await(Duration.between(now, next.isBefore(end) ? next : end));
    }
  }

  private String tooLate(Wish wish, Duration patience) {
    String limit = ledger.inTheWay(wish).orElse("the limits");
    return "no permit came free within %d s: %s".formatted(patience.toSeconds(), limit);
  }

  @Override
  public void spent(Wish wish, Usage usage, BigDecimal cost) {
    lock.lock();
    try {
      Instant now = clock.instant();
      ledger.settle(wish, new Use(1, usage.prompt() + usage.completion(), cost), now);
      serve(now);
    } finally {
      lock.unlock();
    }
  }

  /** Answers every wish that can be answered, in turn. */
  private void serve(Instant now) {
    ledger.expire(now);
    boolean again = true;
    while (again) {
      again = false;
      for (var waiting : line.inTurn()) {
        if (served(waiting, now)) {
          again = true;
          break;
        }
      }
    }
  }

  private boolean served(Waiting waiting, Instant now) {
    waiting.refused = ledger.inTheWayForEver(waiting.wish);
    if (waiting.refused.isEmpty()) {
      if (ledger.inTheWay(waiting.wish).isPresent()) {
        return false;
      }
      waiting.booking = Optional.of(ledger.book(waiting.wish, now));
      line.served(waiting);
    }
    waiting.bell.ring();
    return true;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
