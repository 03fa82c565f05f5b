package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Key;
import dev.swarm.coordinator.life.LifeFold;
import dev.swarm.coordinator.life.Tale;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lives as they are kept: derived from events, so that what is damaged is made again. */
final class LifeTable {
  private LifeTable() {}

  /**
   * How far the lives are.
   *
   * @param fold version of the fold that made them
   * @param ending the last ending that was taken in
   * @param turn the last turn before they were made from the beginning
   */
  record Taken(long fold, long ending, long turn) {}

  /** A turn and where it stands. */
  record Entry(long place, Turn turn) {}

  /** How far they are; nowhere, where they have never been made or by another fold. */
  static Optional<Taken> taken(Connection connection) throws SQLException {
    return Sql.rows(
            connection,
            row -> new Taken(row.getLong(1), row.getLong(2), row.getLong(3)),
            "SELECT fold, ending, turn FROM taken")
        .stream()
        .filter(taken -> taken.fold() == LifeFold.VERSION)
        .findFirst();
  }

  /** The tales; none at all if one of them is not what was written. */
  static Optional<Map<Key, Tale>> tales(Connection connection) throws SQLException {
    var tales = new HashMap<Key, Tale>();
    for (var body : sealed(connection, "SELECT 0, body, hash FROM lives")) {
      var tale = decoded(body, Tale.class);
      if (tale.isEmpty()) {
        return Optional.empty();
      }
      tales.put(tale.get().key(), tale.get());
    }
    return Optional.of(tales);
  }

  /** The turns after {@code place}; those that are not what was written are left out. */
  static List<Entry> turns(Connection connection, long place) throws SQLException {
    var turns = new ArrayList<Entry>();
    var rows =
        sealed(
            connection,
            "SELECT place, body, hash FROM turns WHERE place > ? ORDER BY place",
            place);
    for (var row : rows) {
      decoded(row, Turn.class).ifPresent(turn -> turns.add(new Entry(row.place(), turn)));
    }
    return turns;
  }

  static long newestTurn(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT coalesce(max(place), 0) FROM turns");
  }

  /**
   * Keeps what has changed, unless another process was quicker.
   *
   * @param before how far they were; nowhere to begin again
   */
  static boolean save(
      Connection connection,
      Optional<Taken> before,
      long ending,
      Collection<Tale> changed,
      Collection<Turn> turns)
      throws SQLException {
    var saved = new boolean[1];
    Sql.inTransaction(
        connection,
        () -> {
          if (!taken(connection).equals(before)) {
            return;
          }
          long first = begin(connection, before);
          for (var tale : changed) {
            save(connection, tale);
          }
          for (var turn : turns) {
            var body = Wire.encode(turn);
            Sql.run(
                connection,
                "INSERT INTO turns (body, hash) VALUES (?, ?)",
                body,
                Hashes.sha256(body));
          }
          Sql.run(
              connection,
              "INSERT OR REPLACE INTO taken (one, fold, ending, turn) VALUES (1, ?, ?, ?)",
              LifeFold.VERSION,
              ending,
              first);
          saved[0] = true;
        });
    return saved[0];
  }

  private static long begin(Connection connection, Optional<Taken> before) throws SQLException {
    if (before.isPresent()) {
      return before.get().turn();
    }
    long last = newestTurn(connection);
    Sql.run(connection, "DELETE FROM lives");
    Sql.run(connection, "DELETE FROM turns");
    return last;
  }

  /** Forgets how far they are, so that they are made again. */
  static void forget(Connection connection) throws SQLException {
    Sql.inTransaction(connection, () -> Sql.run(connection, "DELETE FROM taken"));
  }

  private static void save(Connection connection, Tale tale) throws SQLException {
    var body = Wire.encode(tale);
    Sql.run(
        connection,
        "INSERT OR REPLACE INTO lives (node, fingerprint, body, hash) VALUES (?, ?, ?, ?)",
        tale.key().node(),
        tale.key().fingerprint().value(),
        body,
        Hashes.sha256(body));
  }

  private record Sealed(long place, String body, String hash) {}

  private static List<Sealed> sealed(Connection connection, String sql, Object... values)
      throws SQLException {
    return Sql.rows(
        connection,
        row -> new Sealed(row.getLong(1), Sql.text(row, 2), Sql.text(row, 3)),
        sql,
        values);
  }

  private static <T> Optional<T> decoded(Sealed row, Class<T> type) {
    try {
      return Hashes.sha256(row.body()).equals(row.hash())
          ? Optional.of(Wire.decode(row.body(), type))
          : Optional.empty();
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }
}
