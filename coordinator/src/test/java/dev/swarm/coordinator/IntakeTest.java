package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class IntakeTest {
  private static final List<String> ALL_COMPLETED = List.of("completed", "completed", "completed");

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
    var counts = rig.coordinator.intake().counts();
    assertEquals(3, counts.get(Intake.Exit.KEPT));
    assertTrue(counts.get(Intake.Exit.DUPLICATE) >= 2, counts::toString);
  }

  @Test
  void what_comes_with_an_outcome_is_recorded_once_and_before_it(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var _ =
        new ScriptedNode(
            vertx,
            "brings",
            1,
            (node, asked) -> {
              asked.accept();
              var own = new Event.ModelAsked(asked.offer().subtask().id(), 1, "m");
              var foreign = new Event.ModelAsked(new SubtaskId("elsewhere"), 1, "m");
              for (int time = 0; time < 2; time++) {
                var _ =
                    node.deliver(
                        asked.offer(), Samples.completed(asked.offer()), List.of(own, foreign));
              }
            });
    var events = rig.ended(rig.start(Samples.audit("brings")));
    var told =
        events.stream()
            .filter(
                event -> event instanceof Event.ModelAsked || event instanceof Event.SubtaskEnded)
            .map(event -> event.getClass().getSimpleName())
            .toList();
    assertEquals(
        List.of(
            "ModelAsked",
            "SubtaskEnded",
            "ModelAsked",
            "SubtaskEnded",
            "ModelAsked",
            "SubtaskEnded"),
        told);
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
    var refused = assertThrows(RefusedException.class, () -> late.await(5, SECONDS));
    assertEquals(Refusal.TOO_LATE, refused.code());
    run.cancel();
    rig.await(Event.SubtaskEnded.class::isInstance);
    rig.timers.advance(Duration.ofSeconds(2));
    assertEquals("timed-out", Rig.endings(rig.ended(run)).getFirst());
  }

  @Test
  void news_of_a_foreign_run_node_or_kind_is_refused(Vertx vertx) throws Exception {
    var rig = new Rig(vertx);
    var node = new ScriptedNode(vertx, "n1", 1, (_, asked) -> asked.accept());
    var run = rig.start(Samples.audit("n1"));
    rig.await(Event.SubtaskAccepted.class::isInstance);
    var subtask = node.offers.getFirst().subtask().id();
    var called = new Event.ToolCalled(subtask, new CallId("r1"), "df", List.of("df"), false);
    for (var foreign :
        List.of(
            new News(run.id(), "n2", 1, List.of(called)),
            new News(run.id(), "n1", 1, List.of(new Event.RunEnded(false))))) {
      var reply = node.ask(Verb.NEWS, foreign);
      var refused = assertThrows(RefusedException.class, () -> reply.await(5, SECONDS));
      assertEquals(Refusal.NONSENSE, refused.code());
    }
    var elsewhere = node.ask(Verb.NEWS, new News(new RunId("another"), "n1", 1, List.of(called)));
    var unknown = assertThrows(RefusedException.class, () -> elsewhere.await(5, SECONDS));
    assertEquals(Refusal.UNAVAILABLE, unknown.code());
    var _ = node.tell(node.offers.getFirst(), called);
    assertEquals(called, rig.next(Event.ToolCalled.class::isInstance));
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
}
