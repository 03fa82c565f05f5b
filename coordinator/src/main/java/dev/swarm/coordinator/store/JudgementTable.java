package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What operators said: rows that are only added, each tied to the one before, as events are. */
final class JudgementTable {
  private static final String START = Hashes.sha256("judgements");

  private JudgementTable() {}

  private record Row(long place, String body, String hash) {}

  /** A judgement and where it stands. */
  record Entry(long place, Judged judged) {}

  /** Everything that was said, in its order, the chain checked. */
  static List<Entry> all(Connection connection) throws SQLException {
    var entries = new ArrayList<Entry>();
    for (var row : verified(connection)) {
      entries.add(new Entry(row.place(), decoded(row)));
    }
    return List.copyOf(entries);
  }

  /** Checks the chain. */
  static void check(Connection connection) throws SQLException {
    var _ = verified(connection);
  }

  private static List<Row> verified(Connection connection) throws SQLException {
    var rows =
        Sql.rows(
            connection,
            row -> new Row(row.getLong(1), Sql.text(row, 2), Sql.text(row, 3)),
            "SELECT place, body, hash FROM judgements ORDER BY place");
    var previous = START;
    long place = 1;
    for (var row : rows) {
      if (row.place() != place || !Chain.next(previous, row.body()).equals(row.hash())) {
        throw damaged(place);
      }
      previous = row.hash();
      place++;
    }
    if (rows.size() != counted(connection)) {
      throw damaged(place);
    }
    return rows;
  }

  /** How many there were ever, as SQLite counts for itself: none is ever deleted. */
  private static long counted(Connection connection) throws SQLException {
    return Sql.number(
        connection,
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'judgements'), 0)");
  }

  private static StoreException damaged(long place) {
    return new StoreException(Trouble.DAMAGED, "damaged at judgement " + place);
  }

  /** Adds one after whatever any process added before. */
  static void add(Connection connection, Judged judged) throws SQLException {
    Sql.inTransaction(
        connection,
        () -> {
          var last =
              Sql.rows(
                  connection,
                  row -> Sql.text(row, 1),
                  "SELECT hash FROM judgements ORDER BY place DESC LIMIT 1");
          var body = Wire.encode(judged);
          Sql.run(
              connection,
              "INSERT INTO judgements (body, hash) VALUES (?, ?)",
              body,
              Chain.next(last.isEmpty() ? START : last.getFirst(), body));
        });
  }

  private static Judged decoded(Row row) {
    try {
      return Wire.decode(row.body(), Judged.class);
    } catch (MalformedMessageException e) {
      throw new StoreException(
          Trouble.NEWER, "could not read judgement " + row.place() + ": " + e.getMessage(), e);
    }
  }
}
