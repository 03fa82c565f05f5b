package dev.swarm.tools.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A mapping in a YAML file, read key by key. A value of the wrong shape is a {@link Problem} with
 * its position, and reads as absent; {@link #finish} reports the keys that nobody asked for.
 */
public final class YamlMap {
  private final YamlFile file;
  private final YamlNode.Mapping node;
  private final Map<String, YamlNode> entries = new LinkedHashMap<>();
  private final List<YamlNode.Scalar> repeated = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();

  YamlMap(YamlFile file, YamlNode.Mapping node) {
    this.file = file;
    this.node = node;
    for (var entry : node.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key) {
        if (entries.put(key.text(), entry.value()) != null) {
          repeated.add(key);
        }
      }
    }
  }

  /** The line on which this mapping begins, counted from 1. */
  public int line() {
    return node.line();
  }

  /** The file it stands in. */
  public YamlFile file() {
    return file;
  }

  /** The keys, in the order written. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Whether {@code key} stands here; to ask for it is to know it. */
  public boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** A scalar as text; a null (nothing after the colon) is absent. */
  public Optional<String> text(String key) {
    return find(key).flatMap(value -> scalar(key, value));
  }

  /** A scalar that must be there; its absence is a problem, and reads as empty text. */
  public String required(String key) {
    var text = text(key);
    if (text.isEmpty() && !entries.containsKey(key)) {
      problem(node, "'" + key + "' is missing");
    } else if (text.isEmpty()) {
      problem(entries.get(key), "'" + key + "' has no value");
    }
    return text.orElse("");
  }

  /** A scalar read by {@code reader}, whose IllegalArgumentException becomes a problem. */
  public <T> Optional<T> read(String key, Function<String, T> reader) {
    return find(key)
        .flatMap(value -> scalar(key, value).flatMap(text -> read(key, value, text, reader)));
  }

  private <T> Optional<T> read(String key, YamlNode at, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (RuntimeException e) {
      problem(at, "'" + key + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  public Optional<Integer> integer(String key) {
    return read(key, text -> number(text, Integer::valueOf));
  }

  public boolean flag(String key, boolean fallback) {
    return read(key, YamlMap::flag).orElse(fallback);
  }

  public Optional<Duration> duration(String key) {
    return read(key, Durations::parse);
  }

  /** A list of scalars; one scalar alone is a list of one. */
  public List<String> texts(String key) {
    return readAll(key, text -> text);
  }

  /** Like {@link #texts}, each read by {@code reader}; a problem stands at the very element. */
  public <T> List<T> readAll(String key, Function<String, T> reader) {
    var found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    var elements =
        found.get() instanceof YamlNode.Sequence sequence
            ? sequence.elements()
            : List.of(found.get());
    var all = new ArrayList<T>();
    for (var element : elements) {
      scalar(key, element).flatMap(text -> read(key, element, text, reader)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** A mapping under {@code key}. */
  public Optional<YamlMap> map(String key) {
    return find(key).flatMap(value -> mapping(key, value));
  }

  /** A list of mappings. */
  public List<YamlMap> maps(String key) {
    var found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (!(found.get() instanceof YamlNode.Sequence sequence)) {
      problem(found.get(), "'" + key + "' is a list ('- …')");
      return List.of();
    }
    var maps = new ArrayList<YamlMap>();
    for (var element : sequence.elements()) {
      mapping(key, element).ifPresent(maps::add);
    }
    return List.copyOf(maps);
  }

  /** The texts that {@code key} may have and no other. */
  public Optional<String> oneOf(String key, String... allowed) {
    return read(key, text -> one(text, List.of(allowed)));
  }

  /** Whether {@code key} holds a mapping, rather than a scalar or a list. */
  public boolean isMap(String key) {
    return entries.get(key) instanceof YamlNode.Mapping;
  }

  /** Adds a mistake at the value of {@code key}, or at this mapping where it has no such key. */
  public void problem(String key, String message) {
    problem(entries.getOrDefault(key, node), message);
  }

  /** Passes over {@code key}: whatever it holds is not read now. */
  public void pass(String key) {
    asked.add(key);
  }

  /**
   * Reports keys that stand twice, and each that was never asked for, with the nearest that was.
   */
  public void finish() {
    if (file.packed()) {
      return;
    }
    repeated.forEach(key -> problem(key, "the key '" + key.text() + "' stands twice"));
    for (var entry : node.entries()) {
      if (!(entry.key() instanceof YamlNode.Scalar key)) {
        problem(entry.key(), "a key is plain text");
      } else if (!asked.contains(key.text())) {
        problem(
            key,
            "unknown key '"
                + key.text()
                + "'"
                + Nearest.to(key.text(), asked)
                    .map(near -> ", did you mean '" + near + "'?")
                    .orElse("; known here: " + String.join(", ", asked)));
      }
    }
  }

  /** Takes every key as asked for: this mapping is free in its keys. */
  public YamlMap free() {
    asked.addAll(entries.keySet());
    return this;
  }

  private Optional<YamlNode> find(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  private Optional<String> scalar(String key, YamlNode value) {
    if (!(value instanceof YamlNode.Scalar scalar)) {
      problem(value, "'" + key + "' is a single value");
      return Optional.empty();
    }
    boolean empty = scalar.text().isEmpty() && scalar.plain();
    return empty ? Optional.empty() : Optional.of(scalar.text());
  }

  private Optional<YamlMap> mapping(String key, YamlNode value) {
    if (value instanceof YamlNode.Mapping mapping) {
      return Optional.of(new YamlMap(file, mapping));
    }
    problem(value, "'" + key + "' holds 'key: value' pairs");
    return Optional.empty();
  }

  private void problem(YamlNode at, String message) {
    file.add(new Problem(file.name(), at.line(), at.column(), message));
  }

  private static <T> T number(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a whole number, not '" + text + "'", e);
    }
  }

  private static String one(String text, List<String> allowed) {
    if (!allowed.contains(text)) {
      throw new IllegalArgumentException(
          "expected " + String.join(" or ", allowed) + ", not '" + text + "'");
    }
    return text;
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("expected true or false, not '" + text + "'");
    };
  }
}
