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

  /** Where the keys of a fleet are made and kept. */
  Path keys() {
    return xdg("XDG_CONFIG_HOME", ".config").resolve("swarm/keys");
  }

  /** For the work directories of tools. */
  Path work() {
    return absolute("TMPDIR").orElse(Path.of("/tmp")).resolve("swarm-" + user());
  }

  /** Who it is, as far as the environment tells. */
  String user() {
    return Optional.ofNullable(environment.get("USER"))
        .filter(user -> user.matches("[A-Za-z0-9._-]+"))
        .or(() -> Optional.ofNullable(home().getFileName()).map(Path::toString))
        .orElse("root");
  }

  private Path xdg(String variable, String fallback) {
    return absolute(variable).orElseGet(() -> home().resolve(fallback));
  }

  private Path home() {
    return absolute("HOME").orElse(Path.of("/"));
  }

  /** The specification says: a relative path is to be ignored. */
  private Optional<Path> absolute(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> value.startsWith("/"))
        .map(Path::of);
  }
}
