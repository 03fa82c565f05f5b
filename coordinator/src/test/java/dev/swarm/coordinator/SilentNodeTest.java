package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Offer;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SilentNodeTest {
  private static final List<String> ALL_COMPLETED = List.of("completed", "completed", "completed");

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
    new ScriptedNode(vertx, "late", 4, ScriptedNode::well).beat();
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(run)));
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
            List.of("slow"),
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
    node.restart("i2");
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(run)));
    assertEquals(List.of(1, 2, 1, 1), node.offers.stream().map(Offer::attempt).toList());
  }

  private static boolean ended(Event event, String node, int area) {
    return event instanceof Event.SubtaskEnded done
        && done.outcome().subtask().value().contains("/" + node + "/")
        && done.outcome().subtask().value().endsWith(Samples.AREAS.get(area - 1).value());
  }
}
