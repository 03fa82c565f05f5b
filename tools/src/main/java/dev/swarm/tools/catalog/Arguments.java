package dev.swarm.tools.catalog;

import dev.swarm.tools.yaml.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks the arguments of a call against the tool's parameters; nothing is ever guessed. */
public sealed interface Arguments {
  int LONGEST_SHOWN = 40;

  /** Every value holds, defaults filled in; an optional one without default is not in the map. */
  record Valid(Map<String, String> values) implements Arguments {
    public Valid {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** The first value that does not hold, and the rule that it breaks. */
  record Invalid(String rule, String reason) implements Arguments {}

  /** Checks {@code given} for {@code tool}. */
  static Arguments check(Tool tool, Map<String, String> given) {
    var names = tool.parameters().stream().map(Parameter::name).toList();
    for (var name : given.keySet()) {
      if (!names.contains(name)) {
        return new Invalid(
            "argument.unknown",
            "'"
                + shown(name)
                + "' is no parameter of "
                + tool.name()
                + Nearest.hint(name, names)
                + (names.isEmpty() ? "; it takes none" : "; it takes " + String.join(", ", names)));
      }
    }
    var values = new LinkedHashMap<String, String>();
    for (var parameter : tool.parameters()) {
      var value = given.get(parameter.name());
      if (value == null && parameter.fallback().isPresent()) {
        values.put(parameter.name(), parameter.fallback().get());
      } else if (value == null && parameter.required()) {
        return new Invalid("argument.missing", tool.name() + " needs '" + parameter.name() + "'");
      } else if (value != null) {
        var broken = ArgumentGrammar.broken(parameter, value);
        if (broken.isPresent()) {
          return broken.get();
        }
        values.put(parameter.name(), value);
      }
    }
    return new Valid(values);
  }

  private static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }
}
