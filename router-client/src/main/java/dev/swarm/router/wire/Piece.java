package dev.swarm.router.wire;

import java.util.List;

/**
 * A {@code message} or a {@code delta}: what one event adds to a reply. What is not there is an
 * empty text.
 */
record Piece(String text, String reasoning, String refusal, List<CallPiece> calls) {
  static final Piece NOTHING = new Piece("", "", "", List.of());

  boolean isEmpty() {
    return text.isEmpty() && reasoning.isEmpty() && refusal.isEmpty() && calls.isEmpty();
  }

  /**
   * A call, or a piece of one.
   *
   * @param index the server's number for it; negative where it gives none
   * @param arguments their text, also where the server sent an object
   */
  record CallPiece(int index, String id, String tool, String arguments) {
    static final int NO_INDEX = -1;

    boolean isEmpty() {
      return id.isEmpty() && tool.isEmpty() && arguments.isEmpty();
    }
  }
}
