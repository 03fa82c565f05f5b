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
 * The work directory of one call. Removal copes with trees of any depth (a directory that lies too
 * deep is moved up first), with directories made unreadable, and needs no space. Links are removed,
 * never followed.
 *
 * @param path absolute, without symbolic links
 */
record WorkDirectory(Path path) {
  private static final int ROUNDS = 100;
  private static final int DEEPEST = 100;
  private static final int LONGEST = 700; // macOS takes 1024, Linux 4096
  private static final String MOVED = ".swarm-removing-";

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
      if (removeIfEmpty() || (empty() && removeIfEmpty())) {
        return;
      }
    }
  }

  private boolean empty() {
    boolean all = true;
    for (Path entry : entries(path)) {
      all &= remove(entry, 0);
    }
    return all;
  }

  private boolean remove(Path entry, int depth) {
    if (delete(entry)) {
      return true;
    }
    if (!isDirectory(entry)) {
      return false;
    }
    if (depth > DEEPEST || entry.toString().length() > LONGEST) {
      moveUp(entry);
      return false;
    }
    boolean all = true;
    for (Path below : entries(entry)) {
      all &= remove(below, depth + 1);
    }
    return all && delete(entry);
  }

  private void moveUp(Path entry) {
    try {
      unlock(entry); // a directory that may not be written cannot be moved: its ".." changes
      Files.move(entry, path.resolve(MOVED + Marker.next()));
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
