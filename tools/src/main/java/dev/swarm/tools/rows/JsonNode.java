package dev.swarm.tools.rows;

import java.util.List;
import java.util.Map;

/** A part of a JSON document that knows its lines. */
sealed interface JsonNode {
  /** Where it stands in the text, counted from 1. */
  Span span();

  /** From the line of its first token to that of its last. */
  record Span(int first, int last) {}

  /** Text, number, or true and false. */
  record Scalar(String text, Span span) implements JsonNode {}

  record Null(Span span) implements JsonNode {}

  record Elements(List<JsonNode> nodes, Span span) implements JsonNode {}

  record Members(Map<String, JsonNode> nodes, Span span) implements JsonNode {}
}
