package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a model said, to be written as a server writes it: in one piece, or in deltas. */
record Said(String text, String reasoning, List<Call> calls, String finish) {

  /** A call; {@code arguments} is the text of JSON. */
  record Call(String id, String tool, String arguments) {}

  static Said text(String text) {
    return new Said(text, "", List.of(), "stop");
  }

  static Said call(String id, String tool, String arguments) {
    return new Said("", "", List.of(new Call(id, tool, arguments)), "tool_calls");
  }

  static Said calls(Call... calls) {
    return new Said("", "", List.of(calls), "tool_calls");
  }

  Said finish(String reason) {
    return new Said(text, reasoning, calls, reason);
  }

  Said reasoning(String thoughts) {
    return new Said(text, thoughts, calls, finish);
  }

  /** As {@code chat.completion}. */
  String whole() {
    var message = object().put("role", "assistant").put("content", text);
    if (!reasoning.isEmpty()) {
      message.put("reasoning_content", reasoning);
    }
    if (!calls.isEmpty()) {
      var list = message.putArray("tool_calls");
      calls.forEach(call -> list.add(whole(call)));
    }
    var root = object().put("object", "chat.completion").put("model", "qwen");
    var choice = root.putArray("choices").addObject().put("index", 0);
    choice.set("message", message);
    choice.put("finish_reason", finish);
    root.set("usage", usage());
    return root.toString();
  }

  /** As server-sent events in the form of llama-server: a fragment for every few characters. */
  String streamed() {
    var events = new ArrayList<String>();
    events.add(delta(object().put("role", "assistant").putNull("content")));
    pieces(reasoning).forEach(p -> events.add(delta(object().put("reasoning_content", p))));
    pieces(text).forEach(p -> events.add(delta(object().put("content", p))));
    for (int i = 0; i < calls.size(); i++) {
      int index = i;
      var call = calls.get(i);
      events.add(delta(fragment(index, "", call)));
      pieces(call.arguments)
          .forEach(p -> events.add(delta(fragment(index, p, new Call("", "", "")))));
    }
    var last = object().put("model", "qwen");
    var choice = last.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    events.add(last.toString().replace("{}}", "{},\"finish_reason\":\"" + finish + "\"}"));
    var usage = object().put("model", "qwen");
    var _ = usage.putArray("choices");
    usage.set("usage", usage());
    events.add(usage.toString());
    return sse(events) + "data: [DONE]\n\n";
  }

  /** Events, each with an empty line behind it. */
  static String sse(List<String> events) {
    var lines = new StringBuilder();
    events.forEach(event -> lines.append("data: ").append(event).append("\n\n"));
    return lines.toString();
  }

  /** A chunk with this delta and no reason to end. */
  static String delta(ObjectNode delta) {
    var root = object().put("object", "chat.completion.chunk").put("model", "qwen");
    var choice = root.putArray("choices").addObject().put("index", 0).putNull("finish_reason");
    choice.set("delta", delta);
    return root.toString();
  }

  private static ObjectNode whole(Call call) {
    var node = object().put("type", "function");
    node.putObject("function").put("name", call.tool).put("arguments", call.arguments);
    return node.put("id", call.id);
  }

  private static ObjectNode fragment(int index, String arguments, Call named) {
    var delta = object();
    var call = delta.putArray("tool_calls").addObject().put("index", index);
    if (!named.tool.isEmpty()) {
      call.put("id", named.id).put("type", "function");
      call.putObject("function").put("name", named.tool).put("arguments", arguments);
    } else {
      call.putObject("function").put("arguments", arguments);
    }
    return delta;
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    for (int i = 0; i < text.length(); i += 3) {
      pieces.add(text.substring(i, Math.min(text.length(), i + 3)));
    }
    return pieces;
  }

  private static ObjectNode usage() {
    var usage = object().put("prompt_tokens", 120).put("completion_tokens", 30);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 100);
    return usage;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
