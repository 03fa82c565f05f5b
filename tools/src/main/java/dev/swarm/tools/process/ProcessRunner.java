package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.CommandResult.NotStarted;
import dev.swarm.tools.host.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs programs within bounds: of time for the whole process tree, of output, of how many at once.
 *
 * <p>A program gets no shell, {@code /dev/null} as stdin, an empty work directory, and these
 * variables only: {@code LC_ALL=C}; {@code TZ=UTC}, so that times without a zone are UTC wherever
 * they are parsed; a fixed {@code PATH}; {@code HOME} and {@code TMPDIR}, the work directory; and
 * the call's marker.
 *
 * <p>{@link #run} blocks, is called from any thread, best a virtual one, and returns at most two
 * seconds after the deadline; an interrupt ends the tree, and the interrupt status is kept.
 */
public final class ProcessRunner {
  /** Longer than any program may take, so that a slot not free by then is held by a stuck one. */
  private static final Duration LONGEST_WAIT_FOR_SLOT = Duration.ofSeconds(65);

  private static final String SEARCH_PATH =
      Programs.FOLDERS.stream().map(Path::toString).collect(Collectors.joining(":"));
  private static final int TRUSTED_AT_ONCE = 4;
  private static final int THREAD_STACK_BYTES = 256 * 1024;

  private final WorkRoot workRoot;
  private final Supplier<Sandbox> sandbox;
  private final Programs programs;
  private final Semaphore slots;
  private final int atOnce;
  private final Map<String, String> own;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "program", THREAD_STACK_BYTES);
        thread.setDaemon(true);
        return thread;
      });
  private final Starters starters;

  /**
   * @param workRoot where work directories are made
   * @param sandbox asked at each run; what it answers first should not change
   * @param atOnce how many programs may run at the same time
   */
  public ProcessRunner(Path workRoot, Supplier<Sandbox> sandbox, int atOnce) {
    this(WorkRoot.in(workRoot), sandbox, new Programs(Programs.FOLDERS), atOnce);
  }

  /**
   * For a program that the operator named and trusts, such as the one that prints a router's key:
   * it runs as they would run it, without a sandbox and in their environment. The bounds are the
   * same.
   */
  public static ProcessRunner trusted(Path workRoot, Map<String, String> environment) {
    return new ProcessRunner(
        WorkRoot.in(workRoot),
        () -> new Sandbox.None("the operator's own program"),
        new Programs(Programs.FOLDERS),
        TRUSTED_AT_ONCE,
        environment,
        Starters::of);
  }

  ProcessRunner(WorkRoot workRoot, Supplier<Sandbox> sandbox, Programs programs, int atOnce) {
    this(workRoot, sandbox, programs, atOnce, Map.of(), Starters::of);
  }

  /** For a test of one way to start programs. */
  ProcessRunner(
      Path workRoot, Supplier<Sandbox> sandbox, int atOnce, Function<Executor, Starters> starters) {
    this(
        WorkRoot.in(workRoot), sandbox, new Programs(Programs.FOLDERS), atOnce, Map.of(), starters);
  }

  private ProcessRunner(
      WorkRoot workRoot,
      Supplier<Sandbox> sandbox,
      Programs programs,
      int atOnce,
      Map<String, String> own,
      Function<Executor, Starters> starters) {
    this.workRoot = workRoot;
    this.sandbox = sandbox;
    this.programs = programs;
    this.atOnce = atOnce;
    this.slots = new Semaphore(atOnce);
    this.own = Map.copyOf(own);
    this.starters = starters.apply(threads);
  }

  /** Runs a command to its end, or to ours. */
  public CommandResult run(Command command) {
    return switch (programs.find(command.argv().getFirst())) {
      case Programs.Lookup.Missing(NotStarted reason) -> reason;
      case Programs.Lookup.Found(Path program) -> inSlot(program, command);
    };
  }

  /** Why a program of that name cannot be started here; empty if it can. */
  public Optional<Failure> missing(String program) {
    return switch (programs.find(program)) {
      case Programs.Lookup.Missing(NotStarted reason) -> Optional.of(reason.why());
      case Programs.Lookup.Found found -> Optional.empty();
    };
  }

  private CommandResult inSlot(Path program, Command command) {
    try {
      if (!slots.tryAcquire(LONGEST_WAIT_FOR_SLOT.toMillis(), TimeUnit.MILLISECONDS)) {
        return notStarted(
            Failure.TIMED_OUT, command, "all " + atOnce + " slots are held by stuck programs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notStarted(Failure.CANCELLED, command, "the run was cancelled");
    }
    return inWorkDirectory(program, command);
  }

  private CommandResult inWorkDirectory(Path program, Command command) {
    String marker = Marker.next();
    WorkDirectory directory;
    try {
      directory = workRoot.create(marker);
    } catch (IOException e) {
      slots.release();
      return notStarted(
          Failure.BROKEN, command, "no work directory could be made: " + e.getMessage());
    }
    try {
      return start(program, command, directory, marker);
    } finally {
      remove(directory);
    }
  }

  /** A directory that takes long to remove is removed behind the caller's back. */
  private void remove(WorkDirectory directory) {
    if (!directory.removeIfEmpty()) {
      var removal = CompletableFuture.runAsync(directory::remove, threads);
      Patience.upTo(Supervision.REMOVAL, removal::isDone);
    }
  }

  private CommandResult start(
      Path program, Command command, WorkDirectory directory, String marker) {
    Sandbox box = sandbox.get();
    Tracking tracking = starters.track(box, marker);
    Launch launch =
        new Launch(
            box.wrap(program, command, directory.path()),
            environment(directory.path(), marker),
            directory.path(),
            command.outputCap(),
            tracking::started,
            slots::release);
    long begin = System.nanoTime();
    Running running = starters.next(box).start(launch);
    try {
      return new Supervision(command, running, tracking, begin).result();
    } catch (StartFailure e) {
      return notStarted(e.why(), command, String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> environment(Path work, String marker) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    environment.put("PATH", SEARCH_PATH);
    environment.put("HOME", work.toString());
    environment.put("TMPDIR", work.toString());
    environment.putAll(own);
    environment.put(Adoption.MARKER, marker);
    return environment;
  }

  private static NotStarted notStarted(Failure why, Command command, String reason) {
    return new NotStarted(why, "could not run " + command.argv().getFirst() + ": " + reason);
  }
}
