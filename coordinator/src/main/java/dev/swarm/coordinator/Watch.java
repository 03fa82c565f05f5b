package dev.swarm.coordinator;

import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every pending action of a run, so that none is left behind, and none fails unseen. */
final class Watch {
  private final Timers timers;
  private final Consumer<Throwable> broken;
  private final List<Timers.Cancellable> pending = new ArrayList<>();
  private final Map<SubtaskId, Timers.Cancellable> deadlines = new HashMap<>();
  private boolean closed;

  /**
   * Starts with nothing pending.
   *
   * @param broken hears of a bug; the run cannot go on
   */
  Watch(Timers timers, Consumer<Throwable> broken) {
    this.timers = timers;
    this.broken = broken;
  }

  /** Runs {@code action} at once, unless the run is over. */
  void guarded(Runnable action) {
    if (closed) {
      return;
    }
    try {
      action.run();
    } catch (RuntimeException | Error bug) {
      broken(bug);
    }
  }

  /** The run cannot go on: nothing that is pending happens any more. */
  void broken(Throwable bug) {
    close();
    broken.accept(bug);
  }

  /** Runs {@code action} later, unless the run is over by then. */
  void after(Duration delay, Runnable action) {
    if (!closed) {
      pending.add(timers.after(delay, () -> guarded(action)));
    }
  }

  /** Runs {@code action} later, unless {@code subtask} is forgotten before. */
  void expect(SubtaskId subtask, Duration limit, Runnable action) {
    forget(subtask);
    deadlines.put(subtask, timers.after(limit, () -> guarded(action)));
  }

  void forget(SubtaskId subtask) {
    var deadline = deadlines.remove(subtask);
    if (deadline != null) {
      deadline.cancel();
    }
  }

  void close() {
    closed = true;
    pending.forEach(Timers.Cancellable::cancel);
    deadlines.values().forEach(Timers.Cancellable::cancel);
  }
}
