package dev.swarm.router.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Attempt.Good;
import dev.swarm.router.endpoint.Clocks;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
  /** What takes longer than the first-byte clock, and longer than the progress clock. */
  private static final Clocks QUICK_TO_DOUBT =
      new Clocks(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMillis(900),
          Duration.ofMillis(900),
          Duration.ofSeconds(30));

  private final Asking asking = Asking.begin();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void a_server_that_holds_the_connection_after_the_end_holds_nobody_up() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.then(Said.STREAM_HEAD + Said.chunk(Said.FIRST + Said.LAST + Said.DONE)).hold();
        })) {
      var endpoint = Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty());
      var good = assertInstanceOf(Good.class, asking.ask(endpoint));
      assertTrue(good.took().compareTo(Duration.ofSeconds(5)) < 0, good.took().toString());
      assertTrue(server.visits().getFirst().leaves(5000), "its connection is closed");
    }
  }

  @Test
  void an_interrupted_attempt_closes_its_connection() throws Exception {
    var asked = new CountDownLatch(1);
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          asked.countDown();
          visit.hold();
        })) {
      var endpoint = Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty());
      var task = new FutureTask<>(() -> asking.ask(endpoint));
      var caller = Thread.ofVirtual().start(task);
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      caller.interrupt();
      var thrown = assertThrows(ExecutionException.class, () -> task.get(5, TimeUnit.SECONDS));
      assertInstanceOf(InterruptedException.class, thrown.getCause());
      assertTrue(server.visits().getFirst().leaves(1000), "the server sees it within a second");
    }
  }

  @Test
  void an_attempt_interrupted_in_the_midst_of_a_reply_closes_its_connection() throws Exception {
    var begun = new CountDownLatch(1);
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.STREAM_HEAD + Said.chunk(Said.FIRST));
          begun.countDown();
          visit.hold();
        })) {
      var endpoint = Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty());
      var task = new FutureTask<>(() -> asking.ask(endpoint));
      var caller = Thread.ofPlatform().start(task);
      assertTrue(begun.await(10, TimeUnit.SECONDS));
      caller.interrupt();
      assertThrows(ExecutionException.class, () -> task.get(5, TimeUnit.SECONDS));
      assertTrue(server.visits().getFirst().leaves(1000), "the server sees it within a second");
    }
  }

  @Test
  void the_callers_patience_ends_an_attempt_before_the_endpoints_clocks() throws Exception {
    try (var server = new RawServer(Visit::hold)) {
      var endpoint = Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty());
      var attempt =
          asking
              .exchange()
              .attempt(
                  endpoint,
                  Optional.empty(),
                  Asking.request("?"),
                  endpoint.profile(),
                  0,
                  Duration.ofMillis(200));
      assertEquals(Kind.OUT_OF_TIME, Asking.kind(attempt));
    }
  }

  @Test
  void a_reply_may_take_longer_than_a_clock_that_its_events_start_again() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.STREAM_HEAD);
          for (var i = 0; i < 8; i++) {
            visit.then(Said.chunk(Said.FIRST)).rest(150);
          }
          visit.send(Said.chunk(Said.LAST + Said.DONE) + "0\r\n\r\n");
          visit.hold();
        })) {
      assertInstanceOf(
          Good.class, asking.ask(Asking.endpoint(server.url(), QUICK_TO_DOUBT, Optional.empty())));
    }
  }

  @Test
  void comments_extend_the_reading_of_the_prompt() throws Exception {
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          visit.send(Said.STREAM_HEAD);
          for (var i = 0; i < 8; i++) {
            visit.then(Said.chunk(":\n\n")).rest(150);
          }
          visit.send(Said.chunk(Said.FIRST + Said.LAST + Said.DONE) + "0\r\n\r\n");
          visit.hold();
        })) {
      assertInstanceOf(
          Good.class, asking.ask(Asking.endpoint(server.url(), QUICK_TO_DOUBT, Optional.empty())));
    }
  }

  @Test
  void an_attempt_under_way_ends_when_all_is_closed() throws Exception {
    var asked = new CountDownLatch(1);
    try (var server =
        new RawServer(visit -> {
          var _ = visit.request();
          asked.countDown();
          visit.hold();
        })) {
      var endpoint = Asking.endpoint(server.url(), Asking.PATIENT, Optional.empty());
      var task = new FutureTask<>(() -> asking.ask(endpoint));
      var _ = Thread.ofVirtual().start(task);
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      asking.exchange().close();
      assertEquals(Kind.CUT, Asking.kind(task.get(10, TimeUnit.SECONDS)));
      assertThrows(IllegalStateException.class, () -> asking.ask(endpoint));
    }
  }

  @Test
  void an_event_loop_is_not_blocked() throws Exception {
    var thrown = new CompletableFuture<Throwable>();
    asking
        .vertx()
        .runOnContext(_ -> {
          try {
            var _ = asking.ask(URI.create("http://127.0.0.1:1/v1"));
          } catch (IllegalStateException | InterruptedException e) {
            thrown.complete(e);
          }
        });
    assertInstanceOf(IllegalStateException.class, thrown.get(10, TimeUnit.SECONDS));
  }
}
