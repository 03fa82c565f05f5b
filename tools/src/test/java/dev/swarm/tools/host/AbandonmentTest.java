package dev.swarm.tools.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AbandonmentTest {
  @Test
  void an_answer_in_time_is_given() {
    Abandonment abandonment = new Abandonment(1, Duration.ofSeconds(10));
    for (int call = 0; call < 3; call++) {
      assertEquals("here", abandonment.call(() -> "here", why -> why));
    }
  }

  @Test
  void a_call_that_hangs_is_left_behind_and_holds_one_of_few_threads() {
    CountDownLatch never = new CountDownLatch(1);
    Abandonment abandonment = new Abandonment(1, Duration.ofMillis(50));
    assertEquals("no answer within 50 ms", abandonment.call(() -> waitsFor(never), why -> why));
    assertEquals(
        "all 1 threads for files hang in earlier calls",
        abandonment.call(() -> "here", why -> why));
    never.countDown();
  }

  @Test
  void a_thread_that_comes_back_serves_again() {
    CountDownLatch late = new CountDownLatch(1);
    Abandonment abandonment = new Abandonment(1, Duration.ofMillis(200));
    assertEquals("no answer within 200 ms", abandonment.call(() -> waitsFor(late), why -> why));
    late.countDown();
    Abandonment patient = abandonment;
    assertEquals("here", patient.call(() -> "here", why -> why));
  }

  private static String waitsFor(CountDownLatch latch) {
    try {
      latch.await();
      return "late";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }
}
