package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Progress;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CoordinatorTest {
  private static final List<String> ALL_COMPLETED = List.of("completed", "completed", "completed");

  @Test
  void every_subtask_of_a_healthy_node_comes_home(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "well", 4, ScriptedNode::well);
    var events = rig.ended(rig.start(Samples.audit("well")));
    assertEquals(ALL_COMPLETED, Rig.endings(events));
    assertInstanceOf(Event.RunStarted.class, events.getFirst());
    assertEquals(new Event.RunEnded(false), events.getLast());
    assertEquals(0, rig.timers.pending(), "a timer is left behind");
  }

  @Test
  void the_listener_hears_what_is_kept_in_the_same_order(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "well", 1, ScriptedNode::well);
    var heard = Collections.synchronizedList(new java.util.ArrayList<Event>());
    var run = rig.coordinator.run(Samples.audit("well"), recorded -> heard.add(recorded.event()));
    assertEquals(rig.ended(run), heard);
  }

  @Test
  void a_node_never_has_more_in_hand_than_its_capacity(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var inHand = new AtomicInteger();
    var most = new AtomicInteger();
    var _ =
        new ScriptedNode(
            vertx,
            "small",
            2,
            (node, asked) -> {
              most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
              asked.accept();
              vertx.runOnContext(
                  _ -> {
                    inHand.decrementAndGet();
                    var _ = node.deliver(asked.offer(), Samples.completed(asked.offer()));
                  });
            });
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(rig.start(Samples.audit("small")))));
    assertEquals(2, most.get());
  }

  @Test
  void a_node_that_is_not_there_is_lost(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "well", 4, ScriptedNode::well);
    var run = rig.start(Samples.audit("gone", "well"));
    rig.await(event -> ended(event, "well", 3));
    rig.timers.advance(Duration.ofSeconds(16));
    assertEquals(
        List.of("lost", "lost", "lost", "completed", "completed", "completed"),
        Rig.endings(rig.ended(run)));
  }

  @Test
  void a_node_that_joins_late_still_works(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var run = rig.start(Samples.audit("late"));
    rig.await(Event.SubtaskQueued.class::isInstance);
    var _ = new ScriptedNode(vertx, "late", 4, ScriptedNode::well);
    vertx.eventBus().publish(Addresses.HELLO, Wire.encode(Samples.hello("late", "i1", 4)));
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(run)));
  }

  @Test
  void a_mute_node_is_lost_after_three_offers(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var mute = new ScriptedNode(vertx, "mute", 1, (_, _) -> {});
    var run = rig.start(Samples.audit("mute"));
    for (int offer = 1; offer < 3; offer++) {
      rig.await(Event.SubtaskOffered.class::isInstance);
      rig.await(Event.SubtaskQueued.class::isInstance);
      rig.timers.advance(Duration.ofMillis(250));
    }
    assertEquals(List.of("lost", "lost", "lost"), Rig.endings(rig.ended(run)));
    assertEquals(List.of(1, 2, 3), mute.offers.stream().map(Offer::attempt).toList());
  }

  @Test
  void a_node_that_accepts_and_falls_silent_times_out(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "sleeper", 3, (_, asked) -> asked.accept());
    var run = rig.start(Samples.audit("sleeper"));
    for (int subtask = 0; subtask < 3; subtask++) {
      rig.await(Event.SubtaskAccepted.class::isInstance);
    }
    rig.timers.advance(Duration.ofSeconds(33));
    assertEquals(List.of("timed-out", "timed-out", "timed-out"), Rig.endings(rig.ended(run)));
  }

  @Test
  void the_deadline_of_the_run_ends_what_is_open(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var slow = new ScriptedNode(vertx, "slow", 1, (_, asked) -> asked.accept());
    var audit = Samples.audit("slow");
    var hasty =
        new Audit(
            audit.nodes(),
            audit.areas(),
            audit.checks(),
            audit.budget(),
            Duration.ofSeconds(10),
            audit.mind());
    var run = rig.start(hasty);
    rig.await(Event.SubtaskAccepted.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(10));
    rig.await(Event.SubtaskEnded.class::isInstance);
    rig.await(Event.SubtaskEnded.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(2));
    assertEquals(List.of("timed-out", "timed-out", "timed-out"), Rig.endings(rig.ended(run)));
    assertEquals(1, slow.cancels.size());
  }

  @Test
  void a_refusal_is_the_outcome(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ =
        new ScriptedNode(
            vertx, "proud", 4, (_, asked) -> asked.answer(refused(asked, Cause.REFUSED, 0)));
    assertEquals(
        List.of("refused", "refused", "refused"),
        Rig.endings(rig.ended(rig.start(Samples.audit("proud")))));
  }

  @Test
  void an_overloaded_node_is_asked_again_when_it_said(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var asked = new AtomicInteger();
    var busy =
        new ScriptedNode(
            vertx,
            "busy",
            1,
            (node, offer) -> {
              if (asked.incrementAndGet() <= 2) {
                offer.answer(refused(offer, Cause.OVERLOADED, 700));
              } else {
                ScriptedNode.well(node, offer);
              }
            });
    var run = rig.start(Samples.audit("busy"));
    rig.await(Event.SubtaskRefused.class::isInstance);
    rig.timers.advance(Duration.ofMillis(699));
    assertEquals(1, busy.offers.size());
    rig.timers.advance(Duration.ofMillis(1));
    rig.await(Event.SubtaskRefused.class::isInstance);
    rig.timers.advance(Duration.ofMillis(700));
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(run)));
  }

  @Test
  void a_node_that_stays_overloaded_ends_as_overloaded(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ =
        new ScriptedNode(
            vertx,
            "busy",
            1,
            (_, asked) -> asked.answer(refused(asked, Cause.OVERLOADED, 3_600_000)));
    var run = rig.start(Samples.audit("busy"));
    rig.await(Event.SubtaskRefused.class::isInstance);
    rig.timers.advance(Duration.ofMinutes(2));
    assertEquals(List.of("overloaded", "timed-out", "timed-out"), Rig.endings(rig.ended(run)));
  }

  @Test
  void a_second_delivery_gets_its_receipt_and_changes_nothing(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var receipts = Collections.synchronizedList(new java.util.ArrayList<Receipt>());
    var _ =
        new ScriptedNode(
            vertx,
            "twice",
            1,
            (node, asked) -> {
              asked.accept();
              for (int time = 0; time < 2; time++) {
                var _ =
                    node.deliver(asked.offer(), Samples.completed(asked.offer()))
                        .onSuccess(receipts::add);
              }
            });
    var events = rig.ended(rig.start(Samples.audit("twice")));
    assertEquals(ALL_COMPLETED, Rig.endings(events));
    assertTrue(receipts.size() >= 4, "the first two subtasks have two receipts: " + receipts);
  }

  @Test
  void an_outcome_after_its_deadline_is_told_that_it_is_too_late(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var kept = new AtomicReference<ScriptedNode.Asked>();
    var node =
        new ScriptedNode(
            vertx,
            "late",
            1,
            (_, asked) -> {
              kept.compareAndSet(null, asked);
              asked.accept();
            });
    var run = rig.start(Samples.audit("late"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(33));
    rig.await(Event.SubtaskEnded.class::isInstance);
    var offer = kept.get().offer();
    var late = node.deliver(offer, Samples.completed(offer));
    var refused = assertThrows(ReplyException.class, () -> late.await(5, SECONDS));
    assertEquals(Delivery.TOO_LATE, refused.failureCode());
    run.cancel();
    rig.await(Event.SubtaskEnded.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(2));
    assertEquals("timed-out", Rig.endings(rig.ended(run)).getFirst());
  }

  @Test
  void garbage_is_answered_and_changes_nothing(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "held", 3, (_, asked) -> asked.accept());
    var run = rig.start(Samples.audit("held"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    for (Object body :
        List.of("", "null", "{}", "[]", "{\"run\":", "\u0000", 7, Buffer.buffer("{}"))) {
      for (var address : List.of(Addresses.outcomes(run.id()), Addresses.progress(run.id()))) {
        var reply = vertx.eventBus().request(address, body);
        var refused = assertThrows(ReplyException.class, () -> reply.await(5, SECONDS));
        assertEquals(Delivery.NONSENSE, refused.failureCode());
      }
    }
    run.cancel();
    rig.await(Event.SubtaskAccepted.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(2));
    assertEquals(List.of("cancelled", "cancelled", "cancelled"), Rig.endings(rig.ended(run)));
  }

  @Test
  void an_answer_that_is_garbage_ends_the_subtask(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ = new ScriptedNode(vertx, "odd", 4, (_, asked) -> asked.message().reply("yes"));
    assertEquals(
        List.of("internal", "internal", "internal"),
        Rig.endings(rig.ended(rig.start(Samples.audit("odd")))));
  }

  @Test
  void progress_of_a_foreign_run_node_or_kind_is_refused(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var node = new ScriptedNode(vertx, "n1", 1, (_, asked) -> asked.accept());
    var run = rig.start(Samples.audit("n1"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    var subtask = node.offers.getFirst().subtask().id();
    var called = new Event.ToolCalled(subtask, new CallId("r1"), "df", List.of("df"), false);
    for (var foreign :
        List.of(
            new Progress(new RunId("another"), "n1", called),
            new Progress(run.id(), "n2", called),
            new Progress(run.id(), "n1", new Event.RunEnded(false)))) {
      var reply = vertx.eventBus().request(Addresses.progress(run.id()), Wire.encode(foreign));
      assertThrows(ReplyException.class, () -> reply.await(5, SECONDS));
    }
    vertx
        .eventBus()
        .send(Addresses.progress(run.id()), Wire.encode(new Progress(run.id(), "n1", called)));
    assertEquals(called, rig.await(Event.ToolCalled.class::isInstance));
    run.cancel();
    rig.await(Event.SubtaskEnded.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(2));
    assertEquals(
        List.of(called),
        rig.ended(run).stream().filter(Event.ToolCalled.class::isInstance).toList());
  }

  @Test
  void a_cancelled_run_still_takes_what_comes_home(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var node = new ScriptedNode(vertx, "n1", 2, (_, asked) -> asked.accept());
    var run = rig.start(Samples.audit("n1"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    rig.await(Event.SubtaskAccepted.class::isInstance);
    run.cancel();
    rig.await(Event.SubtaskEnded.class::isInstance);
    var first = node.offers.getFirst();
    var _ = node.deliver(first, Samples.completed(first)).await(5, SECONDS);
    rig.timers.advance(Duration.ofSeconds(2));
    var events = rig.ended(run);
    assertEquals(List.of("completed", "cancelled", "cancelled"), Rig.endings(events));
    assertEquals(new Event.RunEnded(true), events.getLast());
    assertEquals(1, node.cancels.size());
  }

  @Test
  void a_node_of_another_protocol_is_shown_and_refused(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var hello = Samples.hello("old", "i1", 4);
    var old =
        new NodeHello(
            "old", "i1", "0.0.9", 99, "linux", true, "", hello.tools(), hello.labels(), 4);
    var _ =
        vertx
            .eventBus()
            .<String>consumer(
                Addresses.rollCall("old"), message -> message.reply(Wire.encode(old)));
    var events = rig.ended(rig.start(Samples.audit("old")));
    assertEquals(List.of("refused", "refused", "refused"), Rig.endings(events));
    assertTrue(events.contains(new Event.NodeJoined(old)));
  }

  @Test
  void what_a_restarted_node_had_in_hand_is_offered_again(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var asked = new AtomicInteger();
    var node =
        new ScriptedNode(
            vertx,
            "n1",
            1,
            (self, offer) -> {
              if (asked.incrementAndGet() == 1) {
                offer.accept();
              } else {
                ScriptedNode.well(self, offer);
              }
            });
    var run = rig.start(Samples.audit("n1"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    vertx.eventBus().publish(Addresses.HELLO, Wire.encode(Samples.hello("n1", "i2", 1)));
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(run)));
    assertEquals(List.of(1, 2, 1, 1), node.offers.stream().map(Offer::attempt).toList());
  }

  @Test
  void a_listener_that_throws_fails_the_run_and_not_in_silence(Vertx vertx) {
    var rig = new Rig(vertx);
    var run =
        rig.coordinator.run(
            Samples.audit("n1"),
            _ -> {
              throw new IllegalStateException("boom");
            });
    var bug = assertThrows(IllegalStateException.class, () -> run.ended().await(5, SECONDS));
    assertEquals("boom", bug.getMessage());
  }

  private static boolean ended(Event event, String node, int area) {
    return event instanceof Event.SubtaskEnded done
        && done.outcome().subtask().value().contains("/" + node + "/")
        && done.outcome().subtask().value().endsWith(Samples.AREAS.get(area - 1).value());
  }

  private static Answer refused(ScriptedNode.Asked asked, Cause cause, long retryMillis) {
    return new Answer.Refused(
        asked.offer().subtask().id(),
        asked.offer().attempt(),
        cause,
        "no room",
        Duration.ofMillis(retryMillis));
  }
}
