package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * The file that holds the runs: readable by its owner only (SQLite gives its side files the same
 * mode), and never there without its tables, so that an empty one is known to be damage.
 */
record StoreFile(Path path) {
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
  private static final String OUR_FOLDER = "rwx------";

  /** How long a process waits for another one that is writing. */
  private static final int BUSY_MILLIS = 10_000;

  static StoreFile in(Path folder) {
    return new StoreFile(folder.resolve("runs.db"));
  }

  /** Opens it for writing, made first where there is none. */
  Connection open() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      return existing();
    } catch (SQLException e) {
      throw SqlTrouble.of("open", path, e);
    } catch (IOException e) {
      throw new StoreException(
          Trouble.UNUSABLE,
          "could not open "
              + path
              + ": "
              + reason(e)
              + "; check that its folder exists, is yours and can be written",
          e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "there is a file in the place of its folder";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private Connection existing() throws IOException, SQLException {
    if (Files.size(path) == 0) {
      throw new StoreException(
          Trouble.DAMAGED,
          "could not use " + path + ": it is empty, what it held is gone: move it away");
    }
    if (!Files.getPosixFilePermissions(path).equals(OURS)) {
      Files.setPosixFilePermissions(path, OURS);
    }
    var connection = connect(path);
    try {
      Schema.bringUp(connection, path);
      return connection;
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /** Makes it beside its place and puts it there whole; whoever comes second uses the first's. */
  private void create() throws IOException, SQLException {
    Files.createDirectories(
        path.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OUR_FOLDER)));
    var fresh =
        Files.createTempFile(
            path.getParent(), "runs", ".new", PosixFilePermissions.asFileAttribute(OURS));
    try {
      try (var connection = connect(fresh)) {
        Schema.bringUp(connection, fresh);
      }
      place(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void place(Path fresh) throws IOException {
    try {
      Files.createLink(path, fresh);
    } catch (FileAlreadyExistsException e) {
      // another process was quicker: its file is as good
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(fresh, path);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setGetGeneratedKeys(false); // else every insert asks for the last row's number too
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection("jdbc:sqlite:" + file);
  }
}
