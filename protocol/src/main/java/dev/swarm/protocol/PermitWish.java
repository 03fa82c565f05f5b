package dev.swarm.protocol;

import java.time.Duration;

/**
 * A node asks leave for one call of the frontier tier, counted over the whole fleet.
 *
 * @param wish names the wish: the same one asked again is the same
 * @param patience how long it may wait in line
 */
public record PermitWish(
    String wish, RunId run, String node, SubtaskId subtask, String reason, Duration patience) {
  public PermitWish {
    Text.require(wish, "wish");
    Text.require(node, "node");
  }
}
