package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.protocol.Event;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
              vertx.runOnContext(_ -> {
                inHand.decrementAndGet();
                var _ = node.deliver(asked.offer(), Samples.completed(asked.offer()));
              });
            });
    assertEquals(ALL_COMPLETED, Rig.endings(rig.ended(rig.start(Samples.audit("small")))));
    assertEquals(2, most.get());
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
}
