package dev.swarm.router.permit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All books together: which limits a wish falls under, and what stands in them. The books of runs
 * are kept for those used last. Owned by one {@link LocalPermits}.
 */
final class Ledger {
  private static final int MOST_NODES = 10_000;
  private static final int MOST_RUNS = 1_000;

  private final Limits limits;
  private final Account hourForAll;
  private final Map<String, Account> hourPerNode = lastUsed(MOST_NODES);
  private final Map<String, Account> runForAll = lastUsed(MOST_RUNS);
  private final Map<RunOnNode, Account> runPerNode = lastUsed(MOST_NODES);
  private final Map<Wish, ArrayDeque<Booking>> open = new HashMap<>();

  Ledger(Limits limits) {
    this.limits = limits;
    hourForAll = new Account("in an hour for all nodes", limits.hourForAll(), true);
  }

  private record RunOnNode(String run, String node) {}

  /** Which limit keeps one more call from being made now. */
  Optional<String> inTheWay(Wish wish) {
    return accounts(wish).stream()
        .flatMap(account -> account.exceededBy(limits.call()).stream())
        .findFirst();
  }

  /** Which limit keeps it from being made at all. */
  Optional<String> inTheWayForEver(Wish wish) {
    return accounts(wish).stream()
        .flatMap(account -> account.exceededForEverBy(limits.call()).stream())
        .findFirst();
  }

  Booking book(Wish wish, Instant now) {
    var booking = new Booking(wish, limits.call(), now);
    accounts(wish).forEach(account -> account.book(booking));
    open.computeIfAbsent(wish, _ -> new ArrayDeque<>()).add(booking);
    return booking;
  }

  /** The call was never made. */
  void cancel(Booking booking) {
    accounts(booking.wish).forEach(account -> account.cancel(booking));
    close(booking);
  }

  /** A call of {@code wish} used {@code use}; one that was never permitted counts all the same. */
  void settle(Wish wish, Use use, Instant now) {
    var waiting = Optional.ofNullable(open.get(wish)).map(ArrayDeque::peek);
    var booking = waiting.orElseGet(() -> new Booking(wish, Use.NOTHING, now));
    close(booking);
    Use aside = booking.use;
    booking.use = use;
    booking.at = now;
    accounts(wish).forEach(account -> account.settle(booking, aside));
  }

  private void close(Booking booking) {
    var same = open.get(booking.wish);
    if (same != null && same.remove(booking) && same.isEmpty()) {
      open.remove(booking.wish);
    }
  }

  /**
   * Forgets what is older than an hour; a call that nobody settled stays with what was set aside.
   */
  void expire(Instant now) {
    hourForAll.expire(now);
    hourPerNode.values().forEach(account -> account.expire(now));
    open.values()
        .removeIf(same -> {
          var _ = same.removeIf(one -> !one.at.plus(Account.HOUR).isAfter(now));
          return same.isEmpty();
        });
  }

  /** When the hour of some call for {@code wish} is over. */
  Instant expires(Wish wish) {
    return accounts(wish).stream().map(Account::expires).min(Instant::compareTo).orElseThrow();
  }

  private List<Account> accounts(Wish wish) {
    return List.of(
        account(runPerNode, new RunOnNode(wish.run(), wish.node()), this::ofRunOnNode),
        account(runForAll, wish.run(), this::ofRun),
        account(hourPerNode, wish.node(), this::ofNode),
        hourForAll);
  }

  private Account ofRunOnNode() {
    return new Account("in this run on this node", limits.runPerNode(), false);
  }

  private Account ofRun() {
    return new Account("in this run for all nodes", limits.runForAll(), false);
  }

  private Account ofNode() {
    return new Account("in an hour on this node", limits.hourPerNode(), true);
  }

  private static <K> Account account(Map<K, Account> accounts, K key, Supplier<Account> make) {
    return accounts.computeIfAbsent(key, _ -> make.get());
  }

  private static <K> Map<K, Account> lastUsed(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, Account> eldest) {
        return size() > most;
      }
    };
  }
}
