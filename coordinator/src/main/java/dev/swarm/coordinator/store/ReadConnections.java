package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** Connections for readers: opening one takes longer than most reading does. Any thread. */
final class ReadConnections implements AutoCloseable {
  /** As many readers at once as a coordinator has threads for them; the others open their own. */
  private static final int KEPT = 4;

  private final StoreFile file;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Consumer<StoreException> damage;
  private boolean closed;

  /**
   * @param damage hears of what is not what was written, whoever read it
   */
  ReadConnections(StoreFile file, Consumer<StoreException> damage) {
    this.file = file;
    this.damage = damage;
  }

  /** What becomes of a connection. */
  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /**
   * Reads in one transaction, so that everything that is read is of one moment.
   *
   * @throws StoreException if it cannot be read
   */
  <T> T read(Reading<T> reading) {
    try {
      var connection = taken();
      boolean whole = false;
      try {
        Sql.run(connection, "BEGIN");
        var read = reading.from(connection);
        Sql.run(connection, "ROLLBACK");
        whole = true;
        return read;
      } finally {
        give(connection, whole);
      }
    } catch (SQLException e) {
      throw told(SqlTrouble.of("read", file.path(), e));
    } catch (StoreException e) {
      throw told(e);
    }
  }

  private StoreException told(StoreException e) {
    if (e.trouble() == Trouble.DAMAGED) {
      damage.accept(e);
    }
    return e;
  }

  private Connection taken() throws SQLException {
    var kept = poll();
    if (kept.isPresent()) {
      return kept.get();
    }
    var fresh = file.open();
    Sql.run(fresh, "PRAGMA query_only = 1");
    return fresh;
  }

  private synchronized Optional<Connection> poll() {
    return Optional.ofNullable(idle.pollFirst());
  }

  private void give(Connection connection, boolean whole) throws SQLException {
    if (!whole || !kept(connection)) {
      connection.close();
    }
  }

  private synchronized boolean kept(Connection connection) {
    return !closed && idle.size() < KEPT && idle.offerFirst(connection);
  }

  @Override
  public void close() {
    for (var connection : left()) {
      try {
        connection.close();
      } catch (SQLException e) {
        // nothing was written through it: there is nothing to lose
      }
    }
  }

  private synchronized Deque<Connection> left() {
    closed = true;
    var left = new ArrayDeque<>(idle);
    idle.clear();
    return left;
  }
}
