package dev.swarm.coordinator.notice;

import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * What is to be told, and what was, in the file {@code notices.db}: on disk before anything is
 * sent, one letter for each destination and run, whatever became of it. Blocks; owned by one
 * thread. Whatever goes wrong is an {@link OutboxException}.
 */
final class Outbox implements AutoCloseable {
  private static final int VERSION = 1;

  /** So long is remembered what was told; what is older is not told any more either. */
  static final Duration KEPT = Duration.ofDays(30);

  private final Connection connection;

  /** What became of a letter. */
  enum State {
    WAITING,
    SENT,
    /** There was nothing in it for this destination. */
    EMPTY,
    /** Another coordinator has told it. */
    PASSED,
    REFUSED,
    EXPIRED
  }

  Outbox(Path folder) {
    try {
      connection = open(folder.resolve("notices.db"));
    } catch (SQLException | IOException e) {
      throw new OutboxException("could not open " + folder.resolve("notices.db"), e);
    }
  }

  private static Connection open(Path file) throws SQLException, IOException {
    if (!Files.exists(file)) {
      var _ =
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    var connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (version > VERSION) {
        throw new SQLException("a newer swarm wrote it");
      }
      statement.executeUpdate(
          "CREATE TABLE IF NOT EXISTS destinations (name TEXT PRIMARY KEY, since INTEGER NOT NULL)"
              + " STRICT");
      statement.executeUpdate(
          """
          CREATE TABLE IF NOT EXISTS letters (
            destination TEXT NOT NULL,
            run TEXT NOT NULL,
            at INTEGER NOT NULL,
            state TEXT NOT NULL,
            body TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            next INTEGER NOT NULL,
            PRIMARY KEY (destination, run)) STRICT
          """);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** Since when {@code destination} is told: from now on, if it is new. */
  Instant since(String destination, Instant now) {
    update("INSERT OR IGNORE INTO destinations VALUES (?, ?)", destination, now.toEpochMilli());
    return query(
            "SELECT since FROM destinations WHERE name = ?",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            destination)
        .getFirst();
  }

  boolean knows(String destination, RunId run) {
    return !query(
            "SELECT 1 FROM letters WHERE destination = ? AND run = ?",
            row -> row.getInt(1),
            destination,
            run.value())
        .isEmpty();
  }

  /** Adds a letter unless there is one; on the disk when it returns. */
  void add(String destination, RunId run, Instant at, Optional<String> body, State state) {
    update(
        "INSERT OR IGNORE INTO letters VALUES (?, ?, ?, ?, ?, 0, ?)",
        destination,
        run.value(),
        at.toEpochMilli(),
        state.name(),
        body.orElse(""),
        at.toEpochMilli());
  }

  /** The oldest letter that waits for {@code destination}. */
  Optional<Letter> waiting(String destination) {
    return query(
            "SELECT * FROM letters WHERE destination = ? AND state = 'WAITING' ORDER BY at, run"
                + " LIMIT 1",
            Outbox::letter,
            destination)
        .stream()
        .findFirst();
  }

  /** It is tried again. */
  void again(Letter letter) {
    update(
        "UPDATE letters SET attempts = ?, next = ? WHERE destination = ? AND run = ?",
        letter.attempts(),
        letter.next().toEpochMilli(),
        letter.destination(),
        letter.run().value());
  }

  /** It is done with; what it said is forgotten. */
  void done(Letter letter, State state) {
    update(
        "UPDATE letters SET state = ?, body = '' WHERE destination = ? AND run = ?",
        state.name(),
        letter.destination(),
        letter.run().value());
  }

  /** Forgets what was done long before {@code now}. */
  void forget(Instant now) {
    update(
        "DELETE FROM letters WHERE state <> 'WAITING' AND at < ?",
        now.minus(KEPT.multipliedBy(2)).toEpochMilli());
  }

  int count(String destination, State state) {
    return query(
            "SELECT count(*) FROM letters WHERE destination = ? AND state = ?",
            row -> row.getInt(1),
            destination,
            state.name())
        .getFirst();
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString("destination"),
        new RunId(row.getString("run")),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("body"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next")));
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Row<T> row, Object... values) {
    try (var statement = prepared(sql, values);
        var rows = statement.executeQuery()) {
      var all = new ArrayList<T>();
      while (rows.next()) {
        all.add(row.of(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new OutboxException("could not read notices.db", e);
    }
  }

  private void update(String sql, Object... values) {
    try (var statement = prepared(sql, values)) {
      int _ = statement.executeUpdate();
    } catch (SQLException e) {
      throw new OutboxException("could not write notices.db", e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new OutboxException("could not close notices.db", e);
    }
  }
}
