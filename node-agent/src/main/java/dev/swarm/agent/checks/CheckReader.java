package dev.swarm.agent.checks;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Parameter;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Template;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.Chosen;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Nearest;
import dev.swarm.tools.yaml.Problem;
import dev.swarm.tools.yaml.YamlFile;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads checks from YAML. A check with a mistake is left out and named; the others load. */
public final class CheckReader {
  private static final Pattern ID =
      Pattern.compile("([a-z][a-z0-9-]{0,40})\\.[a-z][a-z0-9-]{0,60}");

  private final Catalog catalog;
  private final Set<String> lists;
  private final Map<CheckId, Check> checks = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CheckReader(Catalog catalog, Set<String> lists) {
    this.catalog = catalog;
    this.lists = lists;
  }

  /**
   * Reads {@code definitions}.
   *
   * @param lists the names that {@code for-each} may name
   */
  public static Checks read(Definitions definitions, Catalog catalog, Set<String> lists) {
    var reader = new CheckReader(catalog, lists);
    reader.problems.addAll(definitions.problems());
    definitions.files().forEach(reader::file);
    return new Checks(reader.checks, reader.problems);
  }

  private void file(Definitions.File source) {
    var file = YamlFile.named(source.name());
    var stated = new HashSet<CheckId>();
    file.root(source)
        .ifPresent(root -> {
          for (var map : root.maps("checks")) {
            check(map)
                .ifPresent(check -> {
                  if (stated.add(check.id())) {
                    checks.put(check.id(), check);
                  } else {
                    map.problem("id", "the check '" + check.id() + "' stands twice");
                  }
                });
          }
          root.finish();
        });
    problems.addAll(file.problems());
  }

  private Optional<Check> check(YamlMap map) {
    int before = map.file().problemCount();
    var id = id(map);
    var tool = tool(map);
    var platforms = platforms(map);
    var known = known(map, tool, platforms);
    var rules = rules(map, known);
    var check =
        new Check(
            id,
            new Area(id.value().replaceAll("\\..*", "")),
            platforms,
            tool,
            arguments(map, tool),
            forEach(map),
            map.read("proof", text -> Chosen.of(Check.Kind.class, text)).orElse(Check.Kind.STATE),
            map.read("applies", Expression::parse),
            map.read("by", Template::parse),
            map.read("subject", Template::parse),
            rules,
            nothing(map),
            words(map),
            map.maps("next").stream().map(this::followUp).toList(),
            covers(map, rules),
            map.flag("escalate", false),
            map.file().name() + ":" + map.line());
    map.finish();
    names(map, check, known);
    return map.file().problemCount() == before ? Optional.of(check) : Optional.empty();
  }

  /** The id, whose first part is the area. */
  private static CheckId id(YamlMap map) {
    var id = map.required("id");
    var area = map.required("area");
    var parts = ID.matcher(id);
    if (!parts.matches()) {
      if (!id.isEmpty()) {
        map.problem("id", "'id' is AREA.NAME in lower case, not '" + id + "'");
      }
      return new CheckId("?");
    }
    if (!area.isEmpty() && !area.equals(parts.group(1))) {
      map.problem("area", "'area' is the first part of the id, " + parts.group(1));
    }
    return new CheckId(id);
  }

  private static void names(YamlMap map, Check check, KnownNames known) {
    check.applies().ifPresent(applies -> known.check(map, "applies", applies.names()));
    check.by().ifPresent(by -> known.check(map, "by", by.names()));
    check.subject().ifPresent(subject -> known.check(map, "subject", subject.names()));
    known.check(map, "covers", map.texts("covers"));
    known.check(map, "title", check.words().title().names());
    known.check(map, "detail", check.words().detail().names());
    known.check(map, "remedy", check.words().remedy().names());
    known.check(map, "see", check.words().see().names());
    known.complete(map, check.arguments().keySet());
  }

  /** The built-in checks were looked at when they were built. */
  private KnownNames known(YamlMap map, String tool, Set<Platform> platforms) {
    return map.file().packed() ? KnownNames.ANY : KnownNames.of(catalog.tool(tool), platforms);
  }

  private String tool(YamlMap map) {
    return known(map, map.required("tool"));
  }

  private String known(YamlMap map, String tool) {
    if (!tool.isEmpty() && catalog.tool(tool).isEmpty()) {
      map.problem(
          "tool", "there is no tool '" + tool + "'" + Nearest.hint(tool, catalog.tools().keySet()));
    }
    return tool;
  }

