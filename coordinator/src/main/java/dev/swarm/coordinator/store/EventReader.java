package dev.swarm.coordinator.store;

import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads events in the order in which they were committed, each checked against the one before in
 * its run.
 */
final class EventReader {
  private static final String PLACED =
      """
      SELECT e.place, e.run, e.sequence, e.body, e.hash, p.hash
      FROM (SELECT rowid AS place, * FROM events WHERE %s LIMIT ?) e
      LEFT JOIN events p ON p.run = e.run AND p.sequence = e.sequence - 1
      ORDER BY e.place
      """;
  private static final String OF_ALL = PLACED.formatted("rowid > ? ORDER BY rowid");
  private static final String OF_ONE = PLACED.formatted("rowid > ? AND run = ? ORDER BY sequence");

  private EventReader() {}

  private record Row(
      long place, RunId run, long sequence, String body, String hash, Optional<String> previous) {}

  static List<Placed> after(Connection connection, long position, int limit) throws SQLException {
    return placed(connection, OF_ALL, position, limit);
  }

  static List<Placed> after(Connection connection, long position, RunId run, int limit)
      throws SQLException {
    return placed(connection, OF_ONE, position, run.value(), limit);
  }

  static long newest(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT coalesce(max(rowid), 0) FROM events");
  }

  static long oldest(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT coalesce(min(rowid), 0) FROM events");
  }

  private static List<Placed> placed(Connection connection, String sql, Object... values)
      throws SQLException {
    var rows =
        Sql.rows(
            connection,
            row ->
                new Row(
                    row.getLong(1),
                    Sql.run(row, 2),
                    row.getLong(3),
                    Sql.text(row, 4),
                    Sql.text(row, 5),
                    Optional.ofNullable(row.getString(6))),
            sql,
            values);
    var placed = new ArrayList<Placed>();
    for (var row : rows) {
      var previous = row.previous().orElseGet(() -> Chain.start(row.run()));
      if (!Chain.next(previous, row.body()).equals(row.hash())) {
        throw RunReader.damaged(row.run(), row.sequence());
      }
      placed.add(new Placed(row.place(), RunReader.decoded(row.run(), row.sequence(), row.body())));
    }
    return placed;
  }
}
