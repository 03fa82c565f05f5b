package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.wire.Piece.CallPiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code message} or a {@code delta}. One use. */
final class PieceReader {
  /** Calls in one reply; more come only from a model or a server run wild. */
  static final int MOST_CALLS = 256;

  private final Tokens tokens;
  private String text = "";
  private String reasoning = "";
  private String thoughts = "";
  private String refusal = "";
  private List<CallPiece> calls = List.of();

  PieceReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Piece read() throws IOException {
    var _ = tokens.object(this::field);
    return new Piece(text, reasoning.isEmpty() ? thoughts : reasoning, refusal, calls);
  }

  /** What is said of more calls than that. */
  static GarbledException tooManyCalls() {
    return new GarbledException(Kind.TOO_LARGE, "it has more than " + MOST_CALLS + " calls");
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "content" -> content();
      // llama.cpp, DeepSeek and SGLang use the first name; vLLM and OpenRouter the second
      case "reasoning_content", "reasoning" -> reasoning(tokens.text());
      case "refusal" -> refusal = tokens.text();
      case "tool_calls" -> calls();
      case "function_call" -> functionCall();
      default -> tokens.skip();
    }
  }

  private void reasoning(String given) {
    if (!given.isEmpty()) {
      reasoning = given;
    }
  }

  private void content() throws IOException {
    if (!tokens.isList()) {
      text = tokens.text();
      return;
    }
    var parts = new PartsReader(tokens);
    parts.read();
    text = parts.text();
    thoughts = parts.thoughts();
  }

  private void calls() throws IOException {
    var read = new ArrayList<CallPiece>();
    tokens.list(() -> {
      if (read.size() == MOST_CALLS) {
        throw tooManyCalls();
      }
      new CallReader(tokens).read().ifPresent(read::add);
    });
    calls = List.copyOf(read);
  }

  private void functionCall() throws IOException {
    var call = new CallReader(tokens).read();
    if (calls.isEmpty()) {
      calls = call.stream().toList();
    }
  }
}
