package dev.swarm.router.chat;

import java.util.regex.Pattern;

/**
 * A tool as a model sees it; the same three things as in MCP.
 *
 * @param name at most 64 of {@code [a-zA-Z0-9_-]} (the contract's)
 * @param input the JSON Schema of its arguments: an object's
 */
public record ToolSpec(String name, String description, Schema input) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  public ToolSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a tool's name has 1 to 64 letters, digits, _ or -, not '" + name + "'");
    }
  }
}
