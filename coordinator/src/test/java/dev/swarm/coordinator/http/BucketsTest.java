package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who asks too often waits, and nobody else does. */
class BucketsTest {
  private Instant now = Instant.EPOCH;
  private final Buckets buckets = new Buckets(2, 3, () -> now);

  @Test
  void a_burst_is_let_in_and_then_the_rate() {
    for (int i = 0; i < 3; i++) {
      assertTrue(buckets.take("a"));
    }
    assertFalse(buckets.take("a"));
    assertTrue(buckets.take("b"), "another client has a bucket of its own");
    now = now.plus(Duration.ofMillis(400));
    assertFalse(buckets.take("a"), "asking in vain gains nothing");
    now = now.plus(Duration.ofMillis(200));
    assertTrue(buckets.take("a"));
    assertFalse(buckets.take("a"));
  }

  @Test
  void a_bucket_never_holds_more_than_its_burst() {
    now = now.plus(Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      assertTrue(buckets.any("a"));
      assertTrue(buckets.take("a"));
    }
    assertFalse(buckets.any("a"));
  }
}
