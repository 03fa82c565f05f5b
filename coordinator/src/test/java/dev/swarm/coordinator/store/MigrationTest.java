package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.life.Life;
import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that earlier releases wrote are read as if this one had. */
class MigrationTest {
  private static final RunId FIRST = new RunId("20261118-080000-aaaa");
  private static final RunId SECOND = new RunId("20261119-080000-bbbb");
  private static final RunId THIRD = new RunId("20261120-080000-cccc");
  private static final RunId OPEN = new RunId("20261121-080000-dddd");

  @TempDir private Path folder;

  /** Written by release 0.1.0. */
  @BeforeEach
  void a_store_of_version_1() throws IOException {
    try (var file = MigrationTest.class.getResourceAsStream("/stores/version-1.db")) {
      Files.write(folder.resolve("runs.db"), file.readAllBytes());
    }
  }

  @Test
  void every_run_of_version_1_is_read_and_verified() {
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(
          List.of(OPEN, THIRD, SECOND, FIRST),
          store.runs().runs().stream().map(RunSummary::id).toList());
      assertEquals(SampleRun.complete(FIRST, "n1", "n2"), store.events(FIRST));
      assertEquals(SampleRun.incomplete(SECOND, "n1", "n2"), store.events(SECOND));
      assertEquals(SampleRun.unfinished(OPEN, "n3"), store.events(OPEN));
    }
  }

  @Test
  void its_events_have_places_and_its_findings_lives() {
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(33, store.newest());
      assertEquals(14, store.after(0, FIRST, 100).size());
      var lives = store.lives().all();
      assertTrue(lives.stream().anyMatch(life -> life.firstRun().equals(FIRST)), lives.toString());
      assertEquals(3, lives.getFirst().times() + fixedLooks(lives));
    }
  }

  private static int fixedLooks(List<Life> lives) {
    return lives.getFirst().state() == Life.State.OPEN ? 1 : 0;
  }

  @Test
  void an_open_run_of_version_1_goes_on() {
    var events = SampleRun.unfinished(OPEN, "n3");
    var next = ChildProcess.event(OPEN, events.size() + 1);
    SampleRun.keep(folder, List.of(next));
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(next, store.events(OPEN).getLast());
      assertEquals(new Placed(34, next), store.after(33, 10).getFirst());
    }
  }
}
