package dev.swarm.router.wire;

import dev.swarm.router.wire.Piece.CallPiece;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a call, or a piece of one. Name and arguments stand in {@code function}, at some servers
 * beside it; arguments are a text, at some an object. One use.
 */
final class CallReader {
  private final Tokens tokens;
  private int index = CallPiece.NO_INDEX;
  private String id = "";
  private String tool = "";
  private String arguments = "";

  CallReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The call; empty where there is none. */
  Optional<CallPiece> read() throws IOException {
    return tokens.object(this::field)
        ? Optional.of(new CallPiece(index, id, tool, arguments))
        : Optional.empty();
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "index" -> index = tokens.number(CallPiece.NO_INDEX);
      case "id" -> id = tokens.text();
      case "function" -> {
        var _ = tokens.object(this::field);
      }
      case "name" -> tool = tokens.text();
      case "arguments" -> arguments = tokens.json();
      default -> tokens.skip();
    }
  }
}
