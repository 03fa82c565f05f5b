package dev.swarm.bus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.cluster.Watchdog.Heard;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When a process leaves the cluster and joins anew, and when it had better not. */
class WatchdogTest {
  private static final HostPort OWN = new HostPort("10.0.0.5", 7610);
  private static final HostPort LOWER = new HostPort("10.0.0.4", 7610);
  private static final HostPort HIGHER = new HostPort("10.0.0.6", 7610);
  private static final Set<HostPort> NOBODY = Set.of();

  private final Watchdog watchdog = new Watchdog();

  @Test
  void nothing_is_done_while_the_bus_carries() {
    assertTrue(firstAfter(0, carrying()).isEmpty());
  }

  @Test
  void a_bus_that_is_deaf_for_eight_seconds_is_left() {
    var since = firstAfter(0, pings(Heard.DEAF, Heard.CARRIES));
    assertEquals(Watchdog.DEAF.toSeconds(), since.orElseThrow());
  }

  @Test
  void our_own_address_that_nobody_finds_is_deafness_too() {
    assertTrue(firstAfter(0, pings(Heard.CARRIES, Heard.DEAF)).isPresent());
  }

  @Test
  void a_partition_is_no_deafness() {
    assertTrue(firstAfter(0, pings(Heard.DARK, Heard.CARRIES)).isEmpty());
  }

  @Test
  void one_good_answer_begins_the_count_anew() {
    for (int second = 0; second < 60; second++) {
      var heard = second % 7 == 0 ? Heard.CARRIES : Heard.DEAF;
      assertFalse(judge(second, pings(heard, Heard.CARRIES)).isPresent());
    }
  }

  @Test
  void of_two_who_do_not_hear_one_another_one_goes_first() {
    var pair = Map.of("b", Heard.CARRIES, "a", Heard.DEAF, "c", Heard.CARRIES);
    var other = Map.of("b", Heard.CARRIES, "c", Heard.DEAF, "a", Heard.CARRIES);
    long late = firstAfter(0, look -> look(look, pair, NOBODY)).orElseThrow();
    long early = first(new Watchdog(), 0, at -> look(at, other, NOBODY)).orElseThrow();
    assertEquals(Watchdog.DEAF_TO_ONE.toSeconds(), early);
    assertEquals(Watchdog.DEAF_TO_ONE.multipliedBy(2).toSeconds(), late);
  }

  @Test
  void the_smaller_part_of_a_split_goes() {
    var lost = Set.of(LOWER, HIGHER, new HostPort("10.0.0.7", 7610));
    assertEquals(
        Watchdog.SPLIT.toSeconds(), firstAfter(0, at -> look(at, own(), lost)).orElseThrow());
  }

  @Test
  void of_two_equal_parts_the_one_with_the_higher_address_goes() {
    assertTrue(firstAfter(0, at -> alone(at, Set.of(LOWER))).isPresent());
    assertTrue(first(new Watchdog(), 0, at -> alone(at, Set.of(HIGHER))).isEmpty());
  }

  @Test
  void after_joining_anew_it_waits_longer_each_time() {
    watchdog.rejoined(Duration.ZERO);
    long second = firstAfter(0, pings(Heard.DEAF, Heard.CARRIES)).orElseThrow();
    assertEquals(Watchdog.PAUSE.toSeconds(), second);
    watchdog.rejoined(Duration.ofSeconds(second));
    long third = firstAfter(second, pings(Heard.DEAF, Heard.CARRIES)).orElseThrow();
    assertEquals(2 * Watchdog.PAUSE.toSeconds(), third - second);
  }

  @FunctionalInterface
  private interface Looks {
    Watchdog.Look at(long second);
  }

  private OptionalLong firstAfter(long from, Looks looks) {
    return first(watchdog, from, looks);
  }

  /** The second in which it first wants to join anew, within two minutes. */
  private static OptionalLong first(Watchdog dog, long from, Looks looks) {
    return LongStream.range(from, from + 120)
        .filter(second -> dog.judge(looks.at(second)).isPresent())
        .findFirst();
  }

  private Optional<String> judge(long second, Looks looks) {
    return watchdog.judge(looks.at(second));
  }

  private static Looks carrying() {
    return pings(Heard.CARRIES, Heard.CARRIES);
  }

  private static Looks pings(Heard other, Heard own) {
    return at -> look(at, Map.of("a", other, "b", own), NOBODY);
  }

  private static Map<String, Heard> own() {
    return Map.of("b", Heard.CARRIES);
  }

  private static Watchdog.Look alone(long second, Set<HostPort> missing) {
    return new Watchdog.Look(Duration.ofSeconds(second), "b", OWN, own(), 1, missing);
  }

  private static Watchdog.Look look(long second, Map<String, Heard> pings, Set<HostPort> missing) {
    return new Watchdog.Look(Duration.ofSeconds(second), "b", OWN, pings, 2, missing);
  }
}
