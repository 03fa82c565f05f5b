package dev.swarm.bus.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  private long nanos;
  private final Replays replays = new Replays(64, 3, Duration.ofSeconds(60), () -> nanos);

  @Test
  void a_message_comes_in_once() {
    assertFalse(replays.seen("p", 1));
    assertTrue(replays.first("p", 1));
    assertTrue(replays.seen("p", 1));
    assertFalse(replays.first("p", 1));
  }

  @Test
  void a_glance_remembers_nothing() {
    assertFalse(replays.seen("p", 1));
    assertFalse(replays.seen("p", 1));
    assertTrue(replays.first("p", 1));
  }

  @Test
  void processes_count_for_themselves() {
    assertTrue(replays.first("p", 1));
    assertTrue(replays.first("q", 1));
  }

  @Test
  void what_comes_late_but_within_the_window_comes_in_once() {
    assertTrue(replays.first("p", 70));
    assertTrue(replays.first("p", 69));
    assertTrue(replays.first("p", 7));
    assertFalse(replays.first("p", 7));
    assertFalse(replays.first("p", 69));
  }

  @Test
  void what_is_below_the_window_counts_as_here_before() {
    assertTrue(replays.first("p", 100));
    assertTrue(replays.seen("p", 36));
    assertFalse(replays.first("p", 36));
    assertTrue(replays.first("p", 37));
  }

  @Test
  void places_of_serials_that_fell_out_of_the_window_are_free_again() {
    for (long serial = 1; serial <= 300; serial++) {
      assertTrue(replays.first("p", serial));
      assertFalse(replays.first("p", serial));
    }
    assertTrue(replays.first("p", 10_000));
    for (long serial = 9_937; serial < 10_000; serial++) {
      assertTrue(replays.first("p", serial), "not free: " + serial);
    }
  }

  @Test
  void serials_below_one_never_come_in() {
    assertFalse(replays.first("p", 0));
    assertFalse(replays.first("p", -1));
    assertFalse(replays.first("p", Long.MIN_VALUE));
  }

  @Test
  void the_highest_serial_there_is_ends_its_process_and_nothing_else() {
    assertTrue(replays.first("p", Long.MAX_VALUE));
    assertFalse(replays.first("p", Long.MAX_VALUE));
    assertFalse(replays.first("p", 1));
    assertTrue(replays.first("q", 1));
  }

  @Test
  void where_there_is_no_room_for_a_further_process_it_does_not_come_in() {
    assertTrue(replays.first("a", 1));
    assertTrue(replays.first("b", 1));
    assertTrue(replays.first("c", 1));
    assertFalse(replays.first("d", 1));
    assertTrue(replays.first("a", 2));
  }

  @Test
  void room_is_made_of_the_process_that_was_silent_for_longest_and_long_enough() {
    assertTrue(replays.first("a", 1));
    assertTrue(replays.first("b", 1));
    assertTrue(replays.first("c", 1));
    nanos += Duration.ofSeconds(40).toNanos();
    assertTrue(replays.first("a", 2));
    nanos += Duration.ofSeconds(21).toNanos();
    assertTrue(replays.first("d", 1));
    assertFalse(replays.first("a", 2));
    assertFalse(replays.first("c", 1));
  }

  @Test
  void looking_at_a_process_does_not_keep_it() {
    assertTrue(replays.first("a", 1));
    nanos += Duration.ofSeconds(61).toNanos();
    assertTrue(replays.first("b", 1));
    assertTrue(replays.first("c", 1));
    assertTrue(replays.seen("a", 1));
    assertTrue(replays.first("d", 1));
  }

  @Test
  void the_memory_of_a_session_forgets_no_process() {
    var session = new Replays();
    assertTrue(session.first("p", 1));
    for (int other = 0; other < Replays.PROCESSES - 1; other++) {
      assertTrue(session.first("other-" + other, 1));
    }
    assertFalse(session.first("one-more", 1));
    assertFalse(session.first("p", 1));
  }

  @Test
  void it_agrees_with_a_memory_without_bounds_on_all_that_is_within_the_window() {
    var chance = new Random(20261128);
    var everything = new HashSet<Long>();
    long newest = 0;
    for (int step = 0; step < 50_000; step++) {
      long serial = Math.max(1, newest + chance.nextInt(-70, 12));
      boolean below = serial <= newest - 64;
      boolean expected = !below && everything.add(serial);
      assertEquals(expected, replays.first("p", serial), "serial " + serial);
      newest = Math.max(newest, serial);
    }
    assertTrue(everything.size() > 1000);
  }

  @Test
  void of_many_threads_with_the_same_message_one_gets_in() throws Exception {
    var in = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> {
          for (long serial = 1; serial <= 50; serial++) {
            in.addAndGet(replays.first("p", serial) ? 1 : 0);
          }
        });
      }
    }
    assertEquals(50, in.get());
  }

  @Test
  void a_window_that_is_none_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Replays(100, 1, Duration.ZERO, () -> 0));
  }
}
