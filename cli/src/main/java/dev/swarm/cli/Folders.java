package dev.swarm.cli;

import dev.swarm.tools.host.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are kept when nobody says otherwise: the XDG base directories on Linux, the Library
 * on macOS.
 */
record Folders(Map<String, String> environment, Platform platform) {

  static Folders here() {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return new Folders(System.getenv(), mac ? Platform.MACOS : Platform.LINUX);
  }

  /** For runs. */
  Path state() {
    return switch (platform) {
      case LINUX -> xdg("XDG_STATE_HOME", ".local/state").resolve("swarm");
      case MACOS -> home().resolve("Library/Application Support/swarm");
    };
  }

  /** Where a swarm.yaml is looked for, the first that exists. */
  List<Path> settings() {
    return List.of(
        xdg("XDG_CONFIG_HOME", ".config").resolve("swarm/swarm.yaml"),
        Path.of("/etc/swarm/swarm.yaml"));
  }

  /** For the work directories of tools. */
  Path work() {
    return Path.of(Optional.ofNullable(environment.get("TMPDIR")).orElse("/tmp"))
        .resolve(
            "swarm-"
                + Optional.ofNullable(environment.get("USER"))
                    .orElse(
                        home().getFileName() == null ? "root" : home().getFileName().toString()));
  }

  private Path xdg(String variable, String fallback) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> value.startsWith("/"))
        .map(Path::of)
        .orElseGet(() -> home().resolve(fallback));
  }

  private Path home() {
    return Path.of(
        Optional.ofNullable(environment.get("HOME")).filter(h -> !h.isEmpty()).orElse("/"));
  }
}
