package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile program ends in time, and leaves neither a process nor a directory behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileProgramsIT {
  /**
   * For a program that reaches it; one that ends by itself gets as long as a busy machine takes.
   */
  private static final Duration SHORT_DEADLINE = Duration.ofMillis(700);

  private static final Duration LONG_DEADLINE = Duration.ofSeconds(10);
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  /** To remove a thousand directories has taken rm(1) itself 2.7 s; no caller waits for it. */
  private static final Duration SLOW_DISK = Duration.ofSeconds(20);

  private static final int OUTPUT_CAP = 64 * 1024;

  private Path folder = Path.of("/");
  private Path work = Path.of("/");
  private Survivors survivors = new Survivors("");
  private Sandbox bubblewrap = new Sandbox.None("not looked for yet");

  @BeforeAll
  void look_for_the_sandbox(@TempDir Path temporary) throws IOException {
    folder = temporary;
    work = Files.createDirectory(folder.resolve("work"));
    survivors = new Survivors(folder.toString());
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    bubblewrap = new SandboxProbe(work, root).get();
    assertTrue(bubblewrap.contained(), bubblewrap.description());
  }

  static Stream<Hostile> anywhere() {
    return HostilePrograms.all().filter(hostile -> hostile.where() == Hostile.Where.ANYWHERE);
  }

  static Stream<Hostile> all() {
    return HostilePrograms.all();
  }

  @ParameterizedTest(name = "bare: {0}")
  @MethodSource("anywhere")
  void ends_without_a_sandbox(Hostile hostile) throws Exception {
    ends_and_leaves_nothing(hostile, bare(Starters::ofOurs), Set.of());
  }

  @ParameterizedTest(name = "bare, by the JDK: {0}")
  @MethodSource("anywhere")
  void ends_without_a_sandbox_and_without_our_starter(Hostile hostile) throws Exception {
    ends_and_leaves_nothing(hostile, bare(Starters::ofJdk), Set.of());
  }

  @ParameterizedTest(name = "sandboxed: {0}")
  @MethodSource("all")
  void ends_in_the_sandbox(Hostile hostile) throws Exception {
    ends_and_leaves_nothing(hostile, sandboxed(Starters::ofOurs), Set.of());
  }

  @ParameterizedTest(name = "sandboxed, seeing everything, by the JDK: {0}")
  @MethodSource("anywhere")
  void ends_in_the_sandbox_with_all_in_sight(Hostile hostile) throws Exception {
    ends_and_leaves_nothing(hostile, sandboxed(Starters::ofJdk), Set.of(Command.Sight.values()));
  }

  private ProcessRunner bare(Function<Executor, Starters> starters) {
    return new ProcessRunner(work, () -> new Sandbox.None("it is being tested"), 1, starters);
  }

  private ProcessRunner sandboxed(Function<Executor, Starters> starters) {
    return new ProcessRunner(work, () -> bubblewrap, 1, starters);
  }

  private void ends_and_leaves_nothing(
      Hostile hostile, ProcessRunner runner, Set<Command.Sight> sees) throws Exception {
    Duration deadline = hostile.endsByItself() ? LONG_DEADLINE : SHORT_DEADLINE;
    Command command =
        new Command(List.of(scriptOf(hostile).toString()), 1, deadline, OUTPUT_CAP, sees);
    long begin = System.nanoTime();
    CommandResult result = runner.run(command);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertTrue(hostile.expected().test(result), () -> "unexpected: " + shortened(result));
    Duration latest = deadline.plus(AFTERWARDS);
    assertTrue(took.compareTo(latest) < 0, () -> "took " + took.toMillis() + " ms");
    assertEquals(List.of(), survivors.after(AFTERWARDS), "left behind");
    Patience.upTo(SLOW_DISK, () -> workDirectories().isEmpty());
    assertEquals(List.of(), workDirectories(), "work directories");
  }

  private List<Path> workDirectories() {
    try (Stream<Path> left = Files.list(work)) {
      return left.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path scriptOf(Hostile hostile) throws IOException {
    Path script = folder.resolve("hostile-" + hostile.name().replace(' ', '-'));
    Files.writeString(script, hostile.script());
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private static String shortened(CommandResult result) {
    String text = result.toString();
    return text.length() < 2000
        ? text
        : text.substring(0, 1000) + "…" + text.substring(text.length() - 1000);
  }
}
