package dev.swarm.router.wire;

import java.util.Optional;

/** A place in a text that moves forward over what it expects. */
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character; NUL at the end. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  char next() {
    char c = peek();
    at += atEnd() ? 0 : 1;
    return c;
  }

  void space() {
    while (!atEnd() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** Steps over {@code expected} if it stands here. */
  boolean skip(String expected) {
    boolean here = text.startsWith(expected, at);
    at += here ? expected.length() : 0;
    return here;
  }

  boolean isBefore(String expected) {
    return text.startsWith(expected, at);
  }

  /** What stands before {@code mark}, and steps over both; empty if it does not follow. */
  Optional<String> until(String mark) {
    int end = text.indexOf(mark, at);
    if (end < 0) {
      return Optional.empty();
    }
    var before = text.substring(at, end);
    at = end + mark.length();
    return Optional.of(before);
  }

  /** All that follows. */
  String rest() {
    var rest = text.substring(at);
    at = text.length();
    return rest;
  }

  /** The JSON object or list that begins here, complete or not at all. */
  Optional<String> json() {
    if (peek() != '{' && peek() != '[') {
      return Optional.empty();
    }
    var json = new JsonEnd();
    for (int i = at; i < text.length() && json.depth() <= WireJson.DEEPEST; i++) {
      if (json.next(text.charAt(i))) {
        var value = text.substring(at, i + 1);
        at = i + 1;
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** A name of letters, digits and {@code _ . -}; empty if there is none. */
  String name() {
    int start = at;
    while (!atEnd() && isNamed(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isNamed(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }
}
