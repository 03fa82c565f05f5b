package dev.swarm.cli;

import dev.swarm.protocol.Hashes;
import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a node tells of itself so that it can be held against its peers: kernel, release of the
 * operating system, and digests of the tools and checks that its operator has added. What cannot be
 * read is not told.
 */
final class PeerFacts {
  private static final int DIGITS = 16;

  private final Host host;
  private final Map<String, String> facts = new TreeMap<>();

  private PeerFacts(Host host) {
    this.host = host;
  }

  static Map<String, String> of(Host host, Settings settings) {
    var self = new PeerFacts(host);
    switch (host.platform()) {
      case LINUX -> self.linux();
      case MACOS -> self.macos();
    }
    self.digest("checks", settings.checksFolder());
    self.digest("tools", settings.toolsFolder());
    return Map.copyOf(self.facts);
  }

  private void linux() {
    content("/proc/sys/kernel/osrelease").ifPresent(text -> put("kernel", text));
    content("/etc/os-release")
        .ifPresent(text -> put("os", value("ID", text) + " " + value("VERSION_ID", text)));
  }

  private void macos() {
    said("uname", "-r").ifPresent(text -> put("kernel", text));
    said("sw_vers", "-productVersion").ifPresent(text -> put("os", "macos " + text));
  }

  private void put(String name, String text) {
    var line = text.strip();
    if (!line.isEmpty()) {
      facts.put(name, line);
    }
  }

  private static String value(String key, String text) {
    return text.lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).replace("\"", "").strip())
        .findFirst()
        .orElse("");
  }

  private Optional<String> content(String path) {
    return host.read(Path.of(path), 1) instanceof FileResult.Content(var output)
        ? Optional.of(output.text())
        : Optional.empty();
  }

  private Optional<String> said(String... argv) {
    var command = new Command(List.of(argv), 1, Duration.ofSeconds(2), 4096, Set.of());
    return host.run(command) instanceof CommandResult.Exited(_, var stdout, _, _)
        ? Optional.of(stdout.text())
        : Optional.empty();
  }

  /** The same for the same files with the same content, and for none. */
  private void digest(String name, Optional<Path> folder) {
    try {
      var text = folder.isPresent() ? text(folder.get()) : "";
      put(name, Hashes.sha256(text).substring(0, DIGITS));
    } catch (IOException _) {
      facts.remove(name);
    }
  }

  private static String text(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var parts = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
        parts.append(file.getFileName()).append('\n').append(Files.readString(file)).append('\n');
      }
      return parts.toString();
    }
  }
}
