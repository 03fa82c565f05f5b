package dev.swarm.router.wire;

import java.io.IOException;

/** Reads a content that is a list of parts: texts, and at Mistral thinking among them. One use. */
final class PartsReader {
  private final Tokens tokens;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();

  PartsReader(Tokens tokens) {
    this.tokens = tokens;
  }

  void read() throws IOException {
    tokens.list(this::part);
  }

  String text() {
    return text.toString();
  }

  String thoughts() {
    return thoughts.toString();
  }

  private void part() throws IOException {
    if (tokens.isObject()) {
      var _ = tokens.object(this::field);
    } else {
      text.append(tokens.text());
    }
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "text" -> text.append(tokens.text());
      case "thinking" -> thinking();
      default -> tokens.skip();
    }
  }

  private void thinking() throws IOException {
    if (!tokens.isList()) {
      thoughts.append(tokens.text());
      return;
    }
    var inner = new PartsReader(tokens);
    inner.read();
    thoughts.append(inner.text);
  }
}
