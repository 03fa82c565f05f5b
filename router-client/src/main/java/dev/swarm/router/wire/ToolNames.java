package dev.swarm.router.wire;

import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tool a model means by a name. */
final class ToolNames {
  private final Toolset tools;

  ToolNames(Toolset tools) {
    this.tools = tools;
  }

  /** The tool of that name, or the only one whose name differs in case and separators alone. */
  Optional<ToolSpec> find(String name) {
    var cut = cut(name);
    return tools.tool(cut).or(() -> alike(cut));
  }

  /** What the model is told of a name that is no tool's. */
  String unknown(String name) {
    var names = tools.tools().stream().map(ToolSpec::name).collect(Collectors.joining(", "));
    return "no tool '%s'; available: %s"
        .formatted(Excerpt.of(name, 80), names.isEmpty() ? "none" : names);
  }

  /** A name that any server takes back in a history. */
  static String sendable(String name) {
    var safe = cut(name).replaceAll("[^a-zA-Z0-9_-]", "_");
    return safe.isEmpty() ? "unknown" : safe.substring(0, Math.min(64, safe.length()));
  }

  /** Without the marks of channels that leak from gpt-oss, and its name space. */
  private static String cut(String name) {
    int mark = name.indexOf("<|");
    var cut = (mark < 0 ? name : name.substring(0, mark)).strip();
    return cut.startsWith("functions.") ? cut.substring("functions.".length()) : cut;
  }

  private Optional<ToolSpec> alike(String name) {
    var wanted = bare(name);
    var alike = tools.tools().stream().filter(tool -> bare(tool.name()).equals(wanted)).toList();
    return alike.size() == 1 && !wanted.isEmpty()
        ? Optional.of(alike.getFirst())
        : Optional.empty();
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. :/]", "");
  }
}
