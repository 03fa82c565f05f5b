package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what SQLite's result codes mean here (their list: sqlite.org/rescode.html). */
final class SqlTrouble {
  private SqlTrouble() {}

  static StoreException of(String verb, Path file, SQLException e) {
    var code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
    var trouble = isWithoutRoom(e) ? Trouble.FULL : trouble(code);
    return new StoreException(
        trouble, "could not %s %s: %s (%s)".formatted(verb, file, words(trouble), firstLine(e)), e);
  }

  /** There is no room for the log's index either. */
  private static boolean isWithoutRoom(SQLException e) {
    return e.getErrorCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code;
  }

  private static Trouble trouble(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_FULL -> Trouble.FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> Trouble.BUSY;
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_SCHEMA ->
          Trouble.DAMAGED;
      default -> Trouble.UNUSABLE;
    };
  }

  private static String words(Trouble trouble) {
    return switch (trouble) {
      case FULL -> "no space is left on its file system: free some";
      case BUSY -> "another process holds it: try again";
      case DAMAGED -> "it is damaged or no store of swarm: move it away to begin a new one";
      case UNUSABLE, NEWER, UNKNOWN_RUN, OUT_OF_ORDER ->
          "check that the folder exists, is yours and can be written";
    };
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
