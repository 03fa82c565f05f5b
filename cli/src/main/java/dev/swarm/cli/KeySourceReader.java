package dev.swarm.cli;

import dev.swarm.router.endpoint.KeySource;
import dev.swarm.tools.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads where a router's key is found. The key itself never stands in the configuration, and what
 * somebody wrote in its place is never repeated in a message: it may be the key.
 */
final class KeySourceReader {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private KeySourceReader() {}

  /** The source under {@code key:}; none where there is no such key, or a mistake in it. */
  static KeySource read(YamlMap router) {
    if (router.has("key") && !router.isMap("key")) {
      router.problem(
          "key",
          "a key does not stand in this file, which others may read; say where it is found:"
              + " key: {env: VARIABLE}, key: {file: /path} or key: {command: [program, argument]}");
      return new KeySource.None();
    }
    return router.map("key").map(KeySourceReader::source).orElseGet(KeySource.None::new);
  }

  private static KeySource source(YamlMap map) {
    var environment = map.read("env", KeySourceReader::variable);
    var file = map.read("file", RoutersReader::file);
    var command = map.texts("command");
    map.finish();
    var sources = Stream.of("env", "file", "command").filter(map::has).toList();
    if (sources.size() != 1) {
      map.problem("", "'key' holds one of env, file and command");
    } else if (map.has("command")) {
      program(map, command);
    }
    Optional<KeySource> one =
        environment
            .<KeySource>map(KeySource.Environment::new)
            .or(() -> file.map(KeySource.File::new));
    return one.orElseGet(
        () -> command.isEmpty() ? new KeySource.None() : new KeySource.Command(command));
  }

  /**
   * The name of an environment variable.
   *
   * @throws IllegalArgumentException that does not repeat {@code text}
   */
  static String variable(String text) {
    if (!VARIABLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected the name of an environment variable, such as OPENAI_API_KEY, not the key");
    }
    return text;
  }

  private static void program(YamlMap map, List<String> argv) {
    var program = argv.isEmpty() ? "" : argv.getFirst();
    boolean plain = !program.isEmpty() && program.indexOf('/') < 0;
    if (!plain && !program.startsWith("/")) {
      map.problem(
          "command", "expected [program, argument …]: a program's name, or an absolute path");
    } else if (program.indexOf(' ') >= 0) {
      map.problem(
          "command", "there is no shell here: write [program, argument …], each word an element");
    }
  }
}
