package dev.swarm.agent;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works orders, each on a virtual thread of its own, to exactly one outcome each, whatever the
 * investigator does. On the desk only.
 */
final class Working {
  /** An investigation minds its own budget; this is for one that does not. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Investigator investigator;
  private final Desk desk;
  private final Ears ears;
  private final Map<Piece, Task> tasks = new LinkedHashMap<>();

  /** Who hears what becomes of an order; called on the desk. */
  interface Ears {
    void happened(Order order, Event event);

    void ended(Order order, Outcome outcome);
  }

  private record Task(Order order, Thread thread, Desk.Cancellable watch) {}

  Working(Investigator investigator, Desk desk, Ears ears) {
    this.investigator = investigator;
    this.desk = desk;
    this.ears = ears;
  }

  void begin(Order order) {
    var piece = Piece.of(order);
    var thread = Thread.ofVirtual().name("subtask " + order.attempt()).unstarted(() -> work(order));
    var time = order.offer().subtask().budget().time();
    var watch = desk.after(time.plus(GRACE), () -> overrun(piece));
    tasks.put(piece, new Task(order, thread, watch));
    thread.start();
  }

  void interrupt(RunId run) {
    tasks.forEach((piece, task) -> {
      if (piece.run().equals(run)) {
        task.thread().interrupt();
      }
    });
  }

  void interruptAll() {
    tasks.values().forEach(task -> task.thread().interrupt());
  }

  /** Ends whatever still runs; what it comes to later is of no interest. */
  void abandonAll(Cause cause, String detail) {
    for (var task : List.copyOf(tasks.values())) {
      end(Piece.of(task.order()), failed(task.order(), cause, detail));
    }
  }

  /** On a thread of its own. */
  private void work(Order order) {
    var outcome = outcome(order);
    desk.execute(() -> end(Piece.of(order), outcome));
  }

  private Outcome outcome(Order order) {
    try {
      var outcome = investigator.work(order, event -> desk.execute(() -> happened(order, event)));
      return Piece.of(order.run(), outcome).equals(Piece.of(order))
          ? outcome
          : failed(order, Cause.INTERNAL, "it ended with the outcome of " + outcome.subtask());
    } catch (RuntimeException | Error e) {
      return failed(order, Cause.INTERNAL, trace(e));
    }
  }

  private void happened(Order order, Event event) {
    if (tasks.containsKey(Piece.of(order))) {
      ears.happened(order, event);
    }
  }

  private void end(Piece piece, Outcome outcome) {
    var task = tasks.remove(piece);
    if (task != null) {
      task.watch().cancel();
      ears.ended(task.order(), outcome);
    }
  }

  private void overrun(Piece piece) {
    var task = tasks.get(piece);
    if (task != null) {
      task.thread().interrupt();
      var _ = desk.after(GRACE, () -> end(piece, timedOut(task.order())));
    }
  }

  private static Outcome timedOut(Order order) {
    double seconds = order.offer().subtask().budget().time().toMillis() / 1000.0;
    return failed(order, Cause.TIMED_OUT, "no end within its time of " + seconds + " s");
  }

  private static Outcome failed(Order order, Cause cause, String detail) {
    var attempt = order.attempt();
    return new Outcome.Failed(attempt.subtask(), attempt.number(), cause, detail, Effort.NONE);
  }

  private static String trace(Throwable e) {
    var frames = e.getStackTrace();
    return frames.length == 0 ? e.toString() : e + " at " + frames[0];
  }
}
