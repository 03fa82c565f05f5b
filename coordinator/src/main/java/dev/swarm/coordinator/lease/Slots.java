package dev.swarm.coordinator.lease;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The slots of all routers, lent to the nodes of a fleet: never more than there are, none kept back
 * that somebody wants, everybody in turn. State without a clock, a thread or a bus; one thread at a
 * time calls it.
 */
final class Slots {
  private final Map<String, Pool> pools = new TreeMap<>();
  private final Term term;
  private long number;

  /** All of them free; {@code totals} by the name of the endpoint. */
  Slots(Map<String, Integer> totals, Term term) {
    this.term = term;
    totals.forEach((endpoint, total) -> pools.put(endpoint, new Pool(total, term, () -> ++number)));
  }

  /** A grant on its way to who holds it. */
  record Lent(Holder to, SlotGrant grant) {}

  /**
   * The answer to a wish.
   *
   * @param others who hear of a new grant because of it
   */
  record Answered(SlotGrant grant, List<Lent> others) {}

  /** Empty where there is no such endpoint. */
  Optional<Answered> wish(Holder holder, SlotWish wish, Instant now) {
    var pool = Optional.ofNullable(pools.get(wish.endpoint()));
    return pool.map(one -> {
      var changed = new LinkedHashSet<Lease>();
      var lease = one.wish(holder, wish, now, changed);
      changed.remove(lease);
      return new Answered(grant(wish.endpoint(), lease), lent(wish.endpoint(), changed));
    });
  }

  /** Time has passed; who hears of a new grant because of that. Called a few times a second. */
  List<Lent> turn(Instant now) {
    return pools.entrySet().stream()
        .flatMap(pool -> {
          var changed = new LinkedHashSet<Lease>();
          pool.getValue().turn(now, changed);
          return lent(pool.getKey(), changed).stream();
        })
        .toList();
  }

  /** How many slots of {@code endpoint} may be in use now. */
  int held(String endpoint) {
    return Optional.ofNullable(pools.get(endpoint)).map(Pool::held).orElse(0);
  }

  /** How those of each endpoint stand. */
  List<Loan> loans() {
    return pools.entrySet().stream().map(one -> one.getValue().loan(one.getKey())).toList();
  }

  /** Whether nobody holds or wants any. */
  boolean idle() {
    return pools.values().stream().allMatch(Pool::idle);
  }

  private List<Lent> lent(String endpoint, Set<Lease> changed) {
    return changed.stream().map(one -> new Lent(one.holder, grant(endpoint, one))).toList();
  }

  private SlotGrant grant(String endpoint, Lease lease) {
    return new SlotGrant(endpoint, lease.number(), lease.slots(), term.lasts());
  }
}
