package dev.swarm.agent.investigation;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.catalog.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recognises a call that was made before, though its arguments are written a little otherwise. */
final class RepeatedCalls {
  private final Catalog catalog;

  RepeatedCalls(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The look that this call, or one to the same effect, gave before. */
  Optional<Look> of(ToolCall call, Conversation conversation) {
    return conversation.looks().stream().filter(look -> same(look.call(), call)).findFirst();
  }

  /** Whether both calls would do the same. */
  boolean same(ToolCall one, ToolCall other) {
    return one.tool().equals(other.tool()) && plain(one).equals(plain(other));
  }

  /** Without blanks and slashes at the end, and with what is left out filled in. */
  private Map<String, String> plain(ToolCall call) {
    var plain = new TreeMap<String, String>();
    for (var tool : catalog.tool(call.tool()).stream().toList()) {
      for (var parameter : tool.parameters()) {
        parameter.fallback().ifPresent(value -> plain.put(parameter.name(), value));
      }
    }
    call.arguments().forEach((name, value) -> plain.put(name, trimmed(value)));
    return plain;
  }

  private static String trimmed(String value) {
    var text = value.strip();
    return text.length() > 1 && text.startsWith("/") && text.endsWith("/")
        ? text.substring(0, text.length() - 1)
        : text;
  }
}
