package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes batches of events, each in one transaction. Owned by the store's thread. */
final class RunWriter {
  private static final String EVENT =
      "INSERT INTO events (run, sequence, body, hash) VALUES (?, ?, ?, ?)";
  private static final String ENDING = "INSERT INTO endings (run, summary, hash) VALUES (?, ?, ?)";
  private final Connection connection;
  private final RunReader reader;
  private final int keep;
  private Map<RunId, Head> heads = new HashMap<>();

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

  /** Where the chain of a run has got to. */
  private record Head(long sequence, String hash) {}

  /** Writes all of {@code batch}, or nothing. */
  void write(List<Recorded> batch) throws SQLException {
    var before = Map.copyOf(heads);
    Sql.run(connection, "BEGIN IMMEDIATE");
    try {
      for (var recorded : batch) {
        add(recorded);
      }
      Sql.run(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      heads = new HashMap<>(before);
      rollBack(e);
      throw e;
    }
  }

  private void add(Recorded recorded) throws SQLException {
    var run = recorded.run();
    var head = heads.containsKey(run) ? heads.get(run) : found(run);
    if (recorded.sequence() != head.sequence() + 1) {
      throw new StoreException(
          Trouble.OUT_OF_ORDER,
          "could not keep event %d of run %s: %d is the last one"
              .formatted(recorded.sequence(), run, head.sequence()));
    }
    var body = Wire.encode(recorded);
    var hash = Chain.next(head.hash(), body);
    Sql.run(connection, EVENT, run.value(), recorded.sequence(), body, hash);
    heads.put(run, new Head(recorded.sequence(), hash));
    if (recorded.event() instanceof Event.RunEnded) {
      end(run, hash);
    }
  }

  /** A run that this process has not written to before: a new one, or one to go on with. */
  private Head found(RunId run) throws SQLException {
    var last =
        Sql.number(
            connection, "SELECT coalesce(max(sequence), 0) FROM events WHERE run = ?", run.value());
    return new Head(last, reader.head(run));
  }

  private void end(RunId run, String head) throws SQLException {
    var tally = new RunTally(run);
    reader.verified(run).forEach(tally::add);
    var summary = Wire.encode(tally.summary());
    Sql.run(connection, ENDING, run.value(), summary, Chain.next(head, summary));
    var _ = heads.remove(run);
    retire();
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
