package dev.swarm.loadtest.run;

import dev.swarm.loadtest.net.Cabling;
import dev.swarm.loadtest.process.Child;
import dev.swarm.loadtest.result.Result;
import dev.swarm.loadtest.scenario.Faults;
import dev.swarm.router.waiting.Bells;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lets go wrong what shall go wrong, on threads of its own, until it is closed. */
final class Misfortune implements AutoCloseable {
  private static final Duration DEAD_FOR = Duration.ofSeconds(2);

  private final Faults faults;
  private final Grounds grounds;
  private final InstantSource clock;
  private final Instant began;
  private final SplittableRandom lots;
  private final List<Result.Fault> happened = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private int last = -1;

  private Misfortune(Faults faults, Grounds grounds, InstantSource clock, long seed) {
    this.faults = faults;
    this.grounds = grounds;
    this.clock = clock;
    this.began = clock.instant();
    this.lots = new SplittableRandom(seed);
  }

  /** Begins. */
  static Misfortune begin(Faults faults, Grounds grounds, InstantSource clock, long seed) {
    var misfortune = new Misfortune(faults, grounds, clock, seed);
    misfortune.every(faults.killEvery(), misfortune::kill);
    misfortune.every(faults.stopEvery(), misfortune::stop);
    grounds.cabling().ifPresent(misfortune::cuts);
    return misfortune;
  }

  private interface Mishap {
    void happen() throws IOException, InterruptedException;
  }

  private void every(Optional<Duration> time, Mishap mishap) {
    time.ifPresent(pause -> threads.add(Thread.ofVirtual().start(() -> repeat(pause, mishap))));
  }

  private void repeat(Duration pause, Mishap mishap) {
    try {
      while (true) {
        Bells.real().pause(pause, clock);
        mishap.happen();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      tell("no more of this: " + e.getMessage());
    }
  }

  /** Who fares ill next. */
  private int next() {
    last = another(lots, grounds.agents().size(), last);
    return last;
  }

  /**
   * One of {@code count}, but not the last one: stopped and killed without a pause between, it
   * would be silent for longer than any node may be.
   */
  static int another(SplittableRandom lots, int count, int last) {
    if (count == 1 || last < 0) {
      return lots.nextInt(count);
    }
    int drawn = lots.nextInt(count - 1);
    return drawn < last ? drawn : drawn + 1;
  }

  /** Holds the lock while a process is gone or stopped: one mishap at a time. */
  private synchronized void kill() throws IOException, InterruptedException {
    int place = next();
    var victim = grounds.agents().get(place);
    tell("killed " + victim.name());
    victim.kill();
    Bells.real().pause(DEAD_FOR, clock);
    grounds.again(place);
    tell(victim.name() + " is back");
  }

  private synchronized void stop() throws IOException, InterruptedException {
    Child victim = grounds.agents().get(next());
    tell("stopped " + victim.name());
    victim.stop();
    try {
      Bells.real().pause(faults.stopFor(), clock);
    } finally {
      victim.resume();
    }
    tell(victim.name() + " goes on");
  }

  private void cuts(Cabling cables) {
    every(faults.cutEvery(), () -> cut(cables));
  }

  private synchronized void cut(Cabling cables) throws IOException, InterruptedException {
    int place = next();
    var name = grounds.agents().get(place).name();
    cables.cut(place + 1);
    tell("cut off " + name);
    try {
      Bells.real().pause(faults.cutFor(), clock);
    } finally {
      cables.plug(place + 1);
    }
    tell(name + " is reached again");
  }

  private void tell(String what) {
    synchronized (happened) {
      happened.add(new Result.Fault(Duration.between(began, clock.instant()).toMillis(), what));
    }
  }

  List<Result.Fault> happened() {
    synchronized (happened) {
      return List.copyOf(happened);
    }
  }

  /** No more of it; blocks until what was stopped goes on. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
