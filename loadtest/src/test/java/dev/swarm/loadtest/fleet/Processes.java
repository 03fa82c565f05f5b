package dev.swarm.loadtest.fleet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Processes of this very build, each with its output in a file; all of them end with the test. */
final class Processes implements AutoCloseable {
  private static final long START_SECONDS = 120;

  private final Path folder;
  private final Map<String, Process> running = new LinkedHashMap<>();

  Processes(Path folder) {
    this.folder = folder;
  }

  /** Starts one. */
  Process begin(String name, Class<?> main, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .redirectOutput(output(name).toFile())
            .redirectError(Redirect.appendTo(folder.resolve(name + ".err").toFile()))
            .start();
    running.put(name, process);
    return process;
  }

  /** The first line that {@code name} says, once it has said it. */
  String firstLine(String name) throws IOException, InterruptedException {
    var process = running.get(name);
    for (int tenths = 0; tenths < START_SECONDS * 10; tenths++) {
      var said = Files.readString(output(name));
      if (said.contains("\n")) {
        return said.lines().findFirst().orElseThrow();
      }
      assertTrue(!process.waitFor(100, TimeUnit.MILLISECONDS), () -> name + " ended: " + err(name));
    }
    throw new AssertionError(name + " said nothing within " + START_SECONDS + " s");
  }

  /** Ends {@code name} in good order; what it said. */
  String end(String name) throws IOException, InterruptedException {
    var process = running.get(name);
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), name + " does not end");
    return Files.readString(output(name));
  }

  String err(String name) {
    try {
      return Files.readString(folder.resolve(name + ".err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Path output(String name) {
    return folder.resolve(name + ".out");
  }

  @Override
  public void close() {
    running.values().forEach(Process::destroyForcibly);
  }
}
