package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult.Exited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * What it costs to run a program, by the JDK's way and by ours, bare and in the sandbox: processor
 * time of this process and of its programs, in milliseconds a program. The command is in
 * docs/performance.md.
 */
final class ProgramCost {
  private static final int ROUNDS = 5;
  private static final int PROGRAMS = 400;
  private static final int AT_ONCE = 4;

  /** Of /proc/self/stat, from the state on: our own time, and that of children waited for. */
  private static final int OWN = 11;

  private static final int OF_CHILDREN = 13;
  private static final int MILLIS_PER_TICK = 10;

  private ProgramCost() {}

  /** Measures one way: {@code jdk} or {@code ours}, {@code bare} or {@code sandboxed}. */
  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("program-cost");
    Sandbox sandbox =
        args[1].equals("bare")
            ? new Sandbox.None("it is measured")
            : new SandboxProbe(work, true).get();
    Function<Executor, Starters> starters =
        args[0].equals("jdk") ? Starters::ofJdk : Starters::ofOurs;
    ProcessRunner runner = new ProcessRunner(work, () -> sandbox, AT_ONCE, starters);
    for (int round = 1; round <= ROUNDS; round++) {
      round(runner, String.join(" ", args));
    }
    Files.delete(work);
  }

  private static void round(ProcessRunner runner, String way) throws Exception {
    long own = millis(OWN);
    long children = millis(OF_CHILDREN);
    long begin = System.nanoTime();
    run(runner);
    long took = System.nanoTime() - begin;
    System.out.printf(
        "%s: own %.3f, program %.3f, wall %.3f ms%n",
        way,
        (double) (millis(OWN) - own) / PROGRAMS,
        (double) (millis(OF_CHILDREN) - children) / PROGRAMS,
        took / 1e6 / PROGRAMS);
  }

  private static void run(ProcessRunner runner) throws InterruptedException {
    Semaphore callers = new Semaphore(AT_ONCE);
    Command cat =
        new Command(
            List.of("cat", "/proc/loadavg"), 1, Duration.ofSeconds(10), 64 * 1024, Set.of());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int program = 0; program < PROGRAMS; program++) {
        callers.acquire();
        threads.execute(() -> {
          try {
            require(runner.run(cat) instanceof Exited exited && exited.exit() == 0);
          } finally {
            callers.release();
          }
        });
      }
    }
  }

  private static void require(boolean worked) {
    if (!worked) {
      throw new AssertionError("a program did not run");
    }
  }

  private static long millis(int first) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return MILLIS_PER_TICK * (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]));
  }
}
