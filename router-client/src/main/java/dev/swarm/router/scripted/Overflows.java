package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** How servers say that a conversation does not fit (section 2.1 of the reference). */
final class Overflows {
  private Overflows() {}

  /** A refusal that tells how many tokens came, and how many fit. */
  interface Sized {
    Refusal of(int tokens, int context);
  }

  static Refusal llama(int tokens, int context) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("code", 400)
        .put(
            "message",
            "request ("
                + tokens
                + " tokens) exceeds the available context size ("
                + context
                + " tokens), try increasing it")
        .put("type", "exceed_context_size_error")
        .put("n_prompt_tokens", tokens)
        .put("n_ctx", context);
    return Refusal.json(400, body);
  }

  static Refusal llamaOlder() {
    return Refusal.llama(
        500,
        "the request exceeds the available context size. try increasing the context size or"
            + " enable context shift",
        "server_error");
  }

  static Refusal midway() {
    return Refusal.llama(500, "Context size has been exceeded.", "server_error");
  }

  static Refusal vllmOlder(int tokens, int context) {
    return Refusal.flat(
        400,
        "This model's maximum context length is "
            + context
            + " tokens. However, you requested "
            + (tokens + context)
            + " tokens ("
            + tokens
            + " in the messages, "
            + context
            + " in the completion). Please reduce the length of the messages or completion.",
        "BadRequestError",
        400);
  }

  static Refusal vllm(int tokens, int context) {
    return Refusal.openai(
        400,
        "This model's maximum context length is "
            + context
            + " tokens. However, your request has "
            + tokens
            + " input tokens. Please reduce the length of the input messages."
            + " (parameter=input_tokens, value="
            + tokens
            + ")",
        "BadRequestError",
        Optional.of("input_tokens"),
        Optional.empty());
  }

  static Refusal openai(int tokens, int context) {
    return Refusal.openai(
        400,
        "This model's maximum context length is "
            + context
            + " tokens. However, your messages resulted in "
            + tokens
            + " tokens. Please reduce the length of the messages.",
        "invalid_request_error",
        Optional.of("messages"),
        Optional.of("context_length_exceeded"));
  }

  /** Portkey rewrites what llama-server says, and drops its fields (row 52, measured). */
  static Refusal gateway(int tokens, int context) {
    return Refusal.openai(
        400,
        "openai error: request ("
            + tokens
            + " tokens) exceeds the available context size ("
            + context
            + " tokens), try increasing it",
        "exceed_context_size_error",
        Optional.empty(),
        Optional.empty());
  }
}
