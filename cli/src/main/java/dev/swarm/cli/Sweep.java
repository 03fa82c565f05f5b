package dev.swarm.cli;

import dev.swarm.coordinator.Leftovers;
import dev.swarm.coordinator.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends what dead processes of this machine have left open, again and again, while one serves. */
final class Sweep implements AutoCloseable {
  private static final long MINUTES = 1;

  /** A process whose number is taken again by another one began after the run did. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final Surroundings here;
  private final Leftovers leftovers;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Sweep(Surroundings here, Leftovers leftovers) {
    this.here = here;
    this.leftovers = leftovers;
  }

  /** Begins at once, on a thread of its own. */
  static Sweep begin(Surroundings here, Leftovers leftovers) {
    var sweep = new Sweep(here, leftovers);
    var _ = Thread.ofPlatform().daemon().name("swarm-sweep").start(sweep::go);
    return sweep;
  }

  /** Whether that process still runs; one of another kind is not ours to judge. */
  static boolean alive(String instance, Instant began) {
    if (!instance.matches("\\d{1,18}")) {
      return true;
    }
    return ProcessHandle.of(Long.parseLong(instance))
        .filter(ProcessHandle::isAlive)
        .filter(
            one -> one.info().startInstant().filter(it -> it.isAfter(began.plus(SLACK))).isEmpty())
        .isPresent();
  }

  private void go() {
    try {
      do {
        end();
      } while (!closed.await(MINUTES, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      int ended = leftovers.end();
      if (ended > 0) {
        here.say("ended " + ended + " run(s) whose process has died; swarm runs lists them");
      }
    } catch (StoreException | CompletionException e) {
      here.say("could not look for runs whose process has died: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
