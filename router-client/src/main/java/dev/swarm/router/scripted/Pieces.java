package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Cuts a whole reply into pieces, as llama-server does: whatever is odd in it stays odd. */
final class Pieces {
  private final ObjectNode body;
  private final int size;
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces(ObjectNode body, int size) {
    this.body = body;
    this.size = size;
  }

  /**
   * @param size characters in one piece of a text
   * @param usage whether the usage comes last, in a chunk without choices
   */
  static List<Piece> of(ObjectNode body, int size, boolean usage) {
    var pieces = new Pieces(body, size);
    pieces.cut(usage);
    return pieces.pieces;
  }

  private void cut(boolean usage) {
    if (body.has("error")) {
      pieces.add(new Piece.Chunk(body));
      return;
    }
    var choice = body.path("choices").path(0);
    if (choice.isObject()) {
      message(choice.path("message"));
      var last = chunk();
      var end = last.putArray("choices").addObject();
      end.put("index", 0).putObject("delta");
      end.set("finish_reason", choice.path("finish_reason"));
      pieces.add(new Piece.Chunk(last));
    } else {
      pieces.add(new Piece.Chunk(chunk().set("choices", body.path("choices"))));
    }
    if (usage) {
      var last = chunk();
      last.putArray("choices");
      last.set("usage", body.path("usage"));
      pieces.add(new Piece.Chunk(last));
    }
    pieces.add(Piece.done());
  }

  private void message(JsonNode message) {
    delta().put("role", "assistant").putNull("content");
    for (var field : List.of("reasoning_content", "reasoning", "content", "refusal")) {
      for (var part : parts(message.path(field).asText(""))) {
        delta().put(field, part);
      }
    }
    var calls = message.path("tool_calls");
    for (int i = 0; i < calls.size(); i++) {
      call(calls.get(i), i);
    }
  }

  private void call(JsonNode call, int index) {
    var arguments = call.path("function").path("arguments");
    var parts = parts(arguments.isTextual() ? arguments.asText() : "");
    var first = delta().putArray("tool_calls").addObject().put("index", index);
    call.propertyStream()
        .filter(field -> !field.getKey().equals("function"))
        .forEach(field -> first.set(field.getKey(), field.getValue()));
    var function = ((ObjectNode) call.path("function")).deepCopy();
    first.set("function", function);
    if (!parts.isEmpty()) {
      function.put("arguments", parts.getFirst());
    }
    for (int i = 1; i < parts.size(); i++) {
      delta()
          .putArray("tool_calls")
          .addObject()
          .put("index", index)
          .putObject("function")
          .put("arguments", parts.get(i));
    }
  }

  /** Never cuts between the halves of one character. */
  private List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + size);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to++;
      }
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private ObjectNode delta() {
    var chunk = chunk();
    var choice = chunk.putArray("choices").addObject().put("index", 0);
    pieces.add(new Piece.Chunk(chunk));
    var delta = choice.putObject("delta");
    choice.putNull("finish_reason");
    return delta;
  }

  private ObjectNode chunk() {
    var chunk = Json.object();
    for (var field : List.of("id", "created", "model")) {
      if (body.has(field)) {
        chunk.set(field, body.get(field));
      }
    }
    return chunk.put("object", "chat.completion.chunk");
  }
}
