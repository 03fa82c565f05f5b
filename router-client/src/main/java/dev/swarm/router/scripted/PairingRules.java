package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls and their results. */
final class PairingRules {
  private static final Pattern NINE = Pattern.compile("[a-zA-Z0-9]{9}");

  private PairingRules() {}

  static Optional<Refusal> paired(ObjectNode json) {
    Set<String> open = new LinkedHashSet<>();
    for (var message : json.path("messages")) {
      if (Rule.role(message).equals("tool")) {
        if (!open.remove(message.path("tool_call_id").asText(""))) {
          return orphan();
        }
        continue;
      }
      if (!open.isEmpty()) {
        return unanswered(open);
      }
      open.addAll(ids(message));
    }
    return open.isEmpty() ? Optional.empty() : unanswered(open);
  }

  private static Optional<Refusal> orphan() {
    return Optional.of(
        Refusal.openai(
            400,
            "Invalid parameter: messages with role 'tool' must be a response to a preceeding"
                + " message with 'tool_calls'.",
            "invalid_request_error",
            Optional.of("messages"),
            Optional.empty()));
  }

  private static Optional<Refusal> unanswered(Set<String> open) {
    return Optional.of(
        Refusal.openai(
            400,
            "An assistant message with 'tool_calls' must be followed by tool messages responding"
                + " to each 'tool_call_id'. The following tool_call_ids did not have response"
                + " messages: "
                + String.join(", ", open),
            "invalid_request_error",
            Optional.of("messages"),
            Optional.empty()));
  }

  static Optional<Refusal> unique(ObjectNode json) {
    var seen = new HashSet<String>();
    for (var message : json.path("messages")) {
      for (var id : ids(message)) {
        if (!seen.add(id)) {
          return Optional.of(
              Refusal.openai(
                  400, "Duplicate tool call id: " + id, "invalid_request_error", "duplicate_id"));
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> nine(ObjectNode json) {
    for (var message : json.path("messages")) {
      var ids = new ArrayList<>(ids(message));
      if (Rule.role(message).equals("tool")) {
        ids.add(message.path("tool_call_id").asText(""));
      }
      for (var id : ids) {
        if (!NINE.matcher(id).matches()) {
          return Optional.of(
              Refusal.flat(
                  400,
                  "Tool call id was " + id + " but must be a-z, A-Z, 0-9, with a length of 9.",
                  "invalid_request_error",
                  3280));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> ids(JsonNode message) {
    var ids = new ArrayList<String>();
    message.path("tool_calls").forEach(call -> ids.add(call.path("id").asText("")));
    return ids;
  }
}
