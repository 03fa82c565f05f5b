package dev.swarm.coordinator.store;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes batches of events, each in one transaction. Owned by the store's thread. */
final class RunWriter {
  private final Connection connection;
  private final RunReader reader;
  private final Map<RunId, OpenRun> open = new HashMap<>();

  RunWriter(Connection connection) {
    this.connection = connection;
    this.reader = new RunReader(connection);
  }

  /** Writes all of {@code batch}, or nothing. */
  void write(List<Recorded> batch) throws SQLException {
    try {
      Sql.inTransaction(
          connection,
          () -> {
            try (var insert = connection.prepareStatement(OpenRun.EVENT)) {
              for (var recorded : batch) {
                add(insert, recorded);
              }
            }
          });
    } catch (SQLException | RuntimeException e) {
      // What is in memory is ahead of the file now: it is read from there again.
      open.clear();
      throw e;
    }
  }

  private void add(PreparedStatement insert, Recorded recorded) throws SQLException {
    var run = recorded.run();
    if (!open.containsKey(run)) {
      open.put(run, found(run));
    }
    open.get(run).add(insert, recorded);
    if (recorded.event() instanceof Event.RunEnded) {
      open.remove(run);
    }
  }

  /** A run that this process has not written to before: a new one, or one to go on with. */
  private OpenRun found(RunId run) throws SQLException {
    return new OpenRun(run, reader.verified(run), reader.head(run));
  }
}
