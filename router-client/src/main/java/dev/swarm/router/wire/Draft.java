package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply.Usage;
import java.util.List;
import java.util.Locale;

/**
 * A reply as it came, before anything of it is judged.
 *
 * @param refused whether its text is a refusal
 * @param finish the server's reason to end; empty where it names none
 * @param streamed whether it came in pieces
 */
record Draft(
    String text,
    String reasoning,
    boolean refused,
    List<DraftCall> calls,
    String finish,
    Usage usage,
    String model,
    boolean streamed) {

  /** Whether it ran into the limit: the server says so, or calls end where the tokens did. */
  boolean cut(int maxTokens) {
    return switch (finish.toLowerCase(Locale.ROOT)) {
      case "length", "max_tokens", "model_length", "max_output_tokens" -> true;
      default -> !calls.isEmpty() && spent(maxTokens);
    };
  }

  /** Whether it has as many tokens as it may have. */
  boolean spent(int maxTokens) {
    return usage.completion() >= maxTokens;
  }

  /** Whether the server held it back. */
  boolean filtered() {
    return finish.equals("content_filter");
  }
}
