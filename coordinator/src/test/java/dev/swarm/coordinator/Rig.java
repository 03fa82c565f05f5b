package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.swarm.bus.Door;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Role;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** A coordinator on a real local bus, with time in the test's hand. */
final class Rig {
  static final String SESSION = "s1";
  final FakeTimers timers = new FakeTimers();
  final RunStore store;
  final Coordinator coordinator;
  private final LinkedBlockingQueue<Recorded> heard = new LinkedBlockingQueue<>();

  Rig(Vertx vertx) {
    this(vertx, new PassingStore("a test"), Duration.ofSeconds(20));
  }

  Rig(Vertx vertx, RunStore store, Duration answer) {
    this.store = store;
    var pace =
        new Pace(
            answer,
            Duration.ofMillis(250),
            Duration.ofSeconds(15),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            3,
            512);
    var door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.COORDINATOR, "c1", SESSION)),
            new CoordinatorDoorkeeper(SESSION),
            List.of(Addresses.coordinator(SESSION), Addresses.BEATS),
            Runnable::run,
            Runnable::run,
            turned -> {
              throw new AssertionError(turned.toString());
            });
    this.coordinator =
        new Coordinator(vertx, door, store, timers, pace, "0.1.0", Tenure.PASSING, Optional::empty);
    var _ = door.attach(vertx.eventBus());
  }

  Run start(Audit audit) {
    return coordinator.run(audit, heard::add);
  }

  /** Waits until something has happened in the run. */
  void await(Predicate<Event> what) throws InterruptedException {
    var _ = next(what);
  }

  /** Waits for the next event that is one of these. */
  Event next(Predicate<Event> what) throws InterruptedException {
    for (var next = heard.poll(10, SECONDS); next != null; next = heard.poll(10, SECONDS)) {
      if (what.test(next.event())) {
        return next.event();
      }
    }
    throw new AssertionError("it did not happen within 10 s");
  }

  /** The events of the run when it has ended, checked for order and for the sum. */
  List<Event> ended(Run run) throws Exception {
    var id = run.ended().await(10, SECONDS);
    var recorded = coordinator.events(id);
    var events = new ArrayList<Event>();
    for (var each : recorded) {
      events.add(each.event());
      if (each.sequence() != events.size()) {
        throw new AssertionError("a gap before " + each);
      }
    }
    return events;
  }

  /** How each subtask ended, in the order in which they were planned. */
  static List<String> endings(List<Event> events) {
    var ids =
        events.stream()
            .filter(Event.SubtaskQueued.class::isInstance)
            .map(event -> ((Event.SubtaskQueued) event).subtask().id())
            .distinct();
    return ids.map(id -> String.join("+", endings(events, id.value()))).toList();
  }

  private static List<String> endings(List<Event> events, String subtask) {
    return events.stream()
        .filter(Event.SubtaskEnded.class::isInstance)
        .map(event -> ((Event.SubtaskEnded) event).outcome())
        .filter(outcome -> outcome.subtask().value().equals(subtask))
        .map(Rig::gist)
        .toList();
  }

  private static String gist(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed _ -> "completed";
      case Outcome.Failed failed -> failed.cause().id();
    };
  }
}
