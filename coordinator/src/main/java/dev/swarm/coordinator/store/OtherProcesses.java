package dev.swarm.coordinator.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Notices that somebody else wrote to the file: SQLite's {@code data_version} changes for a
 * connection when another one commits. Owned by the store's thread.
 */
final class OtherProcesses {
  private final Connection connection;
  private long version;

  OtherProcesses(Connection connection) throws SQLException {
    this.connection = connection;
    this.version = version();
  }

  /** Whether somebody has written since this was last asked. */
  boolean haveWritten() throws SQLException {
    long before = version;
    version = version();
    return version != before;
  }

  /** Where the last event stands. */
  long newest() throws SQLException {
    return EventReader.newest(connection);
  }

  private long version() throws SQLException {
    return Sql.number(connection, "PRAGMA data_version");
  }
}
