package dev.swarm.coordinator.store;

import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps runs in a SQLite file (WAL, {@code synchronous=FULL}). One thread of its own opens it and
 * writes to it, so that making a store costs nothing and failing to open it fails the first append;
 * reading uses a connection of the reader's own. Several processes may use the same folder.
 */
public final class SqliteStore implements RunStore {
  /** How many runs an operator's own store keeps. */
  public static final int KEPT_RUNS = 200;

  private final StoreFile file;
  private final StoreThread thread;

  /**
   * Begins to open the store in {@code folder}, which is made if it is not there; never fails.
   *
   * @param keep how many runs are kept; older ones are deleted whole
   */
  public SqliteStore(Path folder, int keep) {
    this.file = StoreFile.in(folder);
    this.thread = new StoreThread(file, keep);
  }

  @Override
  public CompletableFuture<Void> append(Recorded recorded) {
    return thread.append(recorded);
  }

  @Override
  public List<Recorded> events(RunId run) {
    return read(reader -> reader.events(run));
  }

  @Override
  public RunHistory runs() {
    return read(RunReader::history);
  }

  @Override
  public Optional<String> notKept() {
    return thread.failure().map(StoreException::getMessage);
  }

  @Override
  public void close() {
    thread.close();
  }

  private interface Reading<T> {
    T from(RunReader reader) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = file.open()) {
      Sql.run(connection, "PRAGMA query_only = 1");
      Sql.run(connection, "BEGIN");
      return reading.from(new RunReader(connection));
    } catch (SQLException e) {
      throw SqlTrouble.of("read", file.path(), e);
    }
  }
}
