package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.scripted.Turn.Wish;
import java.util.ArrayList;
import java.util.List;

/** A reply on its way: the whole of it as JSON, in llama-server's form, for deviations to edit. */
final class Draft {
  /** 2025-01-01: a fixed time, so that the same question gets the same bytes. */
  private static final long CREATED = 1_735_689_600;

  private final Asked asked;
  private final Served served;
  private final ObjectNode body = Json.object();

  Draft(Asked asked, Turn turn, Served served, int shared) {
    this.asked = asked;
    this.served = served;
    body.put("id", "chatcmpl-" + Long.toHexString(asked.conversation().with(asked.step()).value()));
    body.put("object", "chat.completion").put("created", CREATED);
    body.put("model", served.answering(asked.model()));
    var choice = body.putArray("choices").addObject();
    message(choice.put("index", 0).putObject("message"), turn);
    choice.put("finish_reason", reason(turn));
    usage(turn, shared);
  }

  private void message(ObjectNode message, Turn turn) {
    message.put("role", "assistant").put("content", turn.text());
    turn.reasoning().ifPresent(thoughts -> message.put("reasoning_content", thoughts));
    if (turn.calls().isEmpty()) {
      return;
    }
    var calls = message.putArray("tool_calls");
    for (int i = 0; i < turn.calls().size(); i++) {
      call(calls, turn.calls().get(i), CallIds.id(asked.conversation(), asked.step(), i));
    }
  }

  private static void call(ArrayNode calls, Wish wish, String id) {
    var call = calls.addObject().put("type", "function");
    call.putObject("function").put("name", wish.tool()).put("arguments", wish.arguments());
    call.put("id", id);
  }

  private static String reason(Turn turn) {
    return switch (turn.ending()) {
      case STOPPED, EMPTY -> "stop";
      case CALLED -> "tool_calls";
      case CUT_OFF -> "length";
      case FILTERED -> "content_filter";
    };
  }

  private void usage(Turn turn, int shared) {
    var counted = turn.tokens().orElseGet(() -> estimate(turn, shared));
    body.putObject("usage")
        .put("prompt_tokens", counted.prompt())
        .put("completion_tokens", counted.completion())
        .put("total_tokens", counted.prompt() + counted.completion())
        .putObject("prompt_tokens_details")
        .put("cached_tokens", counted.cached());
  }

  private Usage estimate(Turn turn, int shared) {
    int length = turn.text().length() + turn.reasoning().map(String::length).orElse(0);
    for (var call : turn.calls()) {
      length += call.tool().length() + call.arguments().length();
    }
    int prompt = Tokens.of(asked.bytes());
    return new Usage(prompt, Tokens.of(length) + 1, Math.min(prompt, Tokens.of(shared)));
  }

  Asked asked() {
    return asked;
  }

  Served served() {
    return served;
  }

  /** The whole reply. */
  ObjectNode body() {
    return body;
  }

  /** The first choice. */
  ObjectNode choice() {
    return (ObjectNode) body.get("choices").get(0);
  }

  ObjectNode message() {
    return (ObjectNode) choice().get("message");
  }

  ObjectNode usage() {
    return (ObjectNode) body.get("usage");
  }

  /** The calls, each with its id, its type and its function. */
  List<ObjectNode> calls() {
    var calls = new ArrayList<ObjectNode>();
    message().path("tool_calls").forEach(call -> calls.add((ObjectNode) call));
    return calls;
  }

  /** The functions of the calls, each with its name and its arguments. */
  List<ObjectNode> functions() {
    return calls().stream().map(call -> (ObjectNode) call.get("function")).toList();
  }

  void finish(String reason) {
    choice().put("finish_reason", reason);
  }

  void content(String text) {
    message().put("content", text);
  }
}
