package dev.swarm.router.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** Reads one of the choices. One use. */
final class ChoiceReader {
  private final Tokens tokens;
  private int index;
  private boolean whole;
  private Piece piece = Piece.NOTHING;
  private String finish = "";
  private String error = "";

  ChoiceReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads it; false if there is no object. */
  boolean read() throws IOException {
    return tokens.object(this::field);
  }

  /** An error's JSON within an object of its own; empty where the field holds none. */
  static String error(Tokens tokens) throws IOException {
    var json = tokens.json();
    return switch (json) {
      case "", "{}", "[]", "false" -> "";
      default -> "{\"error\":" + (isJson(json) ? json : quoted(json)) + "}";
    };
  }

  int index() {
    return index;
  }

  boolean whole() {
    return whole;
  }

  Piece piece() {
    return piece;
  }

  String finish() {
    return finish;
  }

  String error() {
    return error;
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "index" -> index = tokens.number(0);
      case "delta" -> piece(false);
      case "message" -> piece(true);
      case "finish_reason" -> finish = tokens.text();
      case "error" -> error = error(tokens);
      default -> tokens.skip();
    }
  }

  private void piece(boolean message) throws IOException {
    var read = new PieceReader(tokens).read();
    if (piece.isEmpty() || !read.isEmpty()) {
      piece = read;
      whole = message;
    }
  }

  private static boolean isJson(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
