package dev.swarm.tools.catalog;

import dev.swarm.tools.yaml.Chosen;
import dev.swarm.tools.yaml.Durations;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the parameters of a tool; what a default breaks is a mistake of the file, not of a call.
 */
final class ParameterReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private ParameterReader() {}

  static List<Parameter> read(YamlMap map) {
    var parameters = new ArrayList<Parameter>();
    for (var name : map.keys()) {
      if (!NAME.matcher(name).matches()) {
        map.problem(name, "a parameter is lower-case letters and digits, not '" + name + "'");
      }
      map.map(name).flatMap(one -> parameter(name, one)).ifPresent(parameters::add);
    }
    map.finish();
    return parameters;
  }

  private static Optional<Parameter> parameter(String name, YamlMap map) {
    var type = map.read("type", text -> Chosen.of(Parameter.Type.class, text));
    if (type.isEmpty() && !map.has("type")) {
      map.problem("type", "'type' is missing");
    }
    var description = map.required("description");
    boolean required = map.flag("required", false);
    var fallback = map.text("default");
    var choices = map.texts("choices");
    var least = bound(map, "min");
    var most = bound(map, "max");
    map.finish();
    var parameter =
        type.map(
            is -> new Parameter(name, is, description, required, fallback, choices, least, most));
    parameter.ifPresent(read -> sound(map, read));
    return parameter;
  }

  private static void sound(YamlMap map, Parameter parameter) {
    if ((parameter.type() == Parameter.Type.CHOICE) == parameter.choices().isEmpty()) {
      map.problem("choices", "'choices' is a list, for the type choice and for no other");
    }
    if (parameter.least().orElse(Long.MIN_VALUE) > parameter.most().orElse(Long.MAX_VALUE)) {
      map.problem("min", "'min' is above 'max': no value would hold");
    }
    if (parameter.required() && parameter.fallback().isPresent()) {
      map.problem("default", "what is required needs no 'default'; leave one of them out");
    }
    parameter
        .fallback()
        .flatMap(value -> ArgumentGrammar.broken(parameter, value))
        .ifPresent(broken -> map.problem("default", "the default " + broken.reason()));
  }

  private static Optional<Long> bound(YamlMap map, String key) {
    return map.read(
        key,
        text ->
            text.matches("-?[0-9]{1,18}")
                ? Long.valueOf(text)
                : (Long) Durations.parse(text).toSeconds());
  }
}
