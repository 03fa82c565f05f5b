package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables, and how an older file becomes a present one: migration n makes version n + 1. */
final class Schema {
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE events (
                run TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence > 0),
                body TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                UNIQUE (run, sequence)) STRICT
              """,
              // Derived: how a run came out, tied to the hash of its last event.
              """
              CREATE TABLE endings (
                run TEXT NOT NULL PRIMARY KEY,
                summary TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT
              """,
              // A run whose name stands here is being deleted whole; empty at any other time.
              "CREATE TABLE leaving (run TEXT NOT NULL PRIMARY KEY) STRICT",
              frozen("events", "UPDATE", ""),
              frozen("endings", "UPDATE", ""),
              frozen("events", "DELETE", "WHEN OLD.run NOT IN (SELECT run FROM leaving)"),
              frozen("endings", "DELETE", "WHEN OLD.run NOT IN (SELECT run FROM leaving)")),
          // Adds tables and touches no row, so that it takes no longer for a large store. A place
          // in the log is the rowid of its event: nothing is ever deleted at the end of the log.
          List.of(
              """
              CREATE TABLE judgements (
                place INTEGER PRIMARY KEY AUTOINCREMENT,
                body TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT
              """,
              frozen("judgements", "UPDATE", ""),
              frozen("judgements", "DELETE", ""),
              // Derived, as are the next two: it may be deleted, and comes back from the events.
              """
              CREATE TABLE lives (
                node TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                body TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                PRIMARY KEY (node, fingerprint)) STRICT
              """,
              """
              CREATE TABLE turns (
                place INTEGER PRIMARY KEY AUTOINCREMENT,
                body TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT
              """,
              // How far the lives are.
              """
              CREATE TABLE taken (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                body TEXT NOT NULL,
                hash TEXT NOT NULL CHECK (length(hash) = 64)) STRICT
              """,
              // Written to find out whether there is space again.
              "CREATE TABLE probe (one INTEGER PRIMARY KEY CHECK (one = 1), filler BLOB) STRICT"));

  /** The version that this code reads and writes. */
  static final int VERSION = MIGRATIONS.size();

  private Schema() {}

  /** Brings the file behind {@code connection} to the present version, in one transaction. */
  static void bringUp(Connection connection, Path file) throws SQLException {
    if (version(connection) == VERSION) {
      return;
    }
    Sql.run(connection, "BEGIN IMMEDIATE");
    try {
      migrate(connection, file, version(connection));
      Sql.run(connection, "COMMIT");
    } catch (SQLException | StoreException e) {
      Sql.run(connection, "ROLLBACK");
      throw e;
    }
  }

  private static void migrate(Connection connection, Path file, int from) throws SQLException {
    if (from > VERSION) {
      throw new StoreException(
          Trouble.NEWER,
          "could not use %s: a newer swarm wrote it (version %d, this one knows %d): run that one, or move the file away"
              .formatted(file, from, VERSION));
    }
    if (from < 0
        || (from == 0 && Sql.number(connection, "SELECT count(*) FROM sqlite_schema") > 0)) {
      throw new StoreException(
          Trouble.DAMAGED, "could not use " + file + ": it is no store of swarm, or damaged");
    }
    for (var migration : MIGRATIONS.subList(from, VERSION)) {
      for (var statement : migration) {
        Sql.run(connection, statement);
      }
    }
    Sql.run(connection, "PRAGMA user_version = " + VERSION);
  }

  private static int version(Connection connection) throws SQLException {
    return (int) Sql.number(connection, "PRAGMA user_version");
  }

  private static String frozen(String table, String verb, String when) {
    return """
    CREATE TRIGGER %1$s_never_%2$s BEFORE %2$s ON %1$s %3$s
    BEGIN SELECT RAISE(ABORT, 'kept runs never change'); END
    """
        .formatted(table, verb, when);
  }
}
