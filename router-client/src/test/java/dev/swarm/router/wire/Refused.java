package dev.swarm.router.wire;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import java.time.Instant;
import java.util.Map;

/** Refusals of a server named gpu. */
final class Refused {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Refused() {}

  static Kind kind(int status, String body) {
    return kind(status, body, Map.of());
  }

  static Kind kind(int status, String body, Map<String, String> headers) {
    return Refusals.of("gpu", status, headers, body, NOW).kind();
  }

  static Trouble refusal(int status, String body) {
    return Refusals.of("gpu", status, Map.of(), body, NOW);
  }

  /** In the shape of OpenAI. */
  static String error(String message) {
    return "{\"error\":{\"message\":\"%s\"}}".formatted(message.replace("\"", "\\\""));
  }
}
