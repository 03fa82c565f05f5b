package dev.swarm.router.scripted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.scripted.Asked.Origin;
import dev.swarm.router.scripted.Asked.ToolChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads requests, as leniently as llama-server does; what is stricter is a {@link Rule}. */
final class Questions {
  private Questions() {}

  /** What a body is. */
  sealed interface Read {
    /** A request, as it came and as records. */
    record Good(ObjectNode json, Asked asked) implements Read {}

    /** None. */
    record Bad(Refusal refusal) implements Read {}
  }

  static Read read(byte[] body, Origin origin) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(body);
    } catch (JsonProcessingException broken) {
      return bad("could not parse the body as JSON: " + broken.getOriginalMessage());
    } catch (IOException broken) {
      return bad("could not read the body: " + broken.getMessage());
    }
    if (!(json instanceof ObjectNode object)) {
      return bad("expected a JSON object");
    }
    try {
      return new Read.Good(object, asked(object, origin, body.length));
    } catch (IllegalArgumentException wrong) {
      return bad(Optional.ofNullable(wrong.getMessage()).orElse("invalid request"));
    }
  }

  private static Read bad(String why) {
    return new Read.Bad(
        Refusal.openai(
            400, why, "invalid_request_error", Optional.empty(), Optional.of("invalid_request")));
  }

  private static Asked asked(ObjectNode json, Origin origin, int bytes) {
    return new Asked(
        json.path("model").asText(""),
        messages(json.path("messages")),
        tools(json.path("tools")),
        choice(json.path("tool_choice")),
        json.path("parallel_tool_calls").asBoolean(false),
        limit(json),
        json.path("temperature").isNumber()
            ? OptionalDouble.of(json.path("temperature").asDouble())
            : OptionalDouble.empty(),
        json.path("seed").isNumber()
            ? OptionalLong.of(json.path("seed").asLong())
            : OptionalLong.empty(),
        json.path("stream").asBoolean(false),
        json.path("stream_options").path("include_usage").asBoolean(false),
        origin,
        bytes);
  }

  private static OptionalInt limit(ObjectNode json) {
    for (var field : List.of("max_completion_tokens", "max_tokens")) {
      if (json.path(field).isInt()) {
        return OptionalInt.of(json.path(field).asInt());
      }
    }
    return OptionalInt.empty();
  }

  private static List<ChatMessage> messages(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException("'messages' is required, and is a list of at least one");
    }
    var messages = new ArrayList<ChatMessage>(list.size());
    for (var message : list) {
      messages.add(message(message));
    }
    return messages;
  }

  private static ChatMessage message(JsonNode message) {
    var text = text(message.path("content"));
    return switch (message.path("role").asText("")) {
      case "system", "developer" -> new ChatMessage.Instructions(text);
      case "assistant" ->
          new ChatMessage.Assistant(text, calls(message.path("tool_calls")), reasoning(message));
      case "tool" -> new ChatMessage.Result(message.path("tool_call_id").asText(""), text);
      case "" -> throw new IllegalArgumentException("Missing 'role' in a message");
      default -> new ChatMessage.User(text);
    };
  }

  private static Optional<String> reasoning(JsonNode message) {
    for (var field : List.of("reasoning_content", "reasoning")) {
      if (message.path(field).isTextual()) {
        return Optional.of(message.path(field).asText());
      }
    }
    return Optional.empty();
  }

  static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    if (content.isArray()) {
      var text = new StringBuilder();
      content.forEach(part -> text.append(part.path("text").asText("")));
      return text.toString();
    }
    if (content.isMissingNode() || content.isNull()) {
      return "";
    }
    throw new IllegalArgumentException("Expected 'content' to be a string or an array");
  }

  private static List<ChatMessage.Call> calls(JsonNode list) {
    var calls = new ArrayList<ChatMessage.Call>(list.size());
    for (var call : list) {
      var arguments = call.path("function").path("arguments");
      calls.add(
          new ChatMessage.Call(
              call.path("id").asText(""),
              call.path("function").path("name").asText(""),
              arguments.isTextual() ? arguments.asText() : arguments.toString()));
    }
    return calls;
  }

  private static Toolset tools(JsonNode list) {
    var tools = new ArrayList<ToolSpec>(list.size());
    for (var tool : list) {
      var function = tool.path("function");
      var parameters = function.path("parameters");
      tools.add(
          new ToolSpec(
              function.path("name").asText(""),
              function.path("description").asText(""),
              new Schema(parameters.isObject() ? parameters.toString() : "{\"type\":\"object\"}")));
    }
    return new Toolset(tools);
  }

  private static ToolChoice choice(JsonNode choice) {
    if (choice.isObject()) {
      return new ToolChoice.Named(choice.path("function").path("name").asText(""));
    }
    return switch (choice.asText("auto")) {
      case "none" -> new ToolChoice.None();
      case "required" -> new ToolChoice.Required();
      case "auto", "null", "" -> new ToolChoice.Auto();
      default -> throw new IllegalArgumentException("Invalid tool_choice: " + choice.asText());
    };
  }
}
