package dev.swarm.tools.host;

import dev.swarm.tools.process.ProcessRunner;
import dev.swarm.tools.process.Sandbox;
import dev.swarm.tools.process.SandboxProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The machine that this process runs on. */
public final class LiveHost implements Host {
  /** More at once would not end sooner on a machine that is in trouble. */
  private static final int PROGRAMS_AT_ONCE = 8;

  private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int NAME_CAP = 1024;

  private final Platform platform;
  private final boolean root;
  private final Supplier<Sandbox> sandbox;
  private final ProcessRunner programs;
  private final LiveFiles files = new LiveFiles();

  /**
   * @param workRoot folder for the work directories of programs; made when first needed
   * @param sandbox asked when the first program runs, and for {@link #sandbox}
   */
  public LiveHost(Path workRoot, Supplier<Sandbox> sandbox) {
    this.platform = platformHere();
    this.root = isRoot();
    this.sandbox = sandbox;
    this.programs = new ProcessRunner(workRoot, sandbox, PROGRAMS_AT_ONCE);
  }

  /** This machine with the best sandbox that works here; it is tried at the first program. */
  public static LiveHost sandboxed(Path workRoot) {
    return new LiveHost(workRoot, new SandboxProbe(workRoot, isRoot()));
  }

  /** The sandbox in force; the first call may take some milliseconds. */
  public Sandbox sandbox() {
    return sandbox.get();
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public String name() {
    return switch (platform) {
      case LINUX -> linuxName();
      case MACOS -> macosName();
    };
  }

  @Override
  public boolean root() {
    return root;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration interval) {
    try {
      Thread.sleep(interval);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public CommandResult run(Command command) {
    return programs.run(command);
  }

  @Override
  public Optional<Failure> missing(String program) {
    return programs.missing(program);
  }

  @Override
  public FileResult read(Path file, int sample) {
    return files.read(file);
  }

  @Override
  public DirectoryResult list(Path directory) {
    return files.list(directory);
  }

  private String linuxName() {
    return switch (files.read(LINUX_HOST_NAME)) {
      case FileResult.Content(Output output) -> output.text().strip();
      case FileResult.Failed failed -> "localhost";
    };
  }

  private String macosName() {
    Command hostname =
        new Command(List.of("hostname"), 1, Duration.ofSeconds(2), NAME_CAP, Set.of());
    return run(hostname) instanceof CommandResult.Exited(int exit, Output out, var err, var took)
            && exit == 0
        ? out.text().strip()
        : "localhost";
  }

  private static Platform platformHere() {
    String system = System.getProperty("os.name");
    if (system.equals("Linux")) {
      return Platform.LINUX;
    }
    if (system.startsWith("Mac")) {
      return Platform.MACOS;
    }
    throw new UnsupportedOperationException(
        "could not look at this machine: swarm runs on Linux and macOS, not on " + system);
  }

  /** A process owns its folder in /proc; elsewhere, what the JVM was told stands in for it. */
  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
