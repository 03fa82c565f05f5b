package dev.swarm.coordinator.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Finds out whether there is space again, by taking some. */
final class Probe {
  /** More than the events of a few tool calls. */
  private static final int BYTES = 256 * 1024;

  private Probe() {}

  static void write(Connection connection) throws SQLException {
    Sql.inTransaction(
        connection,
        () ->
            Sql.run(
                connection,
                "INSERT OR REPLACE INTO probe (one, filler) VALUES (1, zeroblob(?))",
                BYTES));
    Sql.inTransaction(connection, () -> Sql.run(connection, "DELETE FROM probe"));
  }
}
