package dev.swarm.coordinator;

import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Every pending action of a run, so that none is left behind, and none fails unseen. */
final class Watch {
  private final Timers timers;
  private final Executor desk;
  private final Consumer<Throwable> broken;
  private final Set<Pending> pending = new HashSet<>();
  private final Map<SubtaskId, Timers.Cancellable> deadlines = new HashMap<>();
  private boolean closed;

  /**
   * Starts with nothing pending.
   *
   * @param desk where everything of the run happens
   * @param broken hears of a bug; the run cannot go on
   */
  Watch(Timers timers, Executor desk, Consumer<Throwable> broken) {
    this.timers = timers;
    this.desk = desk;
    this.broken = broken;
  }

  /** An action, and how to call it off. */
  private static final class Pending {
    private Timers.Cancellable timer = () -> {};
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

  /** Runs {@code action} when the desk has done what it has before it, unless the run is over. */
  void soon(Runnable action) {
    desk.execute(() -> guarded(action));
  }

  /** The run cannot go on: nothing that is pending happens any more. */
  void broken(Throwable bug) {
    if (!closed) {
      close();
      broken.accept(bug);
    }
  }

  /** Runs {@code action} later, unless the run is over by then. */
  void after(Duration delay, Runnable action) {
    if (closed) {
      return;
    }
    var entry = new Pending();
    pending.add(entry);
    entry.timer =
        timers.after(
            delay,
            () -> {
              pending.remove(entry);
              guarded(action);
            });
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
    pending.forEach(entry -> entry.timer.cancel());
    deadlines.values().forEach(Timers.Cancellable::cancel);
    pending.clear();
    deadlines.clear();
  }
}
