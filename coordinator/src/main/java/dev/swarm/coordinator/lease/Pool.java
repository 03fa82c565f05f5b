package dev.swarm.coordinator.lease;

import dev.swarm.protocol.SlotWish;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The slots of one endpoint, and who has them. Those who want more than they have stand in line and
 * get one each in turn, as long as there are any. Where somebody has less than a fair share and
 * none are left, {@link #turn} asks for some back. Owned by one {@link Slots}.
 */
final class Pool {
  private int total;
  private final Term term;
  private final LongSupplier numbers;
  private final Map<Holder, Lease> leases = new LinkedHashMap<>();
  private final Set<Lease> line = new LinkedHashSet<>();
  private int held;

  Pool(int total, Term term, LongSupplier numbers) {
    this.total = total;
    this.term = term;
    this.numbers = numbers;
  }

  /** Somebody says that there are no more than so many. */
  void atMost(int slots) {
    total = Math.min(total, slots);
  }

  /** What the holder may use now; {@code changed} takes up the leases that were granted anew. */
  Lease wish(Holder holder, SlotWish wish, Instant now, Set<Lease> changed) {
    var lease = leases.computeIfAbsent(holder, _ -> newcomer(holder, wish, now));
    held -= lease.held();
    lease.asked(wish, total, now);
    if (lease.slots() > lease.wanted()) {
      lease.grant(numbers.getAsLong(), lease.wanted(), now);
    }
    held += lease.held();
    if (lease.waits()) {
      var _ = line.add(lease);
    } else {
      line.remove(lease);
    }
    if (lease.over()) {
      leases.remove(holder);
    }
    serve(now, changed);
    return lease;
  }

  /** Calls that it has under way already, by the leave of somebody before us, may be its own. */
  private Lease newcomer(Holder holder, SlotWish wish, Instant now) {
    var lease = new Lease(holder, wish.grant(), now);
    int own = Math.min(wish.used(), total - held);
    if (own > 0) {
      lease.grant(numbers.getAsLong(), own, now);
      held += own;
    }
    return lease;
  }

  /** Ends what is past its time, and takes back from some for others who have none. */
  void turn(Instant now, Set<Lease> changed) {
    lapse(now);
    serve(now, changed);
    reclaim(now, changed);
  }

  int held() {
    return held;
  }

  /** How it stands now. */
  Loan loan(String endpoint) {
    int waiting =
        leases.values().stream().mapToInt(one -> Math.max(0, one.wanted() - one.slots())).sum();
    return new Loan(endpoint, total, held, waiting);
  }

  boolean idle() {
    return leases.isEmpty();
  }

  private void lapse(Instant now) {
    var end = now.minus(term.lasts()).minus(term.margin());
    var lapsed = leases.values().stream().filter(one -> !one.heard().isAfter(end)).toList();
    for (var lease : lapsed) {
      held -= lease.held();
      leases.remove(lease.holder);
      line.remove(lease);
    }
  }

  /** One each, in turn, who has fewest first, while there are any. */
  private void serve(Instant now, Set<Lease> changed) {
    int free = total - held;
    var slots = new LinkedHashMap<Lease, Integer>();
    while (free > 0 && !line.isEmpty()) {
      var lease = poorest(slots);
      line.remove(lease);
      int more = slots.getOrDefault(lease, lease.slots()) + 1;
      slots.put(lease, more);
      free -= more > lease.held() ? 1 : 0;
      if (more < lease.wanted()) {
        var _ = line.add(lease);
      }
    }
    slots.forEach((lease, granted) -> grant(lease, granted, now, changed));
  }

  private Lease poorest(Map<Lease, Integer> slots) {
    var poorest = line.iterator().next();
    int fewest = Integer.MAX_VALUE;
    for (var lease : line) {
      int has = slots.getOrDefault(lease, lease.slots());
      if (has < fewest) {
        poorest = lease;
        fewest = has;
      }
      if (fewest == 0) {
        break;
      }
    }
    return poorest;
  }

  private void reclaim(Instant now, Set<Lease> changed) {
    int share = Math.max(1, total / Math.max(1, wanting()));
    int missing = missing(share) - coming();
    missing = level(leases.values(), share, missing, now, changed);
    if (missing > 0) {
      rotate(now, missing, changed);
    }
  }

  private int wanting() {
    return (int) leases.values().stream().filter(one -> one.wanted() > 0).count();
  }

  /** What those in line lack of a fair share. */
  private int missing(int share) {
    return line.stream()
        .mapToInt(one -> Math.max(0, Math.min(one.wanted(), share) - one.slots()))
        .sum();
  }

  /** What was asked back and is still in use. */
  private int coming() {
    return held - leases.values().stream().mapToInt(Lease::slots).sum();
  }

  /** Takes from those above a fair share, the one with the most first; says what is missing yet. */
  private int level(
      Collection<Lease> all, int share, int missing, Instant now, Set<Lease> changed) {
    int left = missing;
    var rich =
        all.stream()
            .filter(one -> one.slots() > share)
            .sorted(Comparator.comparingInt(Lease::slots).reversed())
            .toList();
    for (var lease : rich) {
      if (left <= 0) {
        break;
      }
      int taken = Math.min(left, lease.slots() - share);
      grant(lease, lease.slots() - taken, now, changed);
      left -= taken;
    }
    return left;
  }

  /**
   * There are more holders than slots: who has had one for its turn goes to the end of the line.
   */
  private void rotate(Instant now, int missing, Set<Lease> changed) {
    long starving = line.stream().filter(one -> one.slots() == 0).count();
    var due =
        leases.values().stream()
            .filter(one -> one.slots() > 0 && !one.since().plus(term.turn()).isAfter(now))
            .sorted(Comparator.comparing(Lease::since))
            .limit(Math.min(missing, starving))
            .toList();
    for (var lease : due) {
      grant(lease, 0, now, changed);
      line.remove(lease);
      line.add(lease);
    }
  }

  private void grant(Lease lease, int slots, Instant now, Set<Lease> changed) {
    held -= lease.held();
    lease.grant(numbers.getAsLong(), slots, now);
    held += lease.held();
    var _ = changed.add(lease);
  }
}
