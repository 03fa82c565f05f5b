package dev.swarm.coordinator.store;

import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs that were once found to be damaged, one name a line in a file beside the store, so that a
 * command that goes again need not read every event of every run to know of them. Nobody believes
 * it: whoever lists runs reads these whole. Any thread.
 */
record Suspects(Path file) {
  static Suspects of(StoreFile store) {
    return new Suspects(store.path().resolveSibling(store.path().getFileName() + "-damaged"));
  }

  /** None where the file cannot be read: it is only a hint. */
  Set<RunId> all() {
    if (!Files.exists(file)) {
      return Set.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(RunId::new)
          .collect(Collectors.toSet());
    } catch (IOException | IllegalArgumentException e) {
      return Set.of();
    }
  }

  /** Notes {@code damaged}, and forgets all others. */
  void set(Set<RunId> damaged) {
    try {
      if (damaged.isEmpty()) {
        boolean _ = Files.deleteIfExists(file);
      } else {
        Files.write(
            file,
            damaged.stream().map(RunId::value).sorted().toList(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      // without it, damage is told by whoever found it and by whoever reads the run
    }
  }
}
