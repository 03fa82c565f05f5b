package dev.swarm.bus.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when to join anew: when the bus is deaf although the cluster's own channel carries, and
 * when the cluster was split and does not mend itself. Both were seen, rarely, after cuts of the
 * network. A mere partition is neither: there, the cluster's own channel is silent too. One thread.
 */
final class Watchdog {
  /** Nothing of the bus arrives anywhere. */
  static final Duration DEAF = Duration.ofSeconds(8);

  /** Some arrive and some do not; of two who do not hear one another, one goes first. */
  static final Duration DEAF_TO_ONE = Duration.ofSeconds(20);

  /**
   * After a cut the halves look for one another every few seconds, in vain more often than not
   * (measured: 22 s after a cut of a minute); joining anew takes one to three.
   */
  static final Duration SPLIT = Duration.ofSeconds(5);

  /** After joining anew, at least so long passes before the next time; doubles. */
  static final Duration PAUSE = Duration.ofSeconds(20);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int LOOKS = 3;

  /** What became of a ping. */
  enum Heard {
    CARRIES,
    /** No answer on the bus, but one on the cluster's own channel. */
    DEAF,
    /** No answer at all. */
    DARK
  }

  /**
   * One look around.
   *
   * @param at since some beginning
   * @param pings by membership, the own one among them
   * @param there how many members the cluster has, ourselves included
   * @param missing where peers were, are not now, and somebody takes connections
   */
  record Look(
      Duration at,
      String own,
      HostPort address,
      Map<String, Heard> pings,
      int there,
      Set<HostPort> missing) {
    boolean deaf() {
      return pings.get(own) == Heard.DEAF
          || (pings.containsValue(Heard.DEAF)
              && pings.entrySet().stream()
                  .filter(ping -> !ping.getKey().equals(own))
                  .noneMatch(ping -> ping.getValue() == Heard.CARRIES));
    }

    /** Whether we are the smaller part, or as small and not the first. */
    boolean splitOff() {
      return missing.size() > there
          || (missing.size() == there
              && missing.stream().anyMatch(other -> other.compareTo(address) < 0));
    }
  }

  private final Lasting<String> deaf = new Lasting<>();
  private final Lasting<String> deafToOne = new Lasting<>();
  private final Lasting<String> split = new Lasting<>();
  private Duration pause = PAUSE;
  private Optional<Duration> rejoined = Optional.empty();

  /** How long, and how many looks in a row, something has been so. */
  private static final class Lasting<K> {
    private record Since(Duration at, int looks) {}

    private final Map<K, Since> since = new HashMap<>();

    boolean is(K what, boolean so, Duration at, Duration limit) {
      if (!so) {
        since.remove(what);
        return false;
      }
      var now = since.merge(what, new Since(at, 1), (is, _) -> new Since(is.at(), is.looks() + 1));
      return now.looks() >= LOOKS && at.minus(now.at()).compareTo(limit) >= 0;
    }

    void clear() {
      since.clear();
    }
  }

  /** Why to leave and join anew, if that is due. */
  Optional<String> judge(Look look) {
    var why = wrong(look);
    calm(look);
    return why.filter(_ -> rejoined.isEmpty() || passed(look).compareTo(pause) >= 0);
  }

  private Optional<String> wrong(Look look) {
    boolean all = deaf.is("", look.deaf(), look.at(), DEAF);
    boolean away = split.is("", look.splitOff(), look.at(), SPLIT);
    var one = deafToOne(look);
    if (all) {
      return Optional.of("the bus is deaf, although " + (look.there() - 1) + " others are there");
    }
    if (away) {
      return Optional.of("the cluster was split and did not mend itself");
    }
    return one;
  }

  private Optional<String> deafToOne(Look look) {
    Optional<String> found = Optional.empty();
    for (var ping : look.pings().entrySet()) {
      var other = ping.getKey();
      boolean first = look.own().compareTo(other) < 0;
      var limit = first ? DEAF_TO_ONE : DEAF_TO_ONE.multipliedBy(2);
      if (deafToOne.is(other, ping.getValue() == Heard.DEAF, look.at(), limit)) {
        found = Optional.of("the bus is deaf between us and one of the others");
      }
    }
    return found;
  }

  /** After a long time without trouble, the next one is met quickly again. */
  private void calm(Look look) {
    if (rejoined.isPresent() && passed(look).compareTo(LONGEST_PAUSE.multipliedBy(2)) > 0) {
      pause = PAUSE;
      rejoined = Optional.empty();
    }
  }

  private Duration passed(Look look) {
    return rejoined.map(look.at()::minus).orElse(Duration.ZERO);
  }

  /** We joined anew, at {@code at}. */
  void rejoined(Duration at) {
    if (rejoined.isPresent()) {
      var doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    rejoined = Optional.of(at);
    deaf.clear();
    deafToOne.clear();
    split.clear();
  }
}
