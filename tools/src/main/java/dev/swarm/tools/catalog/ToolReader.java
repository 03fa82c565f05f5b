package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.Chosen;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one tool. */
final class ToolReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private ToolReader() {}

  /** The tool, or empty with its mistakes noted in the file. */
  static Optional<Tool> read(YamlMap map, Set<Platform> platforms) {
    int before = map.file().problemCount();
    var name = name(map, "name");
    var area = name(map, "area");
    var description = map.required("description");
    var cost = map.read("cost", text -> Chosen.of(Tool.Cost.class, text)).orElse(Tool.Cost.CHEAP);
    var parameters = map.map("parameters").map(ParameterReader::read).orElse(List.of());
    int sound = map.file().problemCount();
    var forms = forms(map, parameters, platforms);
    if (map.file().problemCount() == sound && !map.file().packed()) {
      used(map, parameters, forms);
    }
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

  private static Map<Platform, List<Form>> forms(
      YamlMap map, List<Parameter> parameters, Set<Platform> platforms) {
    var forms = new EnumMap<Platform, List<Form>>(Platform.class);
    var shared = map.map("rows").flatMap(RowRulesReader::read);
    boolean stated = map.has("rows");
    for (var platform : Platform.values()) {
      if (map.file().packed() && !platforms.contains(platform)) {
        map.pass(platform.id());
        continue;
      }
      var read = new ArrayList<Form>();
      for (var form : map.maps(platform.id())) {
        FormReader.read(form, shared, stated, parameters).ifPresent(read::add);
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

  private static void used(
      YamlMap map, List<Parameter> parameters, Map<Platform, List<Form>> forms) {
    var named =
        forms.values().stream()
            .flatMap(List::stream)
            .flatMap(form -> SourceReader.named(form.source()).stream())
            .toList();
    for (var parameter : parameters) {
      if (!named.contains(parameter.name())) {
        map.problem("parameters", "no form uses the parameter '" + parameter.name() + "'");
      }
    }
  }
}
