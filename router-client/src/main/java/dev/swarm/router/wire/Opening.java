package dev.swarm.router.wire;

import java.util.Optional;

/**
 * The first bytes of a reply, by which its form is told: white space and a byte-order mark are
 * skipped. Servers stream when they were not asked to, and the other way round.
 */
final class Opening {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private int marked;

  /** Where the reply begins; empty if it has not begun before {@code to}. */
  Optional<Integer> begin(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (marked < MARK.length && bytes[i] == MARK[marked]) {
        marked++;
      } else if (!Ascii.isSpace(bytes[i])) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The form that begins with {@code first}. */
  static Body body(byte first, Accumulation reply, int mostBytes) {
    return switch (first) {
      case '{', '[' -> new SingleBody(reply, mostBytes);
      case '<' -> new Body.Page();
      default -> new EventBody(reply);
    };
  }
}
