package dev.swarm.cli;

import dev.swarm.bus.cluster.HostPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to find the fleet, where swarm.yaml does not say, or for once otherwise. */
final class FleetOptions {
  @Option(
      names = "--join",
      order = 60,
      paramLabel = "HOST[:PORT]",
      description = "A member of the fleet to join it by; may be given again.")
  private List<String> join = new ArrayList<>();

  @Option(
      names = "--key",
      order = 61,
      paramLabel = "FILE",
      description = "The key to speak with, as made by swarm keys.")
  @Nullable
  private Path key;

  @Option(
      names = "--listen",
      order = 62,
      paramLabel = "HOST[:PORT]",
      description = "The interface to listen on; default the one that leads to the fleet.")
  @Nullable
  private String listen;

  /** The settings with these options on top. */
  Settings on(Settings settings) {
    var fleet = settings.fleet();
    if (!join.isEmpty()) {
      fleet = fleet.joining(join.stream().map(text -> place("--join", text)).toList());
    }
    if (key != null) {
      fleet = fleet.keyed(key.toAbsolutePath());
    }
    if (listen != null) {
      fleet = fleet.listening(place("--listen", listen));
    }
    return settings.with(fleet);
  }

  /** Whether any of them was given. */
  boolean any() {
    return key != null || !join.isEmpty() || listen != null;
  }

  private static HostPort place(String option, String text) {
    try {
      return FleetReader.place(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }
}
