package dev.swarm.router.wire;

import dev.swarm.router.chat.Reply.Usage;

/**
 * One event of a reply; a reply in one piece is a single event.
 *
 * @param answered whether it has a choice
 * @param whole whether that is a {@code message}, not a {@code delta}
 * @param finish the reason to end, as the server calls it
 * @param error the JSON text of an error that came instead; empty where there is none
 * @param odd the text of an event without choices and without tokens: perhaps an error too
 */
record Chunk(
    String model,
    boolean answered,
    boolean whole,
    Piece piece,
    String finish,
    Usage usage,
    String error,
    String odd) {

  /** Whether a reply came further by it: a role alone is no progress. */
  boolean progress() {
    return !piece.isEmpty() || !finish.isEmpty() || usage.known();
  }
}
