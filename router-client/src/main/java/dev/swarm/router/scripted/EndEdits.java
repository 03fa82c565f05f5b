package dev.swarm.router.scripted;

import java.util.function.Consumer;

/** Replies that end oddly: rows 11 to 13, 26, 32 to 34, 38 to 40 and 51. */
final class EndEdits {
  private static final int TOKENS_LEFT = 8;

  private EndEdits() {}

  static void singular(Draft draft) {
    draft.finish("tool_call");
  }

  static void cutAsCalls(Draft draft) {
    CallEdits.written("{\"path\": \"/va").accept(draft);
    int limit = draft.asked().limit().orElse(draft.served().context());
    draft.usage().put("completion_tokens", limit);
  }

  static void cutInCall(Draft draft) {
    CallEdits.written("{").accept(draft);
    cut(draft);
  }

  static void cutInText(Draft draft) {
    draft.message().remove("tool_calls");
    draft.content("<tool_call>\n{\"");
    cut(draft);
  }

  static void onlyThoughts(Draft draft) {
    silence(draft);
    draft.message().put("reasoning_content", "Let me think about this. ".repeat(20));
    cut(draft);
  }

  private static void cut(Draft draft) {
    draft.finish("length");
    draft.asked().limit().ifPresent(limit -> draft.usage().put("completion_tokens", limit));
  }

  static void empty(Draft draft) {
    silence(draft);
    draft.finish("stop");
  }

  private static void silence(Draft draft) {
    draft.message().remove("tool_calls");
    draft.content("");
  }

  static void withoutChoices(Draft draft) {
    draft.body().remove("choices");
  }

  static Consumer<Draft> failed(int code) {
    return draft -> {
      draft.body().removeAll();
      draft
          .body()
          .putObject("error")
          .put("message", code == 429 ? "Rate limit exceeded" : "Upstream provider error")
          .put("code", code);
    };
  }

  /** As Ollama was seen to: 2,051 tokens of whatever was sent. */
  static void truncated(Draft draft) {
    int read = Math.min(2051, draft.usage().path("prompt_tokens").asInt() / 3);
    draft.usage().put("prompt_tokens", read);
  }

  static void full(Draft draft) {
    empty(draft);
    draft.usage().put("prompt_tokens", draft.served().context() - TOKENS_LEFT);
    draft.usage().put("completion_tokens", 0);
  }

  static void filled(Draft draft) {
    cutInCall(draft);
    draft.usage().put("prompt_tokens", draft.served().context() - TOKENS_LEFT);
    draft.usage().put("completion_tokens", TOKENS_LEFT);
  }

  static void otherModel(Draft draft) {
    draft.body().put("model", "some-other-model");
  }
}
