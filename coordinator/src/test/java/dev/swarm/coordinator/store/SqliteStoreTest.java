package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  private static final RunId OLD = new RunId("20261119-120000-aaaa");
  private static final RunId NEW = new RunId("20261120-194512-k3f9");

  @TempDir private Path folder;

  @Test
  void what_was_kept_is_read_back_by_another_process_to_come() {
    var events = SampleRun.complete(NEW, "n1", "n2");
    SampleRun.keep(folder, events);
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(events, store.events(NEW));
    }
  }

  @Test
  void a_run_is_summed_up_newest_first() {
    SampleRun.keep(folder, SampleRun.incomplete(OLD, "n1", "n2"));
    SampleRun.keep(folder, SampleRun.complete(NEW, "n1", "n2"));
    try (var store = new SqliteStore(folder, 200)) {
      var runs = store.runs().runs();
      assertEquals(List.of(NEW, OLD), runs.stream().map(RunSummary::id).toList());
      assertEquals(Map.of(Severity.WARNING, 1), runs.getFirst().findings());
      assertEquals(Ending.COMPLETE, runs.getFirst().ending());
      assertEquals(SampleRun.START, runs.getFirst().started());
      assertEquals(Ending.INCOMPLETE, runs.getLast().ending());
      assertEquals(List.of("n2"), runs.getLast().incomplete());
    }
  }

  @Test
  void a_run_without_an_end_is_shown_as_unfinished() {
    SampleRun.keep(folder, SampleRun.unfinished(NEW, "n1"));
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(Ending.UNFINISHED, store.runs().runs().getFirst().ending());
    }
  }

  @Test
  void a_run_goes_on_where_another_process_left_it() {
    var events = SampleRun.complete(NEW, "n1");
    SampleRun.keep(folder, events.subList(0, 3));
    SampleRun.keep(folder, events.subList(3, events.size()));
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(events, store.events(NEW));
    }
  }

  @Test
  void an_event_out_of_order_is_refused_and_changes_nothing() {
    var events = SampleRun.complete(NEW, "n1");
    try (var store = new SqliteStore(folder, 200)) {
      SampleRun.keep(store, events.subList(0, 2));
      assertEquals(
          Trouble.OUT_OF_ORDER, trouble(() -> SampleRun.keep(store, events.subList(3, 4))));
      assertEquals(
          Trouble.OUT_OF_ORDER, trouble(() -> SampleRun.keep(store, events.subList(0, 1))));
      assertEquals(events.subList(0, 2), store.events(NEW));
    }
  }

  @Test
  void only_the_owner_can_look() throws Exception {
    var state = folder.resolve("state/swarm");
    try (var store = new SqliteStore(state, 200)) {
      SampleRun.keep(store, SampleRun.complete(NEW, "n1"));
      try (var files = Files.list(state)) {
        for (var file : files.toList()) {
          assertEquals("rw-------", mode(file), file.toString());
        }
      }
    }
    assertEquals("rwx------", mode(state));
  }

  @Test
  void a_file_that_others_can_read_is_closed_to_them() throws Exception {
    SampleRun.keep(folder, SampleRun.complete(NEW, "n1"));
    var file = folder.resolve("runs.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (var store = new SqliteStore(folder, 200)) {
      var _ = store.runs();
    }
    assertEquals("rw-------", mode(file));
  }

  @Test
  void the_oldest_runs_make_room_whole() {
    for (int day = 1; day <= 5; day++) {
      try (var store = new SqliteStore(folder, 3)) {
        SampleRun.keep(store, SampleRun.complete(run(day), "n1"));
      }
    }
    try (var store = new SqliteStore(folder, 3)) {
      var kept = store.runs().runs().stream().map(RunSummary::id).toList();
      assertEquals(List.of(run(5), run(4), run(3)), kept);
      assertEquals(SampleRun.complete(run(3), "n1"), store.events(run(3)));
      assertEquals(Trouble.UNKNOWN_RUN, trouble(() -> store.events(run(1))));
    }
  }

  @Test
  void a_run_that_may_still_be_under_way_is_not_deleted() {
    SampleRun.keep(folder, SampleRun.unfinished(run(1), "n1"));
    for (int day = 2; day <= 4; day++) {
      try (var store = new SqliteStore(folder, 2)) {
        SampleRun.keep(store, SampleRun.complete(run(day), "n1"));
        assertEquals(SampleRun.unfinished(run(1), "n1"), store.events(run(1)));
      }
    }
  }

  @Test
  void what_is_kept_cannot_be_changed_or_deleted() throws Exception {
    SampleRun.keep(folder, SampleRun.complete(NEW, "n1"));
    try (var connection = raw()) {
      for (var sql :
          List.of(
              "UPDATE events SET body = '{}'",
              "UPDATE endings SET summary = '{}'",
              "DELETE FROM events",
              "DELETE FROM endings",
              "DELETE FROM events WHERE sequence > 3")) {
        var refused = assertThrows(SQLException.class, () -> Sql.run(connection, sql));
        assertTrue(String.valueOf(refused.getMessage()).contains("kept runs never change"), sql);
      }
    }
  }

  @Test
  void an_empty_database_of_version_0_gets_its_tables() throws Exception {
    try (var connection = raw()) {
      Sql.run(connection, "CREATE TABLE t (a)");
      Sql.run(connection, "DROP TABLE t");
    }
    var events = SampleRun.complete(NEW, "n1");
    SampleRun.keep(folder, events);
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(events, store.events(NEW));
    }
  }

  @Test
  void a_database_of_somebody_else_is_left_alone() throws Exception {
    try (var connection = raw()) {
      Sql.run(connection, "CREATE TABLE bookmarks (url TEXT)");
    }
    refusedAs(Trouble.DAMAGED);
  }

  @Test
  void a_store_of_a_newer_swarm_is_left_alone() throws Exception {
    SampleRun.keep(folder, SampleRun.complete(NEW, "n1"));
    try (var connection = raw()) {
      Sql.run(connection, "PRAGMA user_version = 3");
    }
    refusedAs(Trouble.NEWER);
  }

  @Test
  void an_empty_file_where_a_store_was_is_damage_not_a_new_store() throws Exception {
    SampleRun.keep(folder, SampleRun.complete(NEW, "n1"));
    Files.write(folder.resolve("runs.db"), new byte[0]);
    refusedAs(Trouble.DAMAGED);
  }

  @Test
  void a_folder_that_cannot_be_made_is_unusable_with_a_word_about_it() throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    try (var store = new SqliteStore(file.resolve("below"), 200)) {
      assertEquals(
          Trouble.UNUSABLE, trouble(() -> SampleRun.keep(store, SampleRun.complete(NEW, "n1"))));
      assertTrue(store.notKept().orElseThrow().startsWith("could not open "));
    }
  }

  @Test
  void the_audit_goes_on_in_memory_when_the_disk_lets_go() throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    var events = SampleRun.complete(NEW, "n1");
    try (var store = new FallbackStore(new SqliteStore(file.resolve("below"), 200))) {
      SampleRun.keep(store, events);
      assertEquals(events, store.events(NEW));
      assertTrue(store.notKept().orElseThrow().startsWith("could not open "));
    }
  }

  @Test
  void nothing_is_said_about_keeping_while_all_is_kept() {
    try (var store = new FallbackStore(new SqliteStore(folder, 200))) {
      SampleRun.keep(store, SampleRun.complete(NEW, "n1"));
      assertTrue(store.notKept().isEmpty());
    }
  }

  private void refusedAs(Trouble expected) {
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(expected, trouble(() -> SampleRun.keep(store, SampleRun.complete(OLD, "n1"))));
      assertEquals(expected, trouble(() -> store.runs()));
    }
  }

  private static Trouble trouble(org.junit.jupiter.api.function.Executable executable) {
    var thrown = assertThrows(RuntimeException.class, executable);
    var cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return ((StoreException) cause).trouble();
  }

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
  }

  private static RunId run(int day) {
    return new RunId("2026110%d-120000-aaaa".formatted(day));
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
