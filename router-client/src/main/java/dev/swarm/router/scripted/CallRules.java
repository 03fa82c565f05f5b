package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** The form of calls in the history. */
final class CallRules {
  private CallRules() {}

  static Optional<Refusal> typed(ObjectNode json) {
    return each(
        json,
        call ->
            call.path("type").asText("").equals("function") && call.path("function").isObject()
                ? Optional.empty()
                : Optional.of(
                    Refusal.llama(500, "Missing tool call type: " + call, "server_error")));
  }

  static Optional<Refusal> text(ObjectNode json) {
    return each(
        json,
        call ->
            arguments(call).isTextual()
                ? Optional.empty()
                : Optional.of(
                    Refusal.openai(
                        400,
                        "Invalid type for 'messages[].tool_calls[].function.arguments': expected"
                            + " a string, but got an object instead.",
                        "invalid_request_error",
                        "invalid_type")));
  }

  static Optional<Refusal> parse(ObjectNode json) {
    return each(
        json,
        call ->
            !arguments(call).isTextual() || Json.parsed(arguments(call).asText()).isPresent()
                ? Optional.empty()
                : Optional.of(
                    Refusal.llama(
                        500,
                        "Failed to parse tool call arguments as JSON:"
                            + " [json.exception.parse_error.101] parse error at line 1, column "
                            + (arguments(call).asText().length() + 1)
                            + ": syntax error while parsing value",
                        "server_error")));
  }

  static Optional<Refusal> object(ObjectNode json) {
    return each(
        json,
        call ->
            Json.parsedObject(arguments(call).asText("")).isPresent()
                ? Optional.empty()
                : Optional.of(
                    Refusal.openai(
                        400,
                        "Invalid tool call arguments: expected a JSON object in a string.",
                        "invalid_request_error",
                        "invalid_arguments")));
  }

  private static JsonNode arguments(JsonNode call) {
    return call.path("function").path("arguments");
  }

  private static Optional<Refusal> each(
      ObjectNode json, Function<JsonNode, Optional<Refusal>> check) {
    for (var message : json.path("messages")) {
      for (var call : message.path("tool_calls")) {
        var refusal = check.apply(call);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }
}
