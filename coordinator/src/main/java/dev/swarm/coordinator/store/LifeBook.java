package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Key;
import dev.swarm.coordinator.life.LifeFold;
import dev.swarm.coordinator.life.Look;
import dev.swarm.coordinator.life.Tale;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.LifeTable.Taken;
import dev.swarm.protocol.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes runs that have ended into the lives of findings, in the order in which they ended, and
 * keeps these beside the events. Several processes may do so at once: whoever is slower looks at
 * what the other did. Any thread.
 */
final class LifeBook {
  /** So many runs are taken in between two times of saving. */
  private static final int AT_ONCE = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Taken> taken = Optional.empty();
  private Map<Key, Tale> tales = new HashMap<>();

  private record Ending(long place, RunId run) {}

  /** Whether everything that has ended is taken in. */
  boolean isCurrent(Connection connection) throws SQLException {
    lock.lock();
    try {
      var kept = LifeTable.taken(connection);
      return kept.isPresent()
          && kept.equals(taken)
          && endings(connection, kept.get().ending(), 1).isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes in everything that has ended. */
  void takeIn(Connection connection) throws SQLException {
    lock.lock();
    try {
      boolean more = true;
      while (more) {
        more = takeIn(connection, AT_ONCE);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the ending at {@code place} is taken in, after taking in a few of those that are not;
   * not if somebody else is at it just now.
   */
  boolean taken(Connection connection, long place, int few) throws SQLException {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (far(LifeTable.taken(connection)) < place) {
        boolean _ = takeIn(connection, few);
      }
      return far(LifeTable.taken(connection)) >= place;
    } finally {
      lock.unlock();
    }
  }

  /** What is known of one finding. */
  Optional<Tale> tale(Key key) {
    lock.lock();
    try {
      return Optional.ofNullable(tales.get(key));
    } finally {
      lock.unlock();
    }
  }

  /** What is known of every finding, by node and fingerprint. */
  Collection<Tale> tales() {
    lock.lock();
    try {
      return List.copyOf(new TreeMap<>(tales).values());
    } finally {
      lock.unlock();
    }
  }

  /** Takes in at most {@code few}; whether there may be more. */
  private boolean takeIn(Connection connection, int few) throws SQLException {
    load(connection);
    var ended = endings(connection, far(taken), few);
    if (ended.isEmpty() && taken.isPresent()) {
      return false;
    }
    var changed = new TreeMap<Key, Tale>();
    var turns = new ArrayList<Turn>();
    for (var ending : ended) {
      look(connection, ending.run())
          .ifPresent(look -> {
            var folded = LifeFold.fold(tales, look);
            changed.putAll(LifeFold.byKey(folded.changed()));
            tales.putAll(LifeFold.byKey(folded.changed()));
            turns.addAll(folded.turns());
          });
    }
    long last = ended.isEmpty() ? 0 : ended.getLast().place();
    var before = taken;
    taken = Optional.empty(); // until it is kept, what is in memory is ahead of the file
    boolean _ = LifeTable.save(connection, before, last, changed.values(), turns);
    load(connection);
    return !ended.isEmpty();
  }

  /** Goes on where the file is, whoever brought it there. */
  private void load(Connection connection) throws SQLException {
    var kept = LifeTable.taken(connection);
    if (kept.isPresent() && kept.equals(taken)) {
      return;
    }
    var there =
        kept.isPresent()
            ? LifeTable.tales(connection, kept.get())
            : Optional.of(Map.<Key, Tale>of());
    if (there.isEmpty()) {
      LifeTable.forget(connection);
      kept = Optional.empty();
    }
    taken = kept;
    tales = new HashMap<>(there.orElse(Map.of()));
  }

  private static long far(Optional<Taken> taken) {
    return taken.map(Taken::ending).orElse(0L);
  }

  /** A run that is damaged, gone or of a newer swarm says nothing of any finding. */
  private static Optional<Look> look(Connection connection, RunId run) throws SQLException {
    try {
      var gathering = new Look.Gathering();
      new RunReader(connection).each(run, Look::concerns, gathering::add);
      return Optional.of(gathering.look());
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  private static List<Ending> endings(Connection connection, long after, int limit)
      throws SQLException {
    return Sql.rows(
        connection,
        row -> new Ending(row.getLong(1), Sql.run(row, 2)),
        "SELECT rowid, run FROM endings WHERE rowid > ? ORDER BY rowid LIMIT ?",
        after,
        limit);
  }
}
