package dev.swarm.tools.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.swarm.tools.rows.JsonNode.Elements;
import dev.swarm.tools.rows.JsonNode.Members;
import dev.swarm.tools.rows.JsonNode.Null;
import dev.swarm.tools.rows.JsonNode.Scalar;
import dev.swarm.tools.rows.JsonNode.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON document token by token, so that each part knows the lines it stands on. */
final class JsonDocument {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final int lastLine;

  private JsonDocument(JsonParser parser, int lastLine) {
    this.parser = parser;
    this.lastLine = lastLine;
  }

  /**
   * Reads {@code lines} as one document.
   *
   * @throws JsonProcessingException where it is broken, with the line and what was expected
   */
  static JsonNode read(List<String> lines) throws IOException {
    try (JsonParser parser = FACTORY.createParser(String.join("\n", lines))) {
      JsonDocument document = new JsonDocument(parser, lines.size());
      parser.nextToken();
      JsonNode node = document.node();
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "text after the end of the document");
      }
      return node;
    }
  }

  private JsonNode node() throws IOException {
    int first = line();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return members(first);
    }
    if (token == JsonToken.START_ARRAY) {
      return elements(first);
    }
    Span span = new Span(first, first);
    return token == JsonToken.VALUE_NULL ? new Null(span) : new Scalar(parser.getText(), span);
  }

  private JsonNode members(int first) throws IOException {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, node());
    }
    return new Members(members, new Span(first, line()));
  }

  private JsonNode elements(int first) throws IOException {
    List<JsonNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(node());
    }
    return new Elements(elements, new Span(first, line()));
  }

  /** A lone carriage return counts as a line end for the parser, and as none for us. */
  private int line() {
    return Math.min(parser.currentTokenLocation().getLineNr(), lastLine);
  }
}
