package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands in a message. */
final class ContentRules {
  private ContentRules() {}

  static Optional<Refusal> notNull(ObjectNode json) {
    return first(
        json,
        message -> !message.path("content").isTextual() && !message.path("content").isArray(),
        Refusal.openai(
            400,
            "Invalid value for 'content': expected a string, got null.",
            "invalid_request_error",
            "invalid_type"));
  }

  static Optional<Refusal> notEmpty(ObjectNode json) {
    return first(
        json,
        message ->
            assistant(message)
                && message.path("tool_calls").isEmpty()
                && Questions.text(message.path("content")).isEmpty(),
        Refusal.openai(
            400,
            "Invalid assistant message: content or tool_calls must be set",
            "invalid_request_error",
            "invalid_request_error"));
  }

  static Optional<Refusal> noParts(ObjectNode json) {
    return first(
        json,
        message -> message.path("content").isArray(),
        Refusal.text(
            400,
            "json: cannot unmarshal array into Go struct field"
                + " ChatRequest.messages.content of type string"));
  }

  static Optional<Refusal> reasoning(ObjectNode json, boolean wanted) {
    if (wanted) {
      return first(
          json,
          message ->
              assistant(message)
                  && !message.path("tool_calls").isEmpty()
                  && !message.path("reasoning_content").isTextual(),
          Refusal.openai(
              400,
              "The reasoning_content in the thinking mode must be passed back to the API.",
              "invalid_request_error",
              "invalid_request_error"));
    }
    return first(
        json,
        message -> message.has("reasoning_content") || message.has("reasoning"),
        Refusal.openai(
            400,
            "The reasoning_content field is not allowed in the input messages. Please remove the"
                + " reasoning_content from your message.",
            "invalid_request_error",
            "invalid_request_error"));
  }

  private static boolean assistant(JsonNode message) {
    return Rule.role(message).equals("assistant");
  }

  private static Optional<Refusal> first(
      ObjectNode json, Predicate<JsonNode> broken, Refusal refusal) {
    for (var message : json.path("messages")) {
      if (broken.test(message)) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }
}
