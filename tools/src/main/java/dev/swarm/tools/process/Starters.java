package dev.swarm.tools.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Which way the programs of a runner start, and how theirs are told from others.
 *
 * @param own our own way, asked for when it is worth its loading
 */
record Starters(Executor threads, Supplier<Optional<Spawner>> own, AtomicInteger sandboxed) {
  /** What a command that looks once at its machine does not reach. */
  private static final int FEW = 100;

  private static final boolean PROC = Files.exists(Path.of("/proc/self/stat"));

  static Starters of(Executor threads) {
    return new Starters(threads, Spawner::ifPossible, new AtomicInteger());
  }

  /** Our own way from the first program on. */
  static Starters ofOurs(Executor threads) {
    return new Starters(threads, Spawner::ifPossible, new AtomicInteger(FEW));
  }

  /** The JDK's way for every program. */
  static Starters ofJdk(Executor threads) {
    return new Starters(threads, Optional::empty, new AtomicInteger());
  }

  Tracking track(Sandbox sandbox, String marker) {
    if (sandbox.contained()) {
      return Tracking.inNamespace(marker);
    }
    return Tracking.bare(PROC ? Adoption.ifPossible() : Optional.empty(), marker);
  }

  /**
   * The way to start the next program. What it costs to load ours is spent on the first bare one
   * anyway, for the orphans' sake; in a sandbox only many programs earn it.
   */
  Starter next(Sandbox sandbox) {
    var jdk = new JdkStarter(threads, !sandbox.contained());
    if (sandbox.contained() && sandboxed.incrementAndGet() <= FEW && Spawner.inForce().isEmpty()) {
      return jdk;
    }
    return own.get().<Starter>map(spawner -> spawner).orElse(jdk);
  }
}
