package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.protocol.Event;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
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
    var heard = Collections.synchronizedList(new ArrayList<Event>());
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
  void a_nodes_share_goes_out_in_one_frame_and_the_run_is_closed_at_the_end(Vertx vertx)
      throws Exception {
    var rig = new Rig(vertx);
    var node = new ScriptedNode(vertx, "well", 4, ScriptedNode::well);
    var run = rig.start(Samples.audit("well"));
    var _ = rig.ended(run);
    assertEquals(List.of(3), node.frames);
    var _ = run.told().await(5, SECONDS);
    assertEquals(List.of(run.id()), node.closes);
  }

  @Test
  void the_same_audit_asked_a_hundred_times_is_one_run_that_all_hear_whole(Vertx vertx)
      throws Exception {
    var rig = new Rig(vertx);
    var held = new LinkedBlockingQueue<ScriptedNode.Asked>();
    var node =
        new ScriptedNode(
            vertx,
            "n1",
            4,
            (_, asked) -> {
              asked.accept();
              held.add(asked);
            });
    var heard = new ArrayList<List<Event>>();
    var runs = new ArrayList<Run>();
    for (int time = 0; time < 100; time++) {
      var mine = Collections.synchronizedList(new ArrayList<Event>());
      heard.add(mine);
      runs.add(rig.coordinator.run(Samples.audit("n1"), recorded -> mine.add(recorded.event())));
      if (time == 0) {
        var _ = node.deliver(held.take().offer()).await(5, SECONDS);
      }
      if (time == 1) {
        runs.getFirst().cancel();
      }
    }
    var _ = node.deliver(held.take().offer()).await(5, SECONDS);
    var _ = node.deliver(held.take().offer()).await(5, SECONDS);
    var whole = rig.ended(runs.getLast());
    for (int time = 0; time < 100; time++) {
      assertEquals(runs.getFirst().id(), runs.get(time).ended().await(5, SECONDS));
      assertEquals(whole, heard.get(time));
    }
    assertEquals(ALL_COMPLETED, Rig.endings(whole));
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
