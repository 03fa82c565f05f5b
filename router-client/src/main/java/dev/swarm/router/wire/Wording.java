package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where servers put the words of an error. */
final class Wording {
  private static final int DEEPEST = 6;
  private static final int MOST = 3;

  /** The best first: Spring has both a title as {@code error} and a {@code message}. */
  private static final List<String> KEYS =
      List.of(
          "message",
          "html-message",
          "msg",
          "error",
          "detail",
          "errors",
          "error_description",
          "reason",
          "title");

  private Wording() {}

  /** The words in {@code node}; empty where there are none. */
  static String of(JsonNode node) {
    return of(node, 0);
  }

  private static String of(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return "";
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .limit(MOST)
          .map(one -> of(one, depth + 1))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("; "));
    }
    return node.isObject() ? ofObject(node, depth) : node.isTextual() ? node.asText() : "";
  }

  private static String ofObject(JsonNode node, int depth) {
    for (var key : KEYS) {
      var text = of(node.path(key), depth + 1);
      if (!text.isBlank()) {
        return place(node.path("loc")) + text;
      }
    }
    return "";
  }

  /** FastAPI names the field apart from what is wrong with it. */
  private static String place(JsonNode loc) {
    if (!loc.isArray() || loc.isEmpty()) {
      return "";
    }
    return StreamSupport.stream(loc.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(".", "", ": "));
  }
}
