package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply.Usage;
import java.io.IOException;

/** Reads {@code usage}, or llama-server's {@code timings}, which say the same. One use. */
final class UsageReader {
  private final Tokens tokens;
  private long prompt;
  private long completion;
  private long cached;
  private long fresh;

  UsageReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Usage usage() throws IOException {
    var _ = tokens.object(this::field);
    long all = fresh > 0 ? fresh + cached : prompt;
    return new Usage(all, completion, Math.min(cached, all));
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "prompt_tokens" -> prompt = tokens.count();
      case "completion_tokens", "predicted_n" -> completion = tokens.count();
      case "prompt_tokens_details" -> {
        var _ = tokens.object(this::field);
      }
      case "cached_tokens", "prompt_cache_hit_tokens", "cache_n" -> cached = tokens.count();
      case "prompt_n" -> fresh = tokens.count();
      default -> tokens.skip();
    }
  }
}
