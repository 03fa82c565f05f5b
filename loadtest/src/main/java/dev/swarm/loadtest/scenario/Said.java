package dev.swarm.loadtest.scenario;

import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values from the command line, and from a file where the command line says nothing. */
final class Said {
  private final Map<String, String> options;
  private final YamlMap file;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param options by the keys of the file
   */
  Said(Map<String, String> options, YamlMap file) {
    this.options = Map.copyOf(options);
    this.file = file;
  }

  /** The value of {@code key}, whose mistake is kept where it was written. */
  <T> Optional<T> read(String key, Function<String, T> reader) {
    var option = options.get(key);
    return option == null ? file.read(key, reader) : read(key, option, reader);
  }

  /** The same of a list, which the command line has by commas. */
  <T> Optional<T> readJoined(String key, Function<String, T> reader) {
    if (options.containsKey(key) || !file.has(key)) {
      return read(key, reader);
    }
    var texts = file.texts(key);
    try {
      return Optional.of(reader.apply(String.join(",", texts)));
    } catch (IllegalArgumentException e) {
      file.problem(key, "'" + key + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private <T> Optional<T> read(String key, String text, Function<String, T> reader) {
    file.pass(key);
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add("--" + key + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A mistake that only shows in the values together. */
  void problem(String key, String message) {
    if (options.containsKey(key)) {
      problems.add("--" + key + ": " + message);
    } else {
      file.problem(key, message);
    }
  }

  /** Mistakes of the command line. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
