package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.SubtaskId;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class UnwillingNodeTest {
  private static final List<String> ALL_COMPLETED = List.of("completed", "completed", "completed");

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
  void an_answer_to_another_offer_ends_the_subtask(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ =
        new ScriptedNode(
            vertx,
            "odd",
            4,
            (_, asked) -> asked.answer(new Answer.Accepted(new SubtaskId("another"), 1)));
    assertEquals(
        List.of("internal", "internal", "internal"),
        Rig.endings(rig.ended(rig.start(Samples.audit("odd")))));
  }

  @Test
  void a_node_of_another_protocol_is_shown_and_refused(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var hello = Samples.hello("old", "i1", 4);
    var old =
        new NodeHello(
            "old", "i1", "0.0.9", 99, "linux", true, "", hello.tools(), hello.labels(), 4);
    var _ = new ScriptedNode(vertx, old, ScriptedNode::well);
    var events = rig.ended(rig.start(Samples.audit("old")));
    assertEquals(List.of("refused", "refused", "refused"), Rig.endings(events));
    assertTrue(events.contains(new Event.NodeJoined(old)));
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
