package dev.swarm.cli;

import dev.swarm.agent.policy.Policy;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.YamlFile;
import dev.swarm.tools.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code swarm.yaml}; every mistake in it is reported at once. */
final class SettingsReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration MODEL_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofHours(24);

  private SettingsReader() {}

  /**
   * The settings of {@code named}, or of the first of {@code usual} that exists, or the defaults.
   *
   * @throws UsageException listing what is wrong, with file and line
   */
  static Settings read(Optional<Path> named, List<Path> usual) {
    var file = named.or(() -> usual.stream().filter(Files::exists).findFirst());
    return file.map(SettingsReader::of).orElseGet(SettingsReader::builtIn);
  }

  private static Settings of(Path path) {
    try {
      return parse(path.toString(), Definitions.text(path), Optional.of(path));
    } catch (IOException e) {
      throw new UsageException(
          "could not read the configuration "
              + path
              + ": "
              + Definitions.reason(e)
              + "; mend it, or name another with --config");
    }
  }

  private static Settings builtIn() {
    var file = Definitions.builtIn("swarm.yaml").orElseThrow();
    return parse(file.name(), file.text(), Optional.empty());
  }

  private static Settings parse(String name, String text, Optional<Path> origin) {
    var file = YamlFile.named(name);
    var settings =
        text.isBlank() ? defaults(file, origin) : file.root(text).map(map -> read(map, origin));
    if (!file.problems().isEmpty()) {
      throw new UsageException(
          "could not use the configuration:\n"
              + file.problems().stream()
                  .map(problem -> "  " + problem)
                  .collect(Collectors.joining("\n")));
    }
    return settings.orElseThrow();
  }

  private static Optional<Settings> defaults(YamlFile file, Optional<Path> origin) {
    return file.root("{}").map(map -> read(map, origin));
  }

  private static Settings read(YamlMap map, Optional<Path> origin) {
    var settings =
        new Settings(
            origin,
            map.read("tools-folder", SettingsReader::folder),
            map.read("checks-folder", SettingsReader::folder),
            map.read("state-folder", SettingsReader::folder),
            map.read("sandbox", SettingsReader::trusts).orElse(false),
            Set.copyOf(map.texts("forbid-tools")),
            RetentionReader.read(map),
            map.texts("areas"),
            map.read("fail-on", SettingsReader::severity).orElse(Severity.WARNING),
            timeout(map, "timeout", TIMEOUT),
            timeout(map, "model-timeout", MODEL_TIMEOUT),
            lists(map),
            map.has("routers") ? RoutersReader.read(map) : List.of(),
            map.has("escalation") ? EscalationReader.read(map) : Optional.empty(),
            map.has("fleet") ? FleetReader.read(map) : FleetSettings.NONE,
            map.has("serve") ? ServeReader.read(map) : ServeSettings.STANDARD,
            map.has("policy") ? PolicyReader.read(map) : Policy.STANDARD,
            map.has("schedules") ? ScheduleReader.read(map) : List.of(),
            map.has("notices") ? NoticeReader.read(map) : List.of());
    map.finish();
    return settings;
  }

  private static Duration timeout(YamlMap map, String key, Duration standard) {
    var timeout = map.duration(key).orElse(standard);
    if (timeout.toSeconds() < 1 || timeout.compareTo(LONGEST) > 0) {
      map.problem(key, "'" + key + "' is from 1s to 24h");
    }
    return timeout;
  }

  private static Map<String, List<String>> lists(YamlMap map) {
    var lists = new HashMap<String, List<String>>();
    for (var name : Settings.LISTS) {
      lists.put(name, map.texts(name));
    }
    return lists;
  }

  private static Path folder(String text) {
    var path = Path.of(text);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("expected an absolute path, not '" + text + "'");
    }
    return path;
  }

  private static Severity severity(String text) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.id().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("expected info, warning or critical, not '" + text + "'"));
  }

  private static boolean trusts(String text) {
    return switch (text) {
      case "auto" -> false;
      case "none" -> true;
      default -> throw new IllegalArgumentException("expected auto or none, not '" + text + "'");
    };
  }
}
