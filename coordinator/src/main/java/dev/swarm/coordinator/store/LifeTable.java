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
   * @param lives how many there are
   */
  record Taken(long fold, long ending, long turn, long lives) {}

  /** A turn and where it stands. */
  record Entry(long place, Turn turn) {}

  /** How far they are; nowhere, where they have never been made or by another fold. */
  static Optional<Taken> taken(Connection connection) throws SQLException {
    return sealed(connection, "SELECT 0, body, hash FROM taken").stream()
        .flatMap(row -> decoded(row, Taken.class).stream())
        .filter(taken -> taken.fold() == LifeFold.VERSION)
        .findFirst();
  }

  /** The tales, if there are as many as there were and each is what was written. */
  static Optional<Map<Key, Tale>> tales(Connection connection, Taken taken) throws SQLException {
    var tales = new HashMap<Key, Tale>();
    for (var body : sealed(connection, "SELECT 0, body, hash FROM lives")) {
      var tale = decoded(body, Tale.class);
      if (tale.isEmpty()) {
        return Optional.empty();
      }
      tales.put(tale.get().key(), tale.get());
    }
    return tales.size() == taken.lives() ? Optional.of(tales) : Optional.empty();
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
          long lives = Sql.number(connection, "SELECT count(*) FROM lives");
          var body = Wire.encode(new Taken(LifeFold.VERSION, ending, first, lives));
          Sql.run(
              connection,
              "INSERT OR REPLACE INTO taken (one, body, hash) VALUES (1, ?, ?)",
              body,
              Hashes.sha256(body));
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
