package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Optional<Duration> ANY_AGE = Optional.empty();
  private static final Optional<Long> ANY_SIZE = Optional.empty();

  @TempDir private Path folder;

  @Test
  void runs_that_are_too_old_go_but_the_newest_stays() {
    var retention = new Retention(200, Optional.of(WEEK), ANY_SIZE);
    for (int number = 1; number <= 5; number++) {
      keep(number, Duration.ofDays(6), retention);
    }
    assertEquals(5, runs().size());
    keep(6, Duration.ofDays(8), retention);
    assertEquals(List.of(run(6)), runs());
  }

  @Test
  void the_oldest_runs_go_when_the_file_holds_too_much() throws IOException {
    long limit = 300_000;
    for (int number = 1; number <= 80; number++) {
      keep(number, Duration.ZERO, new Retention(200, ANY_AGE, Optional.of(limit)));
    }
    var runs = runs();
    assertTrue(runs.size() > 5 && runs.size() < 70, runs.toString());
    assertEquals(run(80), runs.getFirst());
    assertEquals(runs.size(), 81 - Integer.parseInt(runs.getLast().value().substring(4)));
    assertTrue(Files.size(folder.resolve("runs.db")) < 2 * limit, "space is used again");
  }

  @Test
  void what_is_known_of_findings_stays() {
    for (int number = 1; number <= 12; number++) {
      keep(number, Duration.ofDays(8), new Retention(200, Optional.of(WEEK), ANY_SIZE));
    }
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(run(1), store.lives().all().getFirst().firstRun());
      assertEquals(12, store.lives().all().getFirst().times());
    }
  }

  @Test
  void a_limit_of_nothing_is_none() {
    assertThrows(IllegalArgumentException.class, () -> Retention.of(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Retention(1, Optional.of(Duration.ZERO), ANY_SIZE));
    assertThrows(IllegalArgumentException.class, () -> new Retention(1, ANY_AGE, Optional.of(0L)));
  }

  /** Keeps run {@code number}, so long after it began. */
  private void keep(int number, Duration later, Retention retention) {
    var clock = InstantSource.fixed(SampleRun.START.plus(later));
    try (var store = SqliteStore.passing(folder, retention, clock)) {
      SampleRun.keep(store, SampleRun.complete(run(number), "n1"));
    }
  }

  private List<RunId> runs() {
    try (var store = new SqliteStore(folder, 200)) {
      return store.runs().runs().stream().map(RunSummary::id).toList();
    }
  }

  private static RunId run(int number) {
    return new RunId("run-%04d".formatted(number));
  }
}
