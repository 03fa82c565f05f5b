package dev.swarm.cli;

import dev.swarm.bus.seal.issue.KeysFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command about keys. */
final class KeysPlace {
  private final Surroundings here;

  @Option(
      names = "--folder",
      order = 90,
      paramLabel = "DIR",
      description = "The keys folder of the fleet; default ~/.config/swarm/keys.")
  @Nullable
  private Path folder;

  @Option(
      names = {"-h", "--help"},
      order = 99,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  KeysPlace(Surroundings here) {
    this.here = here;
  }

  KeysFolder folder() {
    var place = Optional.ofNullable(folder).orElseGet(() -> here.folders().keys());
    return new KeysFolder(place.toAbsolutePath().normalize(), new SystemClock());
  }
}
