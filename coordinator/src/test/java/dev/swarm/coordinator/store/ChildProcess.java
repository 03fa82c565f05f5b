package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM of its own that keeps a run without end, and says after each event that it is durable: what
 * a test kills.
 */
final class ChildProcess {
  private final Process process;

  ChildProcess(Path folder, RunId run, int events) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    this.process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                folder.toString(),
                run.value(),
                String.valueOf(events))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  /** Every event that {@link ChildProcess} keeps: the same in parent and child. */
  static Recorded event(RunId run, int sequence) {
    var event =
        sequence == 1
            ? SampleRun.unfinished(run, "n1").getFirst().event()
            : SampleRun.returned(run, "n1", sequence);
    return new Recorded(run, 1, sequence, SampleRun.START, event);
  }

  BufferedReader acknowledgements() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Kills it; what it has printed can still be read, which {@link Process} alone would prevent. */
  void kill() throws InterruptedException {
    assertTrue(process.toHandle().destroyForcibly(), "it was not there to be killed");
    process.waitFor();
  }

  int exit() throws InterruptedException {
    return process.waitFor();
  }

  /** Keeps events, several in flight at once, and prints each one's number once it is durable. */
  public static void main(String[] args) {
    var run = new RunId(args[1]);
    int events = Integer.parseInt(args[2]);
    try (var store = new SqliteStore(Path.of(args[0]), SqliteStore.KEPT_RUNS)) {
      for (int first = 1; first <= events; first += 7) {
        var last = Math.min(first + 6, events);
        var batch = java.util.stream.IntStream.rangeClosed(first, last).boxed().toList();
        List.copyOf(batch).stream()
            .map(n -> store.append(event(run, n)).thenRun(() -> acknowledge(n)))
            .toList()
            .forEach(kept -> kept.join());
      }
    }
  }

  private static void acknowledge(int sequence) {
    System.out.println(sequence);
    System.out.flush();
  }
}
