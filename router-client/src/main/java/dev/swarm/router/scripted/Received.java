package dev.swarm.router.scripted;

import java.time.Instant;
import java.util.Map;

/**
 * A request for a chat completion, as it came.
 *
 * @param number from 1, in the order in which they came
 * @param conversation the same for all requests of one conversation
 * @param step turns that the model had before
 * @param headers lower-case names; the key is left out
 * @param body as it was sent
 */
public record Received(
    long number,
    Seed conversation,
    int step,
    Prefix prefix,
    Instant at,
    Map<String, String> headers,
    String body) {
  public Received {
    headers = Map.copyOf(headers);
  }

  /** How a conversation goes on from where it was. */
  public enum Prefix {
    /** It was not seen before. */
    FIRST,
    /** All that was sent before comes again, byte for byte, and so do the tools. */
    KEPT,
    /** Something before its end differs from what was sent before. */
    BROKEN
  }
}
