package dev.swarm.coordinator.store;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes batches of events, each in one transaction. Owned by the store's thread. */
final class RunWriter {
  private final Connection connection;
  private final RunReader reader;
  private final int keep;
  private final Map<RunId, OpenRun> open = new HashMap<>();

  /**
   * Writes to {@code connection}.
   *
   * @param keep how many runs are kept; older ones go when a run ends
   */
  RunWriter(Connection connection, int keep) {
    this.connection = connection;
    this.reader = new RunReader(connection);
    this.keep = keep;
  }

  /** Writes all of {@code batch}, or nothing. */
  void write(List<Recorded> batch) throws SQLException {
    Sql.run(connection, "BEGIN IMMEDIATE");
    try {
      for (var recorded : batch) {
        add(recorded);
      }
      Sql.run(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      // What is in memory is ahead of the file now: it is read from there again.
      open.clear();
      rollBack(e);
      throw e;
    }
  }

  private void add(Recorded recorded) throws SQLException {
    var run = recorded.run();
    if (!open.containsKey(run)) {
      open.put(run, found(run));
    }
    open.get(run).add(connection, recorded);
    if (recorded.event() instanceof Event.RunEnded) {
      open.remove(run);
      retire();
    }
  }

  /** A run that this process has not written to before: a new one, or one to go on with. */
  private OpenRun found(RunId run) throws SQLException {
    return new OpenRun(run, reader.verified(run), reader.head(run));
  }

  /**
   * Deletes the oldest runs. One without an ending may be under way in another process, so it stays
   * for twice as long.
   */
  private void retire() throws SQLException {
    var runs = reader.ids();
    for (int place = keep; place < runs.size(); place++) {
      var run = runs.get(place).value();
      long ended = Sql.number(connection, "SELECT count(*) FROM endings WHERE run = ?", run);
      if (ended > 0 || place >= 2 * keep) {
        Sql.run(connection, "INSERT INTO leaving (run) VALUES (?)", run);
        Sql.run(connection, "DELETE FROM events WHERE run = ?", run);
        Sql.run(connection, "DELETE FROM endings WHERE run = ?", run);
        Sql.run(connection, "DELETE FROM leaving");
      }
    }
  }

  private void rollBack(Exception cause) {
    try {
      Sql.run(connection, "ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself on a full disk and on I/O errors; what matters is the cause
      cause.addSuppressed(e);
    }
  }
}
