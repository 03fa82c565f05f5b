package dev.swarm.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Ctrl-C does while something runs: the first asks it to stop, so that what is known is still
 * told; the second ends the process at once. SIGTERM and SIGHUP count the same.
 */
final class Interruption implements AutoCloseable {
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Surroundings here;
  private final Runnable stop;
  private final Runnable undo;

  private Interruption(Surroundings here, Runnable stop) {
    this.here = here;
    this.stop = stop;
    this.undo = Signals.whenAskedToEnd(this::hear);
  }

  /** Hears from now on until it is closed; {@code stop} must not block. */
  static Interruption of(Surroundings here, Runnable stop) {
    return new Interruption(here, stop);
  }

  /** Whether somebody asked to stop. */
  boolean happened() {
    return asked.get();
  }

  @Override
  public void close() {
    undo.run();
  }

  private void hear() {
    if (!asked.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
    }
    if (here.terminal().lively()) {
      here.err().print("\r\u001b[K");
      here.say("stopping; once more ends at once");
    }
    stop.run();
  }
}
