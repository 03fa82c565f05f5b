package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A piece of a streamed reply. */
sealed interface Piece {

  /** An event with a chunk. */
  record Chunk(ObjectNode json) implements Piece {}

  /** Anything else, as it stands on the wire. */
  record Line(String text) implements Piece {}

  /** The last line of all. */
  static Piece done() {
    return new Line("data: [DONE]\n\n");
  }

  /** As it stands on the wire. */
  default String wire() {
    return switch (this) {
      case Chunk(var json) -> "data: " + json + "\n\n";
      case Line(var text) -> text;
    };
  }
}
