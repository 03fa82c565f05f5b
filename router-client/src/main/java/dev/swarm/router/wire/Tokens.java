package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.swarm.router.Trouble.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A walk over the JSON of one event. Whatever stands where something else was expected is skipped,
 * and counts as not there; only what is no JSON is refused.
 */
final class Tokens implements AutoCloseable {
  private final JsonParser parser;
  private final byte[] bytes;
  private final int from;

  private Tokens(JsonParser parser, byte[] bytes, int from) {
    this.parser = parser;
    this.bytes = bytes;
    this.from = from;
  }

  static Tokens of(byte[] bytes, int from, int to) throws IOException {
    return new Tokens(WireJson.REPLIES.createParser(bytes, from, to - from), bytes, from);
  }

  /** Something that takes the value of one field; the walk stands on that value's first token. */
  @FunctionalInterface
  interface Field {
    void read(String name) throws IOException;
  }

  /** Something that takes one value of a list. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  /** Moves to the one value of the text, an object. */
  void begin() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new GarbledException(Kind.GARBLED, "it is no JSON object");
    }
  }

  void end() throws IOException {
    if (parser.nextToken() != null) {
      throw new GarbledException(Kind.GARBLED, "something stands behind the JSON object");
    }
  }

  /** Reads the fields of an object; false, and nothing read, where there is none. */
  boolean object(Field field) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      var _ = parser.skipChildren();
      return false;
    }
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      var _ = parser.nextToken();
      field.read(name);
    }
    return true;
  }

  /** Reads the values of a list; a single object counts as a list of one. */
  void list(Element element) throws IOException {
    if (parser.isExpectedStartObjectToken()) {
      element.read();
    } else if (parser.isExpectedStartArrayToken()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        element.read();
      }
    }
  }

  void skip() throws IOException {
    var _ = parser.skipChildren();
  }

  boolean isList() {
    return parser.isExpectedStartArrayToken();
  }

  boolean isObject() {
    return parser.isExpectedStartObjectToken();
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  /** A single value as text; empty where there is none. */
  String text() throws IOException {
    if (parser.currentToken().isScalarValue() && !isNull()) {
      return parser.getText();
    }
    skip();
    return "";
  }

  /** A value as the text of its JSON; that of a string is its content, null is empty. */
  String json() throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return text();
    }
    long start = parser.currentTokenLocation().getByteOffset();
    skip();
    long end = parser.currentLocation().getByteOffset();
    return new String(bytes, from + (int) start, (int) (end - start), StandardCharsets.UTF_8);
  }

  /** A count; 0 where it is none, negative, or beyond all reason. */
  long count() throws IOException {
    if (!parser.currentToken().isNumeric()) {
      skip();
      return 0;
    }
    double value = parser.getDoubleValue();
    return value >= 0 && value <= Integer.MAX_VALUE ? (long) value : 0;
  }

  /** A small number; {@code otherwise} where it is none. */
  int number(int otherwise) throws IOException {
    var text = text();
    return text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
        ? Integer.parseInt(text)
        : otherwise;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
