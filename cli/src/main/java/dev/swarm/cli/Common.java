package dev.swarm.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that reads the configuration. */
final class Common {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration to use instead of the usual swarm.yaml.")
  @org.jspecify.annotations.Nullable
  private Path config;

  Settings settings() {
    return SettingsReader.read(Optional.ofNullable(config), Folders.here().settings());
  }
}
