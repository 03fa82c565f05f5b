package dev.swarm.tools.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Launches by {@link Spawner} itself, without the bounds that a runner sets. */
record Launches(Path workDirectory, AtomicInteger over) {
  static final Duration PLENTY = Duration.ofSeconds(20);

  private static final int CAP = 3 << 20;

  static Launches in(Path workDirectory) {
    return new Launches(workDirectory, new AtomicInteger());
  }

  Launch of(String... argv) {
    return of(Map.of(), argv);
  }

  Launch of(Map<String, String> environment, String... argv) {
    return new Launch(
        List.of(argv), environment, workDirectory, CAP, pid -> {}, over::incrementAndGet);
  }

  Running start(String... argv) {
    return spawner().start(of(argv));
  }

  /** Runs to the end of the program and of its streams. */
  Running finish(String... argv) throws Exception {
    return finished(start(argv));
  }

  /** Waits until a program and its streams have ended. */
  static Running finished(Running running) throws Exception {
    if (!running.ended(PLENTY)) {
      throw new AssertionError("it did not end");
    }
    running.awaitDrained(PLENTY);
    return running;
  }

  static String stdout(Running running) {
    return running.stdout().output().text();
  }

  static Spawner spawner() {
    return Spawner.ifPossible().orElseThrow();
  }
}
