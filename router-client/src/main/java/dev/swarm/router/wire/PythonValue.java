package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Reads a literal of Python: a text, a number, a truth, None, a list, or a dictionary. */
final class PythonValue {
  private static final int DEEPEST = 16;
  private final Cursor cursor;
  private final int depth;

  PythonValue(Cursor cursor) {
    this(cursor, 0);
  }

  private PythonValue(Cursor cursor, int depth) {
    this.cursor = cursor;
    this.depth = depth;
  }

  /** A value that was read. */
  record Node(JsonNode json) {}

  /** The value that begins here; empty if none does. */
  Optional<Node> read() {
    cursor.space();
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (cursor.peek()) {
      case '"', '\'' -> text().map(text -> new Node(TextNode.valueOf(text)));
      case '[' -> list();
      case '{' -> dictionary();
      default -> word(cursor.name());
    };
  }

  private Optional<Node> word(String word) {
    return switch (word) {
      case "True", "true" -> Optional.of(new Node(BooleanNode.TRUE));
      case "False", "false" -> Optional.of(new Node(BooleanNode.FALSE));
      case "None", "null" -> Optional.of(new Node(NullNode.instance));
      default -> number(word);
    };
  }

  private static Optional<Node> number(String word) {
    try {
      var value = WireJson.ARGUMENTS.readTree(word);
      return value.isNumber() ? Optional.of(new Node(value)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private Optional<String> text() {
    char quote = cursor.next();
    var text = new StringBuilder();
    while (!cursor.atEnd()) {
      char c = cursor.next();
      if (c == quote) {
        return Optional.of(text.toString());
      }
      char meant = c == '\\' ? escaped(cursor.next()) : c;
      if (c == '\\' && meant == '\0') {
        return Optional.empty();
      }
      text.append(meant);
    }
    return Optional.empty();
  }

  /** What stands behind a backslash; NUL for what is not read here. */
  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '\\', '\'', '"' -> c;
      default -> '\0';
    };
  }

  private Optional<Node> list() {
    var list = JsonNodeFactory.instance.arrayNode();
    var _ = cursor.skip("[");
    cursor.space();
    while (!cursor.skip("]")) {
      var element = new PythonValue(cursor, depth + 1).read();
      if (element.isEmpty() || !separated(']')) {
        return Optional.empty();
      }
      list.add(element.get().json());
    }
    return Optional.of(new Node(list));
  }

  private Optional<Node> dictionary() {
    var object = JsonNodeFactory.instance.objectNode();
    var _ = cursor.skip("{");
    cursor.space();
    while (!cursor.skip("}")) {
      var key = new PythonValue(cursor, depth + 1).read().map(Node::json);
      cursor.space();
      var value =
          cursor.skip(":") ? new PythonValue(cursor, depth + 1).read() : Optional.<Node>empty();
      boolean named = key.filter(JsonNode::isTextual).isPresent();
      if (!named || value.isEmpty() || !separated('}') || object.has(key.get().textValue())) {
        return Optional.empty();
      }
      object.set(key.get().textValue(), value.get().json());
    }
    return Optional.of(new Node(object));
  }

  private boolean separated(char end) {
    cursor.space();
    boolean comma = cursor.skip(",");
    cursor.space();
    return comma || cursor.peek() == end;
  }
}
