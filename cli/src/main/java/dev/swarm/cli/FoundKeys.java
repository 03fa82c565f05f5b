package dev.swarm.cli;

import dev.swarm.router.endpoint.KeyException;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.endpoint.Keys;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.process.ProcessRunner;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds the keys of routers, anew for each request: nothing of them is kept, and no message holds
 * any part of what was found. Any thread.
 */
final class FoundKeys implements Keys {
  /** A password store may ask somebody, in a window of its own. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int LONGEST = 16 * 1024;

  /** What may stand in a header. */
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

  private final Map<String, String> environment;
  private final Path workRoot;
  private final Consumer<String> warnings;
  private final Set<Path> warned = ConcurrentHashMap.newKeySet();
  private Optional<ProcessRunner> programs = Optional.empty();

  /**
   * Looks nothing up yet.
   *
   * @param environment where variables are looked up; a command runs in it
   * @param workRoot for the work directory of a command
   * @param warnings hears of a key that others can read, once for each file
   */
  FoundKeys(Map<String, String> environment, Path workRoot, Consumer<String> warnings) {
    this.environment = Map.copyOf(environment);
    this.workRoot = workRoot;
    this.warnings = warnings;
  }

  /** For those that the operator's own process is started in. */
  static FoundKeys of(Surroundings here) {
    return new FoundKeys(here.environment(), here.folders().work(), here::say);
  }

  @Override
  public String of(KeySource source) throws KeyException, InterruptedException {
    return switch (source) {
      case KeySource.None _ -> "";
      case KeySource.Environment(var variable) ->
          key(environment.getOrDefault(variable, ""), "the variable " + variable, "set it");
      case KeySource.File(var path) -> key(read(path), "the file " + path, "write the key into it");
      case KeySource.Command(var argv) ->
          key(printed(argv), "the output of " + argv.getFirst(), "run it by hand to see why");
    };
  }

  private String read(Path path) throws KeyException {
    try {
      warnOfReaders(path);
      try (var in = Files.newInputStream(path)) {
        return new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new KeyException(
          "could not read the key from " + path + ": " + Definitions.reason(e) + "; see 'key'");
    }
  }

  private void warnOfReaders(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix
        && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)
        && warned.add(path)) {
      warnings.accept("everybody on this machine can read the key in " + path + ": chmod 600 it");
    }
  }

  /** What the command prints; of its stderr nothing is told, for the key may be in it. */
  private String printed(List<String> argv) throws KeyException, InterruptedException {
    var result = programs().run(new Command(argv, 1, PATIENCE, LONGEST, Set.of()));
    if (Thread.interrupted()) {
      throw new InterruptedException("cancelled while a key was looked up");
    }
    var program = argv.getFirst();
    return switch (result) {
      case CommandResult.Exited exited when exited.exit() == 0 -> exited.stdout().text();
      case CommandResult.Exited exited ->
          throw new KeyException(
              "could not get the key: "
                  + program
                  + " exited with "
                  + exited.exit()
                  + "; run it by hand to see why");
      case CommandResult.Broken broken ->
          throw new KeyException(
              "could not get the key: "
                  + program
                  + " did not end well ("
                  + broken.why().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + "); run it by hand to see why");
      case CommandResult.NotStarted notStarted ->
          throw new KeyException("could not get the key: " + notStarted.detail());
    };
  }

  private synchronized ProcessRunner programs() {
    var runner = programs.orElseGet(() -> ProcessRunner.trusted(workRoot, environment));
    programs = Optional.of(runner);
    return runner;
  }

  private static String key(String found, String place, String mend) throws KeyException {
    var key = found.strip();
    if (key.isEmpty()) {
      throw new KeyException("could not get the key: " + place + " is empty; " + mend);
    }
    if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
      throw new KeyException(
          "could not get the key: " + place + " holds something that is no key; it is one word");
    }
    return key;
  }
}
