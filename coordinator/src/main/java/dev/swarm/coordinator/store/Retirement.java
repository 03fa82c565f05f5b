package dev.swarm.coordinator.store;

import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Deletes old runs whole, each in a transaction of its own, once what they say of findings has been
 * taken over into their lives. Owned by the store's thread.
 */
final class Retirement {
  /** So many runs are taken over at a time: a command that waits for it is not to notice. */
  private static final int AT_ONCE = 2;

  /** A store with many runs that shrinks its limits does so over several ends of runs. */
  private static final int LEAVING_AT_ONCE = 20;

  private final Connection connection;
  private final RunReader reader;
  private final Retention retention;
  private final InstantSource clock;
  private final LifeBook lives;

  Retirement(Connection connection, Retention retention, InstantSource clock, LifeBook lives) {
    this.connection = connection;
    this.reader = new RunReader(connection);
    this.retention = retention;
    this.clock = clock;
    this.lives = lives;
  }

  /** Lets go of what need not be kept any more, or of as much of it as is done in a moment. */
  void go() throws SQLException {
    var oldestFirst = reader.ids().reversed();
    int gone = 0;
    for (int n = 0; n < oldestFirst.size() && gone < LEAVING_AT_ONCE; n++) {
      var run = oldestFirst.get(n);
      int place = oldestFirst.size() - n;
      if (!exceeded(run, place)) {
        return;
      }
      if (mayLeave(run, place)) {
        leave(run);
        gone++;
      }
    }
  }

  private boolean exceeded(RunId oldest, int place) throws SQLException {
    if (place > retention.runs()) {
      return true;
    }
    var from = retention.age().map(age -> clock.instant().minus(age));
    return (from.isPresent() && began(oldest).isBefore(from.get()))
        || (retention.bytes().isPresent() && used() > retention.bytes().get());
  }

  /**
   * What ended last, and what was written last, always stays: places in the log are never used
   * again. A run without an ending may be under way in another process: it stays for twice as long.
   */
  private boolean mayLeave(RunId run, int place) throws SQLException {
    if (last("events", run) == last("events") || last("endings", run) == last("endings")) {
      return false;
    }
    long ending = last("endings", run);
    return ending == 0 ? place > 2 * retention.runs() : lives.taken(connection, ending, AT_ONCE);
  }

  private void leave(RunId run) throws SQLException {
    Sql.inTransaction(
        connection,
        () -> {
          Sql.run(connection, "INSERT INTO leaving (run) VALUES (?)", run.value());
          Sql.run(connection, "DELETE FROM events WHERE run = ?", run.value());
          Sql.run(connection, "DELETE FROM endings WHERE run = ?", run.value());
          Sql.run(connection, "DELETE FROM leaving");
        });
  }

  private Instant began(RunId run) throws SQLException {
    return reader.summary(run).started();
  }

  private long used() throws SQLException {
    long pages =
        Sql.number(connection, "PRAGMA page_count")
            - Sql.number(connection, "PRAGMA freelist_count");
    return pages * Sql.number(connection, "PRAGMA page_size");
  }

  private long last(String table) throws SQLException {
    return Sql.number(connection, "SELECT coalesce(max(rowid), 0) FROM " + table);
  }

  private long last(String table, RunId run) throws SQLException {
    return Sql.number(
        connection, "SELECT coalesce(max(rowid), 0) FROM " + table + " WHERE run = ?", run.value());
  }
}
