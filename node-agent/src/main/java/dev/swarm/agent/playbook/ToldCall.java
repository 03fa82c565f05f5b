package dev.swarm.agent.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.chat.Arguments;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.tools.ToolCall;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of a chat's history as a call of a tool. */
final class ToldCall {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToldCall() {}

  /** What is no JSON object counts as no arguments. */
  static ToolCall of(Call call) {
    return new ToolCall(call.tool(), arguments(call.arguments()), ToolCall.Caller.MODEL);
  }

  private static Map<String, String> arguments(String text) {
    var given = new LinkedHashMap<String, String>();
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        var arguments = new Arguments(object);
        for (var name : arguments.names()) {
          arguments.text(name).ifPresent(value -> given.put(name, value));
        }
      }
    } catch (JsonProcessingException _) {
      return Map.of();
    }
    return given;
  }

  /** The arguments of {@code call} as the text of a JSON object. */
  static String arguments(ToolCall call) {
    var object = JSON.createObjectNode();
    call.arguments().forEach(object::put);
    return object.toString();
  }
}
