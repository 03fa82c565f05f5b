package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.CommandResult.Broken;
import dev.swarm.tools.host.CommandResult.Exited;
import dev.swarm.tools.host.CommandResult.NotStarted;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Output;
import java.time.Duration;

/**
 * Waits for a program, and sees to it that its tree ends: asked first, then killed. All steps after
 * the deadline together stay under two seconds.
 *
 * @param begin of {@link System#nanoTime} when it was started
 */
record Supervision(Command command, Running running, Tracking tracking, long begin) {
  /** How long to wait for the removal of the work directory. */
  static final Duration REMOVAL = Duration.ofMillis(300);

  private static final Duration GRACE = Duration.ofMillis(250);
  private static final Duration KILLING = Duration.ofMillis(800);
  private static final Duration DRAINING = Duration.ofMillis(300);

  CommandResult result() throws StartFailure {
    try {
      return running.ended(command.timeout())
          ? ended()
          : broken(
              Failure.TIMED_OUT, "it did not end within " + command.timeout().toMillis() + " ms");
    } catch (InterruptedException e) {
      try {
        return broken(Failure.CANCELLED, "the run was cancelled");
      } finally {
        Thread.currentThread().interrupt();
      }
    } catch (StartFailure e) {
      endWhatStarted();
      throw e;
    } finally {
      tracking.end();
    }
  }

  private CommandResult ended() throws StartFailure {
    Duration took = took();
    killRest(tracking.of(running.child()));
    running.awaitDrained(DRAINING);
    int status = running.exit();
    Output stdout = running.stdout().output();
    Output stderr = running.stderr().output();
    String program = command.argv().getFirst();
    if (status == 1 && stdout.text().isEmpty() && stderr.text().startsWith("bwrap: ")) {
      return new NotStarted(
          Failure.BROKEN, "could not run " + program + ": " + stderr.text().strip());
    }
    return ExitStatus.signal(program, status)
        .<CommandResult>map(signal ->
            new Broken(Failure.SIGNALLED, "it was ended by signal " + signal, stdout, stderr, took))
        .orElseGet(() -> new Exited(status, stdout, stderr, took));
  }

  private Broken broken(Failure why, String detail) throws StartFailure {
    ProcessTree tree = tracking.of(running.child());
    tree.terminate();
    Patience.upTo(GRACE, tree::gone);
    killRest(tree);
    String rest = tree.gone() ? "" : "; what it started could not be ended";
    running.awaitDrained(DRAINING);
    return new Broken(
        why, detail + rest, running.stdout().output(), running.stderr().output(), took());
  }

  /** A program may also be lost sight of later than at its start. */
  private void endWhatStarted() {
    try {
      killRest(tracking.of(running.child()));
    } catch (StartFailure e) {
      // nothing has
    }
  }

  private static void killRest(ProcessTree tree) {
    Patience.upTo(
        KILLING,
        () -> {
          if (tree.gone()) {
            return true;
          }
          tree.kill();
          return false;
        });
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
