package dev.swarm.tools.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What listing a directory gave. */
public sealed interface DirectoryResult {
  record Listing(List<Entry> entries) implements DirectoryResult {
    public Listing {
      entries = List.copyOf(entries);
    }
  }

  record Failed(Failure why, String detail) implements DirectoryResult {}

  /**
   * One name in a directory.
   *
   * @param size in bytes
   * @param target where a symbolic link points, as written in it
   */
  record Entry(String name, Type type, long size, Instant modified, Optional<String> target) {}

  /** The kinds of entries that are told apart. */
  enum Type {
    FILE,
    DIRECTORY,
    LINK,
    OTHER
  }
}
