package dev.swarm.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command, and the configuration that it runs with. */
final class Setup {
  private final Surroundings here;

  @Option(
      names = "--config",
      order = 90,
      paramLabel = "FILE",
      description =
          "Configuration; default ~/.config/swarm/swarm.yaml, then /etc/swarm/swarm.yaml.")
  @Nullable
  private Path config;

  @Option(
      names = {"-h", "--help"},
      order = 99,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  Setup(Surroundings here) {
    this.here = here;
  }

  /** Reads the configuration. */
  Settings settings() {
    return SettingsReader.read(Optional.ofNullable(config), here.folders().settings());
  }
}
