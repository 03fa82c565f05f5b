package dev.swarm.tools.host;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What an exception of java.nio.file says of the errno behind it. */
public final class IoFailure {
  private IoFailure() {}

  /** ESRCH is a process that ended while its files were read: absent, like its folder. */
  static Failure of(Exception e) {
    if (e instanceof NoSuchFileException || reason(e).equals("No such process")) {
      return Failure.ABSENT;
    }
    if (e instanceof AccessDeniedException
        || reason(e).equals("Operation not permitted")
        || reason(e).equals("Permission denied")) {
      return Failure.DENIED;
    }
    return Failure.BROKEN;
  }

  /** Why it failed, in words that follow a colon; without the path, which the caller names. */
  public static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException absent -> "it does not exist";
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException other -> "there is a file in its place";
      case NotDirectoryException file -> "it is not a directory";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
