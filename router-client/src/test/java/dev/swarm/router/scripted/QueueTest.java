package dev.swarm.router.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slots and the queue before them. */
class QueueTest {
  private static final Script DONE = Script.begin().says("done").end();
  private static final Settings LONG =
      Settings.STANDARD.thinking(new Thinking.Fixed(Duration.ofMinutes(10)));
  private final Running running = new Running();

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void no_more_than_the_slots_are_worked_on_at_once() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    Brain counting =
        asked -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          LockSupport.parkNanos(1_000_000);
          now.decrementAndGet();
          return Turn.says("done");
        };
    var router = running.listen(Settings.STANDARD.capacity(Capacity.slots(3)), counting);
    var caller = new Caller(router);
    var calls = IntStream.range(0, 60).mapToObj(i -> caller.later(Caller.ask("n" + i))).toList();
    calls.forEach(call -> assertEquals(200, Running.await(call).statusCode()));
    assertTrue(most.get() <= 3, "at once: " + most);
    var statistics = router.statistics();
    assertTrue(statistics.working().most() <= 3 && statistics.queued().most() > 0);
    assertEquals(60, statistics.replies());
    assertEquals(0, statistics.open().now());
    assertTrue(statistics.load().stream().allMatch(load -> load.working() <= 3));
  }

  @Test
  void first_come_is_first_served() throws Exception {
    var order = Collections.synchronizedList(new ArrayList<String>());
    var go = new CountDownLatch(1);
    Brain noting =
        asked -> {
          try {
            go.await();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
          order.add(asked.opening());
          return Turn.says("done");
        };
    var router = running.listen(Settings.STANDARD.capacity(Capacity.slots(1)), noting);
    var caller = new Caller(router);
    var calls = new ArrayList<CompletableFuture<?>>();
    var names = List.of("a", "b", "c", "d", "e", "f");
    for (var name : names) {
      calls.add(caller.later(Caller.ask(name)));
      int sent = calls.size();
      Running.until(name + " has arrived", () -> router.statistics().requests() == sent);
    }
    go.countDown();
    for (var call : calls) {
      var _ = Running.await(call);
    }
    assertEquals(names, order);
  }

  @Test
  void a_full_queue_refuses_and_says_when_to_come_back() throws Exception {
    var capacity = new Capacity(1, 1, 429, Optional.of(Duration.ofSeconds(7)));
    var router = running.listen(LONG.capacity(capacity), DONE);
    var caller = new Caller(router);
    var _ = caller.later(Caller.ask("a"));
    var _ = caller.later(Caller.ask("b"));
    Running.until("one waits", () -> router.statistics().queued().now() == 1);
    var refused = caller.post(Caller.ask("c"));
    assertEquals(429, refused.statusCode());
    assertEquals("7", refused.headers().firstValue("retry-after").orElse(""));
    assertEquals(429, caller.post(Caller.ask("c")).statusCode());
    assertEquals(1, router.statistics().hasty());
    assertEquals(2, router.statistics().overloaded());
  }

  @Test
  void who_hangs_up_frees_a_slot_or_a_place_in_the_queue() throws Exception {
    var router = running.listen(LONG.capacity(Capacity.slots(1)), DONE);
    try (var working = new Wire(router).post(Caller.ask("a"), "x: y")) {
      Running.until("a works", () -> router.statistics().working().now() == 1);
      try (var waiting = new Wire(router).post(Caller.ask("b"), "x: y")) {
        Running.until("b waits", () -> router.statistics().queued().now() == 1);
        assertEquals(Wire.End.QUIET, waiting.read(1, 50).end());
      }
      Running.until("b has left", () -> router.statistics().queued().now() == 0);
      assertEquals(Wire.End.QUIET, working.read(1, 50).end());
    }
    Running.until("a has left", () -> router.statistics().working().now() == 0);
    assertEquals(2, router.statistics().aborted());
    assertEquals(0, router.statistics().open().now());
  }

  @Test
  void a_lingering_slot_stays_taken_although_its_client_is_gone() throws Exception {
    var settings =
        Settings.STANDARD
            .thinking(new Thinking.Fixed(Duration.ofSeconds(2)))
            .misbehaving(Deviation.LINGERING);
    var router = running.listen(settings, DONE);
    new Wire(router).post(Caller.ask("a"), "x: y").close();
    Running.until("the abort is seen", () -> router.statistics().aborted() == 1);
    assertEquals(1, router.statistics().working().now());
    Running.until("it has thought", () -> router.statistics().working().now() == 0);
  }

  @Test
  void health_may_be_silent_while_busy_and_green_while_hung() throws Exception {
    var silent = running.listen(LONG.misbehaving(Deviation.HEALTH_SILENT), DONE);
    var caller = new Caller(silent);
    assertEquals(200, caller.get("/health").statusCode());
    var _ = caller.later(Caller.ask("a"));
    Running.until("a works", () -> silent.statistics().working().now() == 1);
    var health = caller.request("/health").timeout(Duration.ofMillis(300)).GET().build();
    assertEquals(
        "HttpTimeoutException",
        assertThrows(UncheckedIOException.class, () -> caller.send(health))
            .getCause()
            .getClass()
            .getSimpleName());
    var hung = running.listen(Settings.STANDARD.misbehaving(Deviation.HEALTH_FALSE), DONE);
    assertEquals(200, new Caller(hung).get("/health").statusCode());
    try (var wire = new Wire(hung).post(Caller.ask("a"), "x: y")) {
      assertEquals(Wire.End.QUIET, wire.read(1, 300).end());
    }
  }

  @Test
  void while_it_loads_everything_says_so() {
    var caller = new Caller(running.listen(Settings.STANDARD.misbehaving(Deviation.LOADING), DONE));
    assertEquals(503, caller.get("/health").statusCode());
    assertEquals(503, caller.get("/models").statusCode());
    assertEquals(503, caller.post(Caller.ask("a")).statusCode());
  }

  @Test
  void a_long_queue_of_quick_answers_needs_no_deep_stack() {
    var slots = new Slots(Capacity.slots(1));
    var done = new AtomicInteger();
    var tickets = new ArrayList<Slots.Ticket>();
    for (int i = 0; i < 100_000; i++) {
      int at = i;
      tickets.add(
          slots.queue(() -> {
            done.incrementAndGet();
            tickets.get(at).leave();
          }));
    }
    slots.next();
    assertEquals(100_000, done.get());
    assertEquals(0, slots.taken() + slots.waiting());
  }
}
