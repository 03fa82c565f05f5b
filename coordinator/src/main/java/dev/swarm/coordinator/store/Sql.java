package dev.swarm.coordinator.store;

import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/** The few shapes of a statement that the store needs. */
final class Sql {
  private Sql() {}

  /** What becomes of one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done whole, or not at all. */
  interface Work {
    void go() throws SQLException;
  }

  /** Does {@code work} in one transaction, which locks out other writers from its beginning. */
  static void inTransaction(Connection connection, Work work) throws SQLException {
    run(connection, "BEGIN IMMEDIATE");
    try {
      work.go();
      run(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      run(connection, "ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself on a full disk and on I/O errors; what matters is the cause
      cause.addSuppressed(e);
    }
  }

  static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = prepared(connection, sql, values)) {
      boolean _ = statement.execute();
    }
  }

  /** Runs what was prepared, as often as one likes. */
  static void again(PreparedStatement statement, Object... values) throws SQLException {
    bind(statement, values);
    boolean _ = statement.execute();
  }

  static long number(Connection connection, String sql, Object... values) throws SQLException {
    return rows(connection, row -> row.getLong(1), sql, values).getFirst();
  }

  /** What is done with one row. */
  interface Use {
    void of(ResultSet row) throws SQLException;
  }

  /** Goes over rows that together may be more than memory holds. */
  static void each(Connection connection, Use use, String sql, Object... values)
      throws SQLException {
    try (var statement = prepared(connection, sql, values);
        var result = statement.executeQuery()) {
      while (result.next()) {
        use.of(result);
      }
    }
  }

  static <T> List<T> rows(Connection connection, Row<T> read, String sql, Object... values)
      throws SQLException {
    try (var statement = prepared(connection, sql, values);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(read.read(result));
      }
      return rows;
    }
  }

  /** A value that the tables forbid to be missing. */
  static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElseThrow(Sql::corrupt);
  }

  /** The name of a run, as nothing but damage can spoil it. */
  static RunId run(ResultSet row, int column) throws SQLException {
    try {
      return new RunId(Optional.ofNullable(row.getString(column)).orElseThrow(Sql::corrupt));
    } catch (IllegalArgumentException e) {
      throw corrupt();
    }
  }

  private static SQLException corrupt() {
    return new SQLException(
        "a value is missing or spoilt", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
