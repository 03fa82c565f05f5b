package dev.swarm.agent.checks;

import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Field;
import dev.swarm.tools.yaml.Nearest;
import dev.swarm.tools.yaml.YamlMap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a check may use: the fields of its tool's rows, in whatever form, and those that
 * every expression knows. A misspelt one would be missing for ever, and the check never answer.
 *
 * @param tool empty where nothing can be said: there is none, or it was read for other platforms
 */
record KnownNames(Optional<Tool> tool) {

  static final KnownNames ANY = new KnownNames(Optional.empty());

  /** Those of {@code tool}, if it was read with a form for one of {@code platforms}. */
  static KnownNames of(Optional<Tool> tool, Set<Platform> platforms) {
    return new KnownNames(
        tool.filter(one -> platforms.stream().anyMatch(on -> !one.forms(on).isEmpty())));
  }

  /** Names what is used under {@code key} and exists nowhere. */
  void check(YamlMap map, String key, Collection<String> used) {
    if (tool.isEmpty()) {
      return;
    }
    var fields = fields(tool.get());
    for (var name : new TreeSet<>(used)) {
      if (!fields.contains(name) && !Field.TAKEN.contains(name)) {
        map.problem(
            key,
            "'"
                + key
                + "': rows of "
                + tool.get().name()
                + " have no field '"
                + name
                + "'"
                + Nearest.hint(name, fields));
      }
    }
  }

  /** Names the arguments that the tool needs and {@code given} lacks. */
  void complete(YamlMap map, Set<String> given) {
    tool.map(Tool::parameters).orElse(List.of()).stream()
        .filter(Parameter::required)
        .map(Parameter::name)
        .filter(name -> !given.contains(name))
        .forEach(name ->
            map.problem(
                "arguments", tool.orElseThrow().name() + " needs the argument '" + name + "'"));
  }

  private static Set<String> fields(Tool tool) {
    var names = new TreeSet<String>();
    tool.forms().values().stream()
        .flatMap(List::stream)
        .flatMap(form -> form.rows().fields().stream())
        .map(Field::name)
        .forEach(names::add);
    return names;
  }
}
