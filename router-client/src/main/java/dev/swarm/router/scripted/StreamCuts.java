package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Streams that are odd: rows 14 to 17, 35 and 36. */
final class StreamCuts {
  private StreamCuts() {}

  static void withoutDone(List<Piece> pieces) {
    pieces.remove(Piece.done());
  }

  static void withoutEnd(List<Piece> pieces) {
    withoutDone(pieces);
    pieces.removeIf(
        piece -> choice(piece).map(choice -> !choice.path("finish_reason").isNull()).orElse(true));
  }

  static void finishTwice(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      var choice = choice(pieces.get(i)).orElseGet(Json::object);
      if (choice.hasNonNull("finish_reason")) {
        var early = ((Piece.Chunk) pieces.get(i)).json().deepCopy();
        ((ObjectNode) early.path("choices").get(0)).put("finish_reason", "stop");
        pieces.add(i, new Piece.Chunk(early));
        return;
      }
    }
  }

  static void roleRepeated(List<Piece> pieces) {
    pieces.forEach(piece -> delta(piece).ifPresent(delta -> delta.put("role", "assistant")));
  }

  /** Before each piece but the last one: the usage at the end is the one that counts. */
  static void usages(List<Piece> pieces) {
    var usage = Json.object().put("object", "chat.completion.chunk");
    usage.putArray("choices");
    usage.putObject("usage").put("prompt_tokens", 1).put("completion_tokens", 1);
    between(new Piece.Chunk(usage).wire()).accept(pieces.subList(0, pieces.size() - 1));
  }

  static void indexZero(List<Piece> pieces) {
    calls(pieces, call -> call.put("index", 0));
  }

  static void indexAbsent(List<Piece> pieces) {
    calls(pieces, call -> call.remove("index"));
  }

  private static void calls(List<Piece> pieces, Consumer<ObjectNode> change) {
    for (var piece : pieces) {
      delta(piece)
          .ifPresent(
              delta -> delta.path("tool_calls").forEach(call -> change.accept((ObjectNode) call)));
    }
  }

  /** One piece of each call after another, as parallel decoding would send them. */
  static void mixed(List<Piece> pieces) {
    var byCall = new ArrayList<List<Piece>>();
    int at = -1;
    for (int i = 0; i < pieces.size(); i++) {
      var call = call(pieces.get(i));
      if (call.isPresent()) {
        at = at < 0 ? i : at;
        int index = call.get().path("index").asInt();
        while (byCall.size() <= index) {
          byCall.add(new ArrayList<>());
        }
        byCall.get(index).add(pieces.get(i));
      }
    }
    if (at >= 0) {
      pieces.removeIf(piece -> call(piece).isPresent());
      pieces.addAll(at, inTurns(byCall));
    }
  }

  private static List<Piece> inTurns(List<List<Piece>> byCall) {
    var mixed = new ArrayList<Piece>();
    boolean more = true;
    for (int round = 0; more; round++) {
      more = false;
      for (var pieces : byCall) {
        if (round < pieces.size()) {
          mixed.add(pieces.get(round));
          more = true;
        }
      }
    }
    return mixed;
  }

  static void callsLost(List<Piece> pieces) {
    pieces.removeIf(piece -> call(piece).isPresent());
  }

  /** After about half of the pieces, as OpenRouter does. */
  static void error(List<Piece> pieces) {
    pieces.subList((pieces.size() + 1) / 2, pieces.size()).clear();
    var error = Json.object().put("id", "gen-1").put("object", "chat.completion.chunk");
    error.putObject("error").put("code", 502).put("message", "Provider disconnected");
    error
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", "error")
        .putObject("delta")
        .put("content", "");
    pieces.add(new Piece.Chunk(error));
  }

  static Consumer<List<Piece>> between(String line) {
    return pieces -> {
      for (int i = pieces.size() - 1; i >= 0; i--) {
        pieces.add(i, new Piece.Line(line));
      }
    };
  }

  private static Optional<JsonNode> call(Piece piece) {
    return delta(piece).map(delta -> delta.path("tool_calls").path(0)).filter(JsonNode::isObject);
  }

  private static Optional<ObjectNode> delta(Piece piece) {
    return choice(piece).map(choice -> (ObjectNode) choice.get("delta"));
  }

  /** The choice of a piece that has one. */
  private static Optional<ObjectNode> choice(Piece piece) {
    return switch (piece) {
      case Piece.Line _ -> Optional.empty();
      case Piece.Chunk(var json) ->
          json.path("choices").path(0) instanceof ObjectNode choice
              ? Optional.of(choice)
              : Optional.empty();
    };
  }
}
