package dev.swarm.bus.cluster;

import dev.swarm.bus.seal.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where members were met before, in a file, for the next start. Hazelcast naps for a second on
 * joining where a single connection to a member is not there yet; to those it was told of it has
 * one by then. Nothing is believed of who answers there, and what cannot be read or written is done
 * without.
 */
final class MemberMemory {
  /** So long may knocking at doors that nobody opens hold up a start. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private static final int MOST = 4_000;

  private final Optional<Path> file;
  private Set<HostPort> kept = Set.of();

  MemberMemory(Optional<Path> file) {
    this.file = file;
  }

  /** With {@code named}, those met before where somebody takes connections now; blocks shortly. */
  List<HostPort> doors(List<HostPort> named) {
    kept = file.map(MemberMemory::read).orElseGet(Set::of);
    var others = new TreeSet<>(kept);
    named.forEach(others::remove);
    var doors = new LinkedHashSet<>(named);
    doors.addAll(Knock.at(others, PATIENCE).join());
    return List.copyOf(doors);
  }

  /** Keeps these for the next start, in place of those from before. */
  void keep(Collection<HostPort> met) {
    var now = met.stream().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
    if (file.isEmpty() || now.isEmpty() || now.equals(kept)) {
      return;
    }
    kept = now;
    try {
      Files.createDirectories(file.get().toAbsolutePath().getParent());
      SecretFile.write(
          file.get(),
          now.stream().map(HostPort::toString).collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException withoutIt) {
      // The next start takes a second longer.
    }
  }

  private static Set<HostPort> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .limit(MOST)
          .flatMap(line -> place(line).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | RuntimeException nothing) { // bytes that are no text come unchecked
      return Set.of();
    }
  }

  private static Optional<HostPort> place(String line) {
    try {
      return Optional.of(HostPort.parse(line.strip(), ClusterOptions.MEMBER_PORT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
