package dev.swarm.coordinator.lease;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Instant;
import java.util.HashSet;
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
  private final Set<String> named;
  private final Set<String> stated = new HashSet<>();
  private final Term term;
  private long number;

  /** All of them free; {@code totals} by the name of the endpoint. */
  Slots(Map<String, Integer> totals, Term term) {
    this.term = term;
    this.named = Set.copyOf(totals.keySet());
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

  /**
   * Empty where there is no such endpoint: nobody here names it, and the node does not say what it
   * has. Of one that only nodes name, the least that any of them says is lent.
   */
  Optional<Answered> wish(Holder holder, SlotWish wish, Instant now) {
    return pool(wish)
        .map(one -> {
          var changed = new LinkedHashSet<Lease>();
          var lease = one.wish(holder, wish, now, changed);
          changed.remove(lease);
          return new Answered(grant(wish.endpoint(), lease), lent(wish.endpoint(), changed));
        });
  }

  private Optional<Pool> pool(SlotWish wish) {
    var known = Optional.ofNullable(pools.get(wish.endpoint()));
    boolean ours = known.filter(one -> !stated.contains(wish.endpoint())).isPresent();
    if (ours || wish.total() == 0) {
      return known;
    }
    var _ = stated.add(wish.endpoint());
    var pool =
        pools.computeIfAbsent(wish.endpoint(), _ -> new Pool(wish.total(), term, () -> ++number));
    pool.atMost(wish.total());
    return Optional.of(pool);
  }

  /** Of what only nodes name there is nothing to remember once nobody asks. */
  private void forget() {
    stated.removeIf(name -> held(name) == 0 && idle(name));
    pools.keySet().removeIf(name -> !named.contains(name) && !stated.contains(name));
  }

  private boolean idle(String endpoint) {
    return Optional.ofNullable(pools.get(endpoint)).map(Pool::idle).orElse(true);
  }

  /** Time has passed; who hears of a new grant because of that. Called a few times a second. */
  List<Lent> turn(Instant now) {
    forget();
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
