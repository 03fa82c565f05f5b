package dev.swarm.tools.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The work directory of one call. Removal copes with trees of any depth (a nested directory is
 * moved up before it is emptied, so that no path grows long), with directories made unreadable, and
 * needs no space. Links are removed, never followed.
 *
 * @param path absolute, without symbolic links
 */
record WorkDirectory(Path path) {
  private static final int ROUNDS = 4;

  /** Whether it is gone; the usual end, since most programs write no file. */
  boolean removeIfEmpty() {
    try {
      Files.deleteIfExists(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes it; called when every process that could write to it has ended. */
  void remove() {
    for (int round = 0; round < ROUNDS; round++) {
      if (removeIfEmpty()) {
        return;
      }
      empty();
    }
  }

  private void empty() {
    long moved = 0;
    for (boolean progress = true; progress; ) {
      progress = false;
      for (Path entry : entries(path)) {
        if (isDirectory(entry)) {
          moved = flatten(entry, moved);
        }
        progress |= delete(entry);
      }
    }
  }

  /** Deletes what is in a directory, and moves its directories up beside it. */
  private long flatten(Path directory, long moved) {
    long next = moved;
    for (Path entry : entries(directory)) {
      if (!delete(entry) && isDirectory(entry)) {
        next++;
        moveUp(entry, ".swarm-removing-" + next);
      }
    }
    return next;
  }

  private void moveUp(Path entry, String name) {
    try {
      unlock(entry); // a directory that may not be written cannot be moved: its ".." changes
      Files.move(entry, path.resolve(name));
    } catch (IOException e) {
      // it stays, and is tried again when it is stale
    }
  }

  private static Iterable<Path> entries(Path directory) {
    unlock(directory);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      var entries = new ArrayList<Path>();
      stream.forEach(entries::add);
      return entries;
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
  }

  private static void unlock(Path directory) {
    try {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      // then listing or deleting it fails, and says so
    }
  }

  private static boolean isDirectory(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean delete(Path entry) {
    try {
      return Files.deleteIfExists(entry);
    } catch (IOException e) {
      return false;
    }
  }
}
