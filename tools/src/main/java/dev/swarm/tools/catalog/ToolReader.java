package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one tool. */
final class ToolReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private ToolReader() {}

  /** The tool, or empty with its mistakes noted in the file. */
  static Optional<Tool> read(YamlMap map) {
    int before = map.file().problemCount();
    var name = name(map, "name");
    var area = name(map, "area");
    var description = map.required("description");
    var cost = map.read("cost", text -> choice(Tool.Cost.class, text)).orElse(Tool.Cost.CHEAP);
    var parameters = parameters(map);
    var forms = forms(map, parameters);
    map.finish();
    var tool =
        new Tool(
            name,
            description.strip(),
            area,
            cost,
            parameters,
            forms,
            map.file().name() + ":" + map.line());
    return map.file().problemCount() == before ? Optional.of(tool) : Optional.empty();
  }

  /** A lower-case name with hyphens. */
  static String name(YamlMap map, String key) {
    var name = map.required(key);
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      map.problem(key, "'" + key + "' is lower-case words joined by hyphens, not '" + name + "'");
    }
    return name;
  }

  /** An enum constant by its YAML name. */
  static <E extends Enum<E>> E choice(Class<E> type, String text) {
    var names = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      var name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text)) {
        return constant;
      }
      names.add(name);
    }
    throw new IllegalArgumentException(
        "expected one of " + String.join(", ", names) + ", not '" + text + "'");
  }

  private static List<Parameter> parameters(YamlMap map) {
    var parameters = new ArrayList<Parameter>();
    map.map("parameters")
        .ifPresent(all -> {
          for (var name : all.keys()) {
            all.map(name).ifPresent(one -> parameters.add(parameter(name, one)));
          }
        });
    return parameters;
  }

  private static Parameter parameter(String name, YamlMap map) {
    var type = map.read("type", text -> choice(Parameter.Type.class, text));
    if (type.isEmpty() && !map.has("type")) {
      map.problem("type", "'type' is missing");
    }
    var fallback = map.text("default");
    var parameter =
        new Parameter(
            name,
            type.orElse(Parameter.Type.NAME),
            map.text("description").orElse(""),
            map.flag("required", false),
            fallback,
            map.texts("choices"),
            bound(map, "min"),
            bound(map, "max"));
    map.finish();
    return parameter;
  }

  private static Optional<Long> bound(YamlMap map, String key) {
    return map.read(
        key,
        text ->
            text.matches("-?[0-9]{1,18}")
                ? Long.valueOf(text)
                : (Long) dev.swarm.tools.yaml.Durations.parse(text).toSeconds());
  }

  private static Map<Platform, List<Form>> forms(YamlMap map, List<Parameter> parameters) {
    var forms = new EnumMap<Platform, List<Form>>(Platform.class);
    var shared = map.map("rows").flatMap(RowRulesReader::read);
    for (var platform : Platform.values()) {
      var read = new ArrayList<Form>();
      for (var form : map.maps(platform.id())) {
        FormReader.read(form, shared, parameters).ifPresent(read::add);
      }
      if (!read.isEmpty()) {
        forms.put(platform, List.copyOf(read));
      }
    }
    if (forms.isEmpty() && !map.has("linux") && !map.has("macos")) {
      map.problem("name", "a tool has at least one form under 'linux:' or 'macos:'");
    }
    return forms;
  }
}
