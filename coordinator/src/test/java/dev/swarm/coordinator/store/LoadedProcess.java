package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Samples;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A JVM of its own in which everything that a store does goes on at once, without end: runs that
 * begin and end, old ones that go, lives, judgements. It says of each thing that it is durable,
 * {@code e RUN SEQUENCE} or {@code j}, until it is killed.
 */
final class LoadedProcess {
  /** How many runs its store keeps. */
  static final int KEPT = 3;

  private final Process process;

  /** Begins with the run of number {@code first}. */
  LoadedProcess(Path folder, Path archive, int first) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    this.process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:disable",
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LoadedProcess.class.getName(),
                folder.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  static RunId run(int number) {
    return new RunId("run-%06d".formatted(number));
  }

  /** The events of a run: the same in parent and child. */
  static List<Recorded> events(int number) {
    return SampleRun.complete(run(number), "n1");
  }

  BufferedReader acknowledgements() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  long pid() {
    return process.pid();
  }

  /** Kills it; what it has printed can still be read. */
  void kill() throws InterruptedException {
    assertTrue(process.toHandle().destroyForcibly(), "it was not there to be killed");
    process.waitFor();
  }

  /** Works until it is killed; two runs are under way at any time. */
  public static void main(String[] args) {
    try (var store = new SqliteStore(Path.of(args[0]), KEPT)) {
      var before = CompletableFuture.<Void>completedFuture(null);
      for (int number = Integer.parseInt(args[1]); ; number++) {
        var these = kept(store, number);
        before.join();
        before = these;
        if (number % 4 == 0) {
          these.join();
          judge(store);
        }
      }
    }
  }

  private static CompletableFuture<Void> kept(SqliteStore store, int number) {
    var kept = new ArrayList<CompletableFuture<Void>>();
    for (var event : events(number)) {
      kept.add(store.append(event).thenRun(() -> say("e " + number + " " + event.sequence())));
    }
    return CompletableFuture.allOf(kept.toArray(CompletableFuture<?>[]::new));
  }

  private static void judge(SqliteStore store) {
    var finding = Samples.finding("n1", "storage.space", "/var");
    var at = Instant.EPOCH;
    var said = new Judgement.Accepted("child", at, at.plus(Duration.ofDays(1)), "under load");
    store.lives().judge("n1", finding.fingerprint(), said).thenAccept(_ -> say("j")).join();
  }

  private static synchronized void say(String words) {
    System.out.println(words);
    System.out.flush();
  }
}
