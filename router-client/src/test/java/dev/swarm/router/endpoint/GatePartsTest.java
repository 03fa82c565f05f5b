package dev.swarm.router.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The small parts of which a gate is made. */
class GatePartsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void a_refusal_halves_the_window_and_never_closes_it() {
    var window = new Window(8);
    window.refused();
    assertEquals(4, window.limit());
    for (int i = 0; i < 9; i++) {
      window.refused();
    }
    assertEquals(1, window.limit());
  }

  @Test
  void as_many_good_replies_as_there_are_places_open_one_more() {
    var window = new Window(8);
    window.refused();
    complete(window, 3);
    assertEquals(4, window.limit());
    complete(window, 1);
    assertEquals(5, window.limit());
    complete(window, 5);
    assertEquals(6, window.limit());
  }

  @Test
  void the_number_that_was_refused_is_tried_again_only_after_ten_times_as_many() {
    var window = new Window(8);
    window.refused();
    complete(window, 4 + 5 + 6);
    assertEquals(7, window.limit());
    complete(window, 69);
    assertEquals(7, window.limit());
    complete(window, 1);
    assertEquals(8, window.limit());
  }

  @Test
  void a_window_stays_within_what_is_configured_and_what_the_server_has() {
    var random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int most = 1 + random.nextInt(20);
      var window = new Window(most);
      int slots = 1 + random.nextInt(30);
      window.slots(slots);
      for (int i = 0; i < 300; i++) {
        if (random.nextInt(10) == 0) {
          window.refused();
        } else {
          window.completed();
        }
        assertTrue(window.limit() >= 1 && window.limit() <= Math.min(most, slots));
      }
    }
  }

  @Test
  void a_hold_never_ends_before_the_time_that_was_asked_for() {
    var random = new Random(3);
    for (int round = 0; round < 1000; round++) {
      var hold = new Hold();
      Instant latest = Instant.MIN;
      Instant now = NOW;
      for (int i = 0; i < 20; i++) {
        now = now.plusMillis(1 + random.nextInt(3000));
        var asked = Duration.ofMillis(random.nextInt(100_000));
        var _ = hold.refused(now, now.minusMillis(1), Optional.of(asked), random.nextDouble());
        latest = now.plus(asked).isAfter(latest) ? now.plus(asked) : latest;
        assertTrue(!hold.until().isBefore(latest));
        hold.completed(now.minusMillis(random.nextInt(2)));
        assertTrue(!hold.opens().isBefore(latest));
      }
    }
  }

  @Test
  void a_retry_after_of_years_is_taken_for_a_day() {
    var hold = new Hold();

    var _ = hold.refused(NOW, NOW, Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), 0.5);

    assertFalse(hold.until().isAfter(NOW.plus(Duration.ofDays(1)).plusSeconds(2)));
  }

  @Test
  void pauses_grow_while_nothing_is_served_and_begin_anew_afterwards() {
    var hold = new Hold();
    Instant now = NOW;
    for (long expected : new long[] {500, 1000, 2000, 4000, 8000, 8000}) {
      assertTrue(hold.refused(now, now, Optional.empty(), 1));
      assertEquals(Duration.ofMillis(expected), Duration.between(now, hold.until()));
      now = hold.until().plusMillis(1);
    }
    hold.completed(now);
    assertTrue(hold.refused(now, now, Optional.empty(), 1));
    assertEquals(Duration.ofMillis(500), Duration.between(now, hold.until()));
  }

  @Test
  void after_a_hold_requests_go_one_by_one_until_one_is_served() {
    var hold = new Hold();
    var _ = hold.refused(NOW, NOW, Optional.empty(), 1);
    Instant open = hold.opens();
    hold.admitted(open, 0.5);
    assertEquals(open.plusMillis(250), hold.opens());
    hold.completed(open);
    assertEquals(open, hold.opens());
  }

  @Test
  void the_budget_of_retries_is_a_tenth_and_three() {
    var budget = new RetryBudget();
    int retries = 0;
    for (int i = 0; i < 500; i++) {
      budget.asked();
      while (budget.spend()) {
        retries++;
      }
    }
    assertEquals(3 + 50, retries);
  }

  private static void complete(Window window, int times) {
    for (int i = 0; i < times; i++) {
      window.completed();
    }
  }
}
