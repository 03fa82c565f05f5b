package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.scripted.Rule.Limits;
import java.util.Optional;

/** The fields beside the messages. */
final class FieldRules {
  private FieldRules() {}

  static Optional<Refusal> noMaxTokens(ObjectNode json) {
    return json.has("max_tokens")
        ? Optional.of(
            Refusal.openai(
                400,
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                    + " 'max_completion_tokens' instead.",
                "invalid_request_error",
                Optional.of("max_tokens"),
                Optional.of("unsupported_parameter")))
        : Optional.empty();
  }

  static Optional<Refusal> noTemperature(ObjectNode json) {
    var temperature = json.path("temperature");
    return temperature.isMissingNode() || temperature.asDouble() == 1
        ? Optional.empty()
        : Optional.of(
            Refusal.openai(
                400,
                "Unsupported value: 'temperature' does not support "
                    + temperature
                    + " with this model. Only the default (1) value is supported.",
                "invalid_request_error",
                Optional.of("temperature"),
                Optional.of("unsupported_value")));
  }

  static Optional<Refusal> noTools(ObjectNode json) {
    return json.path("tools").isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refusal.flat(
                400,
                "\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser"
                    + " to be set",
                "BadRequestError",
                400));
  }

  static Optional<Refusal> noStreamedTools(ObjectNode json) {
    return json.path("tools").isEmpty() || !json.path("stream").asBoolean(false)
        ? Optional.empty()
        : Optional.of(
            Refusal.openai(
                400,
                "Streaming is not supported with tools: set 'stream' to false.",
                "invalid_request_error",
                Optional.of("stream"),
                Optional.of("unsupported_parameter")));
  }

  static Optional<Refusal> knownModel(ObjectNode json, Limits limits) {
    var model = json.path("model").asText("");
    return limits.served().models().contains(model)
        ? Optional.empty()
        : Optional.of(
            Refusal.openai(
                404,
                "The model `" + model + "` does not exist or you do not have access to it.",
                "invalid_request_error",
                Optional.empty(),
                Optional.of("model_not_found")));
  }

  static Optional<Refusal> fits(ObjectNode json, Limits limits) {
    int tokens = Tokens.of(limits.bytes());
    int context = limits.served().context();
    return tokens <= context ? Optional.empty() : Optional.of(Overflows.llama(tokens, context));
  }
}
