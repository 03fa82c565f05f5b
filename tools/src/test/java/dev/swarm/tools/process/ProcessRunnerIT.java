package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.CommandResult.Broken;
import dev.swarm.tools.host.CommandResult.Exited;
import dev.swarm.tools.host.CommandResult.NotStarted;
import dev.swarm.tools.host.Failure;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller of the runner relies on, without a sandbox and within. */
class ProcessRunnerIT {
  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final int SIGCHLD = 17;
  private static final int SIG_IGN = 1;

  @TempDir private Path work;

  /** Where a program runs, and which way it starts. */
  enum Setting {
    BARE,
    BARE_BY_JDK,
    SANDBOXED,
    SANDBOXED_BY_JDK;

    boolean sandboxed() {
      return this == SANDBOXED || this == SANDBOXED_BY_JDK;
    }

    boolean byJdk() {
      return this == BARE_BY_JDK || this == SANDBOXED_BY_JDK;
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupt_ends_the_program_and_is_kept(Setting setting) throws Exception {
    ProcessRunner runner = runner(setting, 1);
    AtomicReference<CommandResult> result =
        new AtomicReference<>(new NotStarted(Failure.BROKEN, ""));
    CountDownLatch kept = new CountDownLatch(1);
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              result.set(runner.run(command("sleep", "1000")));
              if (Thread.currentThread().isInterrupted()) {
                kept.countDown();
              }
            });
    Survivors survivors = new Survivors(work.toString());
    Patience.upTo(PLENTY, () -> !survivors.none());
    caller.interrupt();
    assertTrue(caller.join(Duration.ofSeconds(2)));
    assertEquals(Failure.CANCELLED, assertInstanceOf(Broken.class, result.get()).why());
    assertEquals(0, kept.getCount());
    assertEquals(List.of(), survivors.after(Duration.ofSeconds(2)));
    assertEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void many_callers_get_their_own_output_and_only_so_many_programs_run_at_once(Setting setting)
      throws Exception {
    ProcessRunner runner = runner(setting, 3);
    List<Future<CommandResult>> results = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 60; caller++) {
        Command echo = command("echo", "caller " + caller);
        results.add(callers.submit(() -> runner.run(echo)));
      }
    }
    for (int caller = 0; caller < 60; caller++) {
      assertEquals("caller " + caller + "\n", stdout(results.get(caller)));
    }
    assertEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_daemon_of_one_call_does_not_cost_another_its_program(Setting setting) throws Exception {
    ProcessRunner runner = runner(setting, 8);
    List<Future<CommandResult>> daemons = new ArrayList<>();
    List<Future<CommandResult>> others = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 15; round++) {
        daemons.add(callers.submit(() -> runner.run(command("perl", "-e", DAEMON))));
        others.add(callers.submit(() -> runner.run(command("perl", "-e", ORPHANED_HELPER))));
      }
    }
    for (Future<CommandResult> daemon : daemons) {
      assertEquals("", stdout(daemon));
    }
    for (Future<CommandResult> other : others) {
      assertEquals("helped\n", stdout(other));
    }
    assertEquals(List.of(), new Survivors(work.toString()).after(Duration.ofSeconds(2)));
  }

  /** Leaves a daemon without our environment. */
  private static final String DAEMON =
      "use POSIX; exit if fork; setsid; exit if fork; %ENV = (); exec '/bin/sleep', '1000'";

  /** Has a helper that is an orphan, as some honest scripts do. */
  private static final String ORPHANED_HELPER =
      "pipe my $r, my $w; if (!fork) { exit if fork; select undef, undef, undef, 0.1;"
          + " syswrite $w, qq(helped\\n); exit } close $w; print <$r>";

  @ParameterizedTest
  @EnumSource
  void a_program_that_is_not_there_is_absent(Setting setting) throws Exception {
    ProcessRunner runner = runner(setting, 1);
    NotStarted missing = assertInstanceOf(NotStarted.class, runner.run(command("no-such-program")));
    assertEquals(Failure.ABSENT, missing.why());
    assertEquals("could not run no-such-program: it is not installed", missing.detail());
  }

  @ParameterizedTest
  @EnumSource
  void a_program_that_is_stopped_at_the_deadline_ends_all_the_same(Setting setting)
      throws Exception {
    ProcessRunner runner = runner(setting, 1);
    Command stops =
        new Command(
            List.of("perl", "-e", "$| = 1; print qq(before\\n); kill STOP => $$; sleep 1000"),
            1,
            Duration.ofMillis(700),
            1000,
            Set.of());
    Broken broken = assertInstanceOf(Broken.class, runner.run(stops));
    assertEquals(Failure.TIMED_OUT, broken.why());
    assertEquals("before\n", broken.stdout().text());
    assertTrue(broken.took().compareTo(Duration.ofMillis(2700)) < 0, broken::toString);
    assertEquals(List.of(), new Survivors(work.toString()).after(Duration.ofSeconds(2)));
    assertEmpty();
  }

  @Test
  void a_program_that_is_lost_sight_of_takes_its_tree_along() throws Exception {
    ProcessRunner runner = runner(Setting.BARE, 1);
    assertInstanceOf(Exited.class, runner.run(command("true")));
    MemorySegment signal = LibC.find("signal");
    long before = LibC.call(signal, SIGCHLD, SIG_IGN); // the kernel then keeps no exit status
    CommandResult result;
    try {
      result = runner.run(command("sh", "-c", "sleep 1000 >&- 2>&- & exit 0"));
    } finally {
      long _ = LibC.call(signal, SIGCHLD, before);
    }
    NotStarted lost = assertInstanceOf(NotStarted.class, result);
    assertEquals(Failure.BROKEN, lost.why());
    assertEquals("could not run sh: its exit status is lost", lost.detail());
    assertEquals(List.of(), new Survivors(work.toString()).after(Duration.ofSeconds(2)));
    assertEmpty();
    assertInstanceOf(Exited.class, runner.run(command("true")));
  }

  @ParameterizedTest
  @EnumSource
  void floods_cost_little_memory(Setting setting) throws Exception {
    ProcessRunner runner = runner(setting, 1);
    assertInstanceOf(Exited.class, runner.run(command("true")));
    long before = residentKilobytes();
    for (int flood = 0; flood < 3; flood++) {
      Command yes = new Command(List.of("yes"), 1, Duration.ofMillis(500), 64 * 1024, Set.of());
      Broken broken = assertInstanceOf(Broken.class, runner.run(yes));
      assertTrue(broken.stdout().omitted() > 10_000_000);
      assertTrue(broken.stdout().text().length() < 65 * 1024);
    }
    long grown = residentKilobytes() - before;
    assertTrue(grown < 16 * 1024, () -> "grew by " + grown + " kB");
  }

  private ProcessRunner runner(Setting setting, int atOnce) throws IOException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    Sandbox sandbox =
        setting.sandboxed()
            ? new SandboxProbe(work, root).get()
            : new Sandbox.None("it is being tested");
    assertEquals(setting.sandboxed(), sandbox.contained(), sandbox.description());
    return new ProcessRunner(
        work, () -> sandbox, atOnce, setting.byJdk() ? Starters::ofJdk : Starters::ofOurs);
  }

  private static Command command(String... argv) {
    return new Command(List.of(argv), 1, PLENTY, 1000, Set.of());
  }

  private static String stdout(Future<CommandResult> result)
      throws InterruptedException, ExecutionException {
    CommandResult ended = result.get();
    return assertInstanceOf(Exited.class, ended, ended::toString).stdout().text();
  }

  private void assertEmpty() throws IOException {
    try (Stream<Path> left = Files.list(work)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static long residentKilobytes() throws IOException {
    String status = Files.readString(Path.of("/proc/self/status"));
    String line = status.lines().filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
