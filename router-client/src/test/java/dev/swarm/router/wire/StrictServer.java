package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what OpenAI, DeepSeek, Mistral or a strict chat template refuses: the sum of them. Reads
 * the bytes as a server gets them.
 */
final class StrictServer {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  private static final Set<String> KEYS =
      Set.of("role", "content", "tool_calls", "tool_call_id", "reasoning_content");

  private final boolean alternate;
  private final boolean system;
  private final Set<String> ids = new HashSet<>();
  private final List<String> open = new ArrayList<>();
  private String before = "";
  private String spoke = "assistant";

  /**
   * A server.
   *
   * @param alternate it wants strict turns of user and assistant, calls and results left aside
   * @param system it takes a system message
   */
  StrictServer(boolean alternate, boolean system) {
    this.alternate = alternate;
    this.system = system;
  }

  /** Why it refuses {@code body}; empty where it takes it. */
  Optional<String> refusal(byte[] body) {
    try {
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body))
              .toString();
      var messages = JSON.readTree(text).path("messages");
      if (!messages.isArray() || messages.isEmpty()) {
        return Optional.of("no messages");
      }
      for (var message : messages) {
        var refusal = message(message);
        if (refusal.isPresent()) {
          return refusal.map(why -> why + ": " + message);
        }
      }
      return open.isEmpty() ? Optional.empty() : Optional.of("calls without results: " + open);
    } catch (CharacterCodingException | JsonProcessingException broken) {
      return Optional.of(broken.toString());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Optional<String> message(JsonNode message) throws IOException {
    var role = message.path("role").asText();
    var keys = new HashSet<String>();
    message.fieldNames().forEachRemaining(keys::add);
    if (!KEYS.containsAll(keys)) {
      return Optional.of("an unknown field");
    }
    var refusal =
        switch (role) {
          case "system" -> system ? first() : Optional.of("system role not supported");
          case "user" -> user();
          case "assistant" -> assistant(message);
          case "tool" -> tool(message);
          default -> Optional.of("unknown role");
        };
    before = role;
    return refusal.or(() -> content(message, role));
  }

  private Optional<String> content(JsonNode message, String role) {
    var content = message.path("content");
    boolean calls = role.equals("assistant") && message.has("tool_calls");
    if (content.isNull() && calls) {
      return Optional.empty();
    }
    if (!content.isTextual()) {
      return Optional.of("the content is no string");
    }
    return content.asText().isBlank() && !calls ? Optional.of("nothing in it") : Optional.empty();
  }

  private Optional<String> first() {
    return before.isEmpty() ? Optional.empty() : Optional.of("system is not first");
  }

  private Optional<String> user() {
    if (!open.isEmpty()) {
      return Optional.of("tool_call_ids did not have response messages");
    }
    if (before.equals("user") || (alternate && before.equals("tool"))) {
      return Optional.of("unexpected role 'user' after role '" + before + "'");
    }
    return spoken("user");
  }

  private Optional<String> assistant(JsonNode message) throws IOException {
    if (!open.isEmpty() || before.equals("assistant")) {
      return Optional.of("unexpected role 'assistant'");
    }
    if (!message.has("tool_calls")) {
      return spoken("assistant");
    }
    if (alternate && (before.isEmpty() || before.equals("system"))) {
      return Optional.of("a user has to speak first");
    }
    for (var call : message.path("tool_calls")) {
      var refusal = call(call);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return message.path("tool_calls").isEmpty() ? Optional.of("no calls") : Optional.empty();
  }

  private Optional<String> call(JsonNode call) throws IOException {
    var id = call.path("id").asText();
    if (!id.matches("[a-zA-Z0-9]{9}") || !ids.add(id)) {
      return Optional.of("the id is not nine letters or digits, or comes twice");
    }
    open.add(id);
    if (!call.path("type").asText().equals("function")) {
      return Optional.of("no type");
    }
    if (!call.at("/function/name").asText().matches("[a-zA-Z0-9_-]{1,64}")) {
      return Optional.of("a wrong name");
    }
    var arguments = call.at("/function/arguments");
    if (!arguments.isTextual() || !JSON.readTree(arguments.asText()).isObject()) {
      return Optional.of("the arguments are no object");
    }
    return Optional.empty();
  }

  private Optional<String> tool(JsonNode message) {
    if (!open.remove(message.path("tool_call_id").asText())) {
      return Optional.of("a result without a call");
    }
    return before.equals("assistant") || before.equals("tool")
        ? Optional.empty()
        : Optional.of("unexpected role 'tool'");
  }

  private Optional<String> spoken(String role) {
    if (alternate && spoke.equals(role)) {
      return Optional.of("conversation roles must alternate");
    }
    spoke = role;
    return Optional.empty();
  }
}
