package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories that each release recorded still fold into the report that it made of them, byte for
 * byte. A new release adds a folder; no event in an old one ever changes, and a report only with a
 * new field.
 */
class ReplayTest {
  private static final Path HISTORIES = Path.of("src", "test", "resources", "histories");

  @TempDir private Path folder;

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.walk(HISTORIES)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  @Test
  void there_are_histories_of_every_kind_of_run() throws IOException {
    assertTrue(histories().size() >= 6, histories().toString());
  }

  @ParameterizedTest
  @MethodSource("histories")
  void a_recorded_history_folds_into_the_same_report(Path history) throws IOException {
    var report = Merge.merge(events(history), Optional.empty());
    assertEquals(Files.readString(reported(history)), json(report));
  }

  /** Those that a store could have: nothing happens after the end of a run. */
  static List<Path> kept() throws IOException {
    return histories().stream().filter(file -> !file.endsWith("models.jsonl")).toList();
  }

  @ParameterizedTest
  @MethodSource("kept")
  void it_does_so_out_of_a_store_as_well(Path history) throws IOException {
    var events = events(history);
    try (var store = new SqliteStore(folder, 5)) {
      var kept = events.stream().map(store::append).toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(kept).join();
      var replay = new Replay(store);
      var run = events.getFirst().run();
      assertEquals(Files.readString(reported(history)), json(replay.report(run)));
      assertEquals(replay.report(run), replay.report(run));
    }
  }

  private static Path reported(Path history) {
    return Path.of(history.toString().replace(".jsonl", ".json"));
  }

  private static List<Recorded> events(Path history) throws IOException {
    return Files.readAllLines(history).stream()
        .map(line -> Wire.decode(line, Recorded.class))
        .toList();
  }

  private static String json(Report report) throws IOException {
    var out = new StringBuilder();
    Format.JSON.renderer().render(report, Options.STANDARD, out);
    return out.toString();
  }
}
