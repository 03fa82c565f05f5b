package dev.swarm.coordinator.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store that stays open notices and does by itself. */
class VerificationTest {
  private static final List<RunId> RUNS =
      IntStream.rangeClosed(1, 6).mapToObj(day -> new RunId("2026110%d-a".formatted(day))).toList();

  @TempDir private Path folder;

  @BeforeEach
  void keep_six_runs() {
    RUNS.forEach(run -> SampleRun.keep(folder, SampleRun.complete(run, "n1", "n2")));
  }

  @Test
  void a_sound_store_stays_ready() throws Exception {
    try (var store = staying()) {
      store.awaitVerified();
      assertInstanceOf(StoreState.Ready.class, store.state());
      assertFalse(Files.exists(note()));
    }
  }

  @Test
  void a_flipped_bit_in_the_middle_of_an_old_run_is_found_named_and_kept_in_mind()
      throws Exception {
    flipInTheMiddleOf(RUNS.get(1));
    try (var store = staying()) {
      store.awaitVerified();
      var damaged = assertInstanceOf(StoreState.Damaged.class, store.state());
      var words = "damaged at run " + RUNS.get(1) + " event ";
      assertTrue(damaged.reason().startsWith(words), damaged.reason());
      assertTrue(damaged.reason().contains("move " + folder), damaged.reason());
      assertThrows(StoreException.class, () -> store.state().requireReady());
    }
    try (var command = new SqliteStore(folder, 200)) {
      assertEquals(List.of(RUNS.get(1)), damaged(command));
      assertInstanceOf(StoreState.Ready.class, command.state());
    }
  }

  @Test
  void what_is_under_way_goes_on_being_kept_in_a_damaged_store() throws Exception {
    flipInTheMiddleOf(RUNS.get(1));
    try (var store = staying()) {
      store.awaitVerified();
      var more = SampleRun.complete(new RunId("20261120-a"), "n1");
      SampleRun.keep(store, more);
      assertEquals(more, store.events(new RunId("20261120-a")));
      assertInstanceOf(StoreState.Damaged.class, store.state());
    }
  }

  @Test
  void a_reader_that_comes_upon_damage_says_so_for_the_whole_store() throws Exception {
    flipInTheMiddleOf(RUNS.get(2));
    var heard = new ArrayList<StoreException>();
    try (var reads = new ReadConnections(StoreFile.in(folder), heard::add)) {
      var thrown =
          assertThrows(
              StoreException.class,
              () -> reads.read(connection -> new RunReader(connection).events(RUNS.get(2))));
      assertEquals(List.of(thrown), heard);
      assertThrows(
          StoreException.class,
          () -> reads.read(connection -> new RunReader(connection).events(new RunId("none"))));
      assertEquals(1, heard.size(), "a run that is not there is no damage");
    }
  }

  @Test
  void a_note_of_damage_is_believed_by_nobody_and_goes_when_all_is_well() throws Exception {
    Files.writeString(note(), RUNS.get(3) + "\n");
    try (var command = new SqliteStore(folder, 200)) {
      assertEquals(List.of(), damaged(command));
    }
    try (var store = staying()) {
      store.awaitVerified();
      assertFalse(Files.exists(note()));
    }
  }

  @Test
  void runs_that_grow_too_old_go_within_the_hour_although_none_ends() throws Exception {
    var now = new AtomicReference<>(SampleRun.START);
    InstantSource clock = now::get;
    var week = new Retention(200, Optional.of(Duration.ofDays(7)), Optional.empty());
    try (var store = SqliteStore.staying(folder, week, clock)) {
      store.awaitVerified();
      now.set(SampleRun.START.plus(Duration.ofMinutes(59)));
      assertEquals(6, store.runs().runs().size());
      now.set(SampleRun.START.plus(Duration.ofDays(8)));
      while (store.runs().runs().size() > 1) {
        Thread.onSpinWait();
      }
      assertEquals(RUNS.getLast(), store.runs().runs().getFirst().id());
    }
  }

  private SqliteStore staying() {
    return SqliteStore.staying(folder, Retention.of(200), InstantSource.fixed(Instant.EPOCH));
  }

  private Path note() {
    return folder.resolve("runs.db-damaged");
  }

  private static List<RunId> damaged(SqliteStore store) {
    return store.runs().runs().stream()
        .filter(run -> run.ending() == Ending.DAMAGED)
        .map(RunSummary::id)
        .toList();
  }

  /** A tool's output is the bulk of a run; one letter of it becomes another. */
  private void flipInTheMiddleOf(RunId run) throws IOException {
    var file = folder.resolve("runs.db");
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, ISO_8859_1);
    int at = text.indexOf(" ext4 ", text.indexOf(run + "/n1/storage\",\"call\""));
    assertTrue(at > 0, "the output is in the file");
    bytes[at + 1] ^= 1;
    Files.write(file, bytes);
  }
}