  private Set<Platform> platforms(YamlMap map) {
    var platforms = EnumSet.noneOf(Platform.class);
    for (var name : map.texts("platforms")) {
      try {
        platforms.add(Chosen.of(Platform.class, name));
      } catch (IllegalArgumentException e) {
        map.problem("platforms", "'platforms': " + e.getMessage());
      }
    }
    return platforms.isEmpty() ? EnumSet.allOf(Platform.class) : platforms;
  }

  private Optional<String> forEach(YamlMap map) {
    var list = map.text("for-each");
    list.filter(name -> !lists.contains(name))
        .ifPresent(name ->
            map.problem(
                "for-each", "swarm.yaml has no list '" + name + "'" + Nearest.hint(name, lists)));
    return list;
  }

  private Map<String, Template> arguments(YamlMap map, String tool) {
    var arguments = new LinkedHashMap<String, Template>();
    map.map("arguments")
        .ifPresent(all -> {
          for (var name : all.keys()) {
            parameter(all, tool, name);
            all.read(name, Template::parse).ifPresent(value -> arguments.put(name, value));
          }
          all.finish();
        });
    return arguments;
  }

  private void parameter(YamlMap at, String tool, String name) {
    var names =
        catalog.tool(tool).stream()
            .flatMap(known -> known.parameters().stream())
            .map(Parameter::name)
            .toList();
    if (catalog.tool(tool).isPresent() && !names.contains(name)) {
      at.problem(name, tool + " has no parameter '" + name + "'" + Nearest.hint(name, names));
    }
  }

  private static List<Check.Rule> rules(YamlMap map, KnownNames known) {
    var rules = new ArrayList<Check.Rule>();
    var stated = map.maps("severity");
    stated.forEach(one -> one.keys().forEach(name -> rule(one, name, known).ifPresent(rules::add)));
    stated.forEach(one -> one.free().finish());
    if (stated.isEmpty()) {
      map.problem("severity", "'severity' is missing: a list such as '- warning: \"used > 90\"'");
    }
    return rules;
  }

  private static Optional<Check.Rule> rule(YamlMap map, String name, KnownNames known) {
    try {
      var severity = Chosen.of(Severity.class, name);
      var when = map.read(name, Expression::parse);
      when.ifPresent(condition -> known.check(map, name, condition.names()));
      return when.map(condition -> new Check.Rule(severity, condition));
    } catch (IllegalArgumentException e) {
      map.problem(name, "'severity': " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Check.Nothing nothing(YamlMap map) {
    if (map.isMap("none")) {
      var none = map.map("none").orElseThrow();
      var nothing =
          new Check.Nothing(
              none.read("state", CheckReader::state).orElse(CoverageState.OK),
              none.text("reason").orElse("nothing of the kind was seen"));
      none.finish();
      return nothing;
    }
    var state = map.read("none", CheckReader::state).orElse(CoverageState.OK);
    return new Check.Nothing(
        state, state == CoverageState.OK ? "looked, and there is none" : "there is none here");
  }

  private static CoverageState state(String text) {
    return switch (text) {
      case "ok" -> CoverageState.OK;
      case "not-applicable" -> CoverageState.NOT_APPLICABLE;
      default ->
          throw new IllegalArgumentException("expected ok or not-applicable, not '" + text + "'");
    };
  }

  private static Check.Words words(YamlMap map) {
    return new Check.Words(
        template(map, "title"),
        map.read("detail", Template::parse).orElseGet(() -> Template.parse("")),
        template(map, "remedy"),
        map.read("see", Template::parse).orElseGet(() -> Template.parse("")),
        map.required("threshold"),
        map.required("source"),
        map.required("why").strip(),
        map.text("privilege").orElse(""));
  }

  private static Template template(YamlMap map, String key) {
    if (!map.has(key)) {
      map.problem(key, "'" + key + "' is missing");
    }
    return map.read(key, Template::parse).orElseGet(() -> Template.parse(""));
  }

  private Check.FollowUp followUp(YamlMap map) {
    var tool = tool(map);
    var followUp = new Check.FollowUp(tool, arguments(map, tool));
    KnownNames.of(catalog.tool(tool), Set.of(Platform.values()))
        .complete(map, followUp.arguments().keySet());
    map.finish();
    return followUp;
  }

  private static Set<String> covers(YamlMap map, List<Check.Rule> rules) {
    var covers = new HashSet<>(map.texts("covers"));
    if (covers.isEmpty()) {
      rules.forEach(rule -> covers.addAll(rule.when().names()));
    }
    return covers;
  }
}
