package dev.swarm.agent.lease;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a node may use of one router's slots, and when it has to say something about that. State
 * without a thread, a clock or a bus: owned by one {@link LeasedShare}.
 *
 * <p>A lease is over {@code lasts} after the last wish that was answered was sent, by this node's
 * clock, hence before the coordinator believes so. While nobody answers, what was granted last
 * holds until then; afterwards one call at a time goes on, for a fleet whose coordinator is away
 * should finish what it has in hand rather than stop, and one call each of nodes that had work is
 * what a router's queue can bear.
 */
final class SlotLease {
  /** What is left where nobody answers. */
  static final int FLOOR = 1;

  /** What is more than investigations work here goes to another node at once. */
  static final Duration HANDOVER = Duration.ofMillis(5);

  /** Who waits already says so again at most that often. */
  static final Duration HURRY = Duration.ofMillis(500);

  /** A quarter of a lease, so that three lost messages lose no slot. */
  static final Duration RENEW = Duration.ofMillis(2500);

  /** After a silence. */
  static final Duration AGAIN = Duration.ofSeconds(1);

  /** How long a router that the coordinator does not know is asked without a lease. */
  static final Duration UNKNOWN = Duration.ofMinutes(1);

  private final String node;
  private final String endpoint;
  private final int most;
  private final Lull lull = new Lull();
  private Optional<String> lender = Optional.empty();
  private int waiting;
  private int used;
  private int working;
  private long number;
  private int slots;
  private Instant until = Instant.MIN;
  private long echoed;
  private int told;
  private Instant sent = Instant.MIN;
  private Instant spare = Instant.MAX;
  private Instant retry = Instant.MIN;
  private Instant free = Instant.MIN;
  private boolean asking;
  private boolean alone;
  private boolean unconfirmed;

  /** {@code most} is what the node may use even if nobody else wants any. */
  SlotLease(String node, String endpoint, int most) {
    this.node = node;
    this.endpoint = endpoint;
    this.most = most;
  }

  /** Calls that may be under way. */
  int limit(Instant now) {
    if (now.isBefore(free)) {
      return Integer.MAX_VALUE;
    }
    if (now.isBefore(until)) {
      return slots;
    }
    return alone ? FLOOR : 0;
  }

  /** So many calls wait, and so many are under way. */
  void demand(int nowWaiting, int nowUsed, Instant now) {
    waiting = nowWaiting;
    used = nowUsed;
    lull.wanted(wanted(), now);
    spare = slots > wanted() ? earlier(spare, now) : Instant.MAX;
  }

  /** So many investigations are under way, whether they think or their tools run. */
  void working(int investigations) {
    working = investigations;
    if (working == 0) {
      lull.over();
    }
  }

  /** The coordinator that lends is this one from now on; empty where there is none. */
  void lender(Optional<String> other) {
    if (!lender.equals(other)) {
      lender = other;
      number = 0;
      echoed = 0;
      slots = 0;
      told = 0;
      until = Instant.MIN;
      sent = Instant.MIN;
      spare = Instant.MAX;
      retry = Instant.MIN;
      free = Instant.MIN;
      asking = false;
      unconfirmed = false;
    }
    alone |= other.isEmpty();
  }

  /** What has to be said now; until it is answered, nothing else is. */
  Optional<SlotWish> due(Instant now) {
    if (lender.isEmpty() || asking || now.isBefore(nextWish(now))) {
      return Optional.empty();
    }
    if (!now.isBefore(until)) {
      slots = 0;
    }
    asking = true;
    sent = now;
    told = kept(now);
    echoed = number;
    slots = Math.min(slots, told);
    spare = told > wanted() ? spare : Instant.MAX;
    unconfirmed = false;
    return Optional.of(new SlotWish(node, endpoint, told, used, echoed, most));
  }

  /** More slots than could be of use soon: an investigation makes one call at a time. */
  private boolean surplus() {
    return slots > Math.max(working, wanted());
  }

  /** What is wanted, and what is likely to be wanted again in a moment. */
  private int kept(Instant now) {
    boolean soon = spare.isBefore(Instant.MAX) && now.isBefore(spare.plus(lull.patience()));
    return soon ? Math.max(wanted(), Math.min(slots, working)) : wanted();
  }

  /** When {@link #due} may have something to say, if nothing happens before. */
  Instant nextWish(Instant now) {
    if (lender.isEmpty()) {
      return wanted() > 0 ? now.plus(AGAIN) : Instant.MAX;
    }
    if (asking) {
      return Instant.MAX;
    }
    var next = Instant.MAX;
    if (wanted() > usable(now) && wanted() > told) {
      next = told <= usable(now) ? now : earlier(next, later(sent, HURRY));
    }
    if (spare.isBefore(Instant.MAX)) {
      next = earlier(next, later(spare, surplus() ? HANDOVER : lull.patience()));
    }
    if (unconfirmed && used <= slots) {
      next = now;
    }
    if (wanted() > 0 || told > 0 || slots > 0) {
      next = earlier(next, later(sent, RENEW));
    }
    var barred = retry.isAfter(free) ? retry : free;
    return next.isBefore(barred) ? barred : next;
  }

  /** The wish was answered; {@code from} is who was asked. */
  void answered(String from, SlotGrant grant, Instant now) {
    if (!isAsked(from)) {
      return;
    }
    asking = false;
    alone = false;
    until = sent.plus(grant.lasts());
    if (grant.number() >= number) {
      take(grant, now);
    }
  }

  /** The coordinator grants something on its own account. */
  void granted(String from, SlotGrant grant, Instant now) {
    boolean ours = lender.filter(from::equals).isPresent();
    // Of a lease that is over by our clock nothing may be taken up again but by an answer.
    if (ours && now.isBefore(until) && grant.number() > number) {
      take(grant, now);
    }
  }

  private void take(SlotGrant grant, Instant now) {
    boolean fewer = grant.slots() <= slots;
    unconfirmed |= grant.number() > number && grant.number() > echoed && fewer;
    number = grant.number();
    slots = grant.slots();
    spare = slots > wanted() ? earlier(spare, now) : Instant.MAX;
  }

  /** Nobody answered the wish. */
  void silent(String from, Instant now) {
    if (isAsked(from)) {
      asking = false;
      alone = true;
      retry = later(now, AGAIN);
    }
  }

  /** The coordinator knows no such router: it is nobody else's business. */
  void unknown(String from, Instant now) {
    if (isAsked(from)) {
      asking = false;
      told = 0;
      free = later(now, UNKNOWN);
    }
  }

  private boolean isAsked(String from) {
    return asking && lender.filter(from::equals).isPresent();
  }

  private int wanted() {
    return Math.max(used, Math.min(most, waiting + used));
  }

  private int usable(Instant now) {
    return now.isBefore(until) ? slots : 0;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant from, Duration by) {
    return from.equals(Instant.MIN) ? from : from.plus(by);
  }
}
