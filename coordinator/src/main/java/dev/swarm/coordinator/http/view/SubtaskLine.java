package dev.swarm.coordinator.http.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A subtask of a run, without its conversation.
 *
 * @param outcome {@code completed}, or the id of the cause; empty while it is open
 * @param reason why it failed, or was last refused; empty if neither
 */
public record SubtaskLine(
    String id,
    String node,
    String area,
    Stage state,
    int attempt,
    String mind,
    int turns,
    int toolCalls,
    Instant queuedAt,
    Optional<Instant> offeredAt,
    Optional<Instant> acceptedAt,
    Optional<Instant> endedAt,
    Optional<String> outcome,
    String reason,
    List<Span> spans) {
  public SubtaskLine {
    spans = List.copyOf(spans);
  }
}
