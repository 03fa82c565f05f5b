package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offer;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveringTest {
  private final AgentRig rig = new AgentRig();

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private PretendCoordinator started(Investigator investigator) throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var _ = rig.agent(investigator);
    assertTrue(coordinator.beats.poll(10, SECONDS) != null);
    return coordinator;
  }

  private static Future<Receipt> receipt(Delivery delivery) {
    return Future.succeededFuture(
        new Receipt(delivery.outcome().subtask(), delivery.outcome().attempt()));
  }

  private static void offerOne(PretendCoordinator coordinator) throws Exception {
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
  }

  private Delivery next(PretendCoordinator coordinator) throws Exception {
    var delivery = coordinator.deliveries.poll(10, SECONDS);
    assertTrue(delivery != null, "nothing was delivered");
    return delivery;
  }

  /** Cranks until the answer to the delivery before has come and another one is made. */
  private Delivery again(PretendCoordinator coordinator) throws Exception {
    while (true) {
      rig.time.advance(Duration.ofSeconds(1));
      var delivery = coordinator.deliveries.poll(50, java.util.concurrent.TimeUnit.MILLISECONDS);
      if (delivery != null) {
        return delivery;
      }
    }
  }

  @Test
  void it_goes_on_until_there_is_a_receipt() throws Exception {
    var refusals = List.of(Refusal.UNAVAILABLE, Refusal.SUPERSEDED, Refusal.BUG);
    var asked = new AtomicInteger();
    var coordinator = started(PretendInvestigator.quick());
    coordinator.receipts =
        delivery -> {
          int now = asked.getAndIncrement();
          return now < refusals.size()
              ? Future.failedFuture(new RefusedException(refusals.get(now), "no"))
              : receipt(delivery);
        };
    offerOne(coordinator);
    var first = next(coordinator);
    for (int i = 0; i < refusals.size(); i++) {
      assertEquals(first, again(coordinator));
    }
    awaitNothingKept(coordinator);
  }

  private void awaitNothingKept(PretendCoordinator coordinator) throws Exception {
    int kept = 1;
    while (kept > 0) {
      rig.time.advance(Duration.ofSeconds(2));
      var beat = coordinator.beats.poll(10, SECONDS);
      kept = beat == null ? 1 : beat.kept();
    }
    coordinator.deliveries.clear();
    rig.time.advance(Duration.ofMinutes(1));
    assertTrue(coordinator.deliveries.isEmpty());
  }

  @Test
  void a_sealed_word_that_it_is_too_late_ends_it() throws Exception {
    for (int code : new int[] {Refusal.NONSENSE, Refusal.TOO_LATE}) {
      var coordinator = rig.coordinator("hq", "s" + code);
      coordinator.receipts = _ -> Future.failedFuture(new RefusedException(code, "no"));
      if (code == Refusal.NONSENSE) {
        var _ = rig.agent(PretendInvestigator.quick());
      } else {
        rig.time.advance(Duration.ofSeconds(2));
      }
      assertTrue(coordinator.beats.poll(10, SECONDS) != null);
      var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("a" + code, 1, code)));
      var _ = next(coordinator);
      awaitNothingKept(coordinator);
    }
  }

  @Test
  void an_unsealed_failure_ends_nothing() throws Exception {
    var coordinator = started(PretendInvestigator.quick());
    var _ = coordinator.leave().await(10, SECONDS);
    var forger =
        rig.vertx
            .eventBus()
            .consumer(
                dev.swarm.protocol.Addresses.coordinator("s1"),
                message -> message.fail(Refusal.TOO_LATE, "forget it"));
    var _ = forger.completion().await(10, SECONDS);
    offerOne(coordinator);
    var _ = forger.unregister().await(10, SECONDS);
    var back = rig.coordinator("hq", "s1");
    assertEquals(RUN, again(back).run());
  }

  @Test
  void what_led_to_an_outcome_comes_with_it() throws Exception {
    var coordinator =
        started((order, progress) -> {
          for (int turn = 1; turn <= 20; turn++) {
            progress.accept(new Event.ModelAsked(order.attempt().subtask(), turn, "m"));
          }
          return PretendInvestigator.completed(order);
        });
    offerOne(coordinator);
    var delivery = next(coordinator);
    assertEquals(20, delivery.news().size());
    assertEquals(List.of(), coordinator.news);
  }

  @Test
  void much_that_led_to_an_outcome_goes_ahead_of_it_in_one_message() throws Exception {
    var text = "w".repeat(4 << 10);
    var coordinator =
        started((order, progress) -> {
          for (int call = 1; call <= 20; call++) {
            progress.accept(
                new Event.ToolReturned(
                    order.attempt().subtask(),
                    new CallId("r" + call),
                    "t",
                    "ok",
                    "",
                    Duration.ZERO,
                    0,
                    text,
                    ""));
          }
          return PretendInvestigator.completed(order);
        });
    var before = new CompletableFuture<Integer>();
    coordinator.receipts =
        delivery -> {
          boolean _ = before.complete(coordinator.news.size());
          return receipt(delivery);
        };
    offerOne(coordinator);
    assertEquals(List.of(), next(coordinator).news());
    assertEquals(1, before.get(10, SECONDS));
    assertEquals(20, coordinator.news.getFirst().events().size());
    assertEquals(1, coordinator.news.getFirst().epoch());
  }

  @Test
  void news_are_told_after_a_moment_and_at_once_when_there_is_much() throws Exception {
    var told = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    var coordinator =
        started((order, progress) -> {
          var subtask = order.attempt().subtask();
          progress.accept(new Event.ModelAsked(subtask, 1, "m"));
          told.countDown();
          try {
            assertTrue(open.await(10, SECONDS));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return PretendInvestigator.completed(order);
        });
    offerOne(coordinator);
    assertTrue(told.await(10, SECONDS));
    rig.time.advance(Duration.ofMillis(149));
    assertEquals(List.of(), coordinator.news);
    rig.time.advance(Duration.ofMillis(1));
    while (coordinator.news.isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(1, coordinator.news.stream().map(News::events).mapToInt(List::size).sum());
    open.countDown();
    var _ = next(coordinator);
  }

  @Test
  void whatever_an_investigator_does_there_is_one_outcome() throws Exception {
    var coordinator =
        started((order, _) -> {
          if (order.offer().attempt() == 1) {
            throw new IllegalStateException("a bug");
          }
          if (order.offer().attempt() == 2) {
            throw new StackOverflowError();
          }
          return new Outcome.Failed(
              new dev.swarm.protocol.SubtaskId("other"), 1, Cause.LOST, "", Effort.NONE);
        });
    for (int attempt = 1; attempt <= 3; attempt++) {
      var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", attempt, 1)));
      var failed = assertInstanceOf(Outcome.Failed.class, next(coordinator).outcome());
      assertEquals(Cause.INTERNAL, failed.cause());
      assertEquals(attempt, failed.attempt());
    }
    assertTrue(coordinator.deliveries.isEmpty());
  }

  @Test
  void an_investigator_that_overruns_its_time_is_ended() throws Exception {
    var stubborn = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var coordinator =
        started((order, _) -> {
          begun.countDown();
          while (stubborn.getCount() > 0) {
            Thread.onSpinWait();
          }
          return PretendInvestigator.completed(order);
        });
    offerOne(coordinator);
    assertTrue(begun.await(10, SECONDS));
    rig.time.advance(Duration.ofSeconds(40));
    var failed = assertInstanceOf(Outcome.Failed.class, next(coordinator).outcome());
    assertEquals(Cause.TIMED_OUT, failed.cause());
    stubborn.countDown();
    rig.time.advance(Duration.ofMinutes(1));
    assertTrue(coordinator.deliveries.isEmpty());
  }

  @Test
  void only_who_leads_a_run_may_cancel_it() throws Exception {
    var open = new CountDownLatch(1);
    var work = PretendInvestigator.waiting(open);
    var coordinator = started(work);
    offerOne(coordinator);
    var _ = work.awaitArrival();
    var other = rig.coordinator("hq-2", "s2");
    rig.time.advance(Duration.ofSeconds(2));
    assertTrue(other.beats.poll(10, SECONDS) != null);
    var cancel = new Cancel(RUN, "enough");
    var refused = assertThrows(RefusedException.class, () -> other.ask(Verb.CANCEL, cancel));
    assertEquals(Refusal.SUPERSEDED, refused.code());
    var _ = coordinator.ask(Verb.CANCEL, cancel);
    var failed = assertInstanceOf(Outcome.Failed.class, next(coordinator).outcome());
    assertEquals(Cause.CANCELLED, failed.cause());
    assertTrue(other.deliveries.isEmpty());
  }
}
