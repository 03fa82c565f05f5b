package dev.swarm.router.exchange;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * The body of one answer as it comes in: bounded, unpacked where need be, handed to the sink, its
 * beginning kept for people. Belongs to the line's event loop until the flight has ended.
 *
 * <p>A reply that comes as events is alive while events with content come. One that comes whole is
 * a single event: its first byte begins it, and the others are no sign of progress, or a byte now
 * and then would keep it alive for ever (row 47 of the known deviations).
 */
final class Intake {
  static final int EXCERPT = 16 * 1024;

  /** What a piece of a body told. */
  enum Sign {
    /** Nothing to act on: a comment, white space, more of a whole reply. */
    LIFE,
    /** An event with content, or the beginning of a whole reply. */
    EVENT,
    /** The reply is whole. */
    DONE,
    /** More than may come. */
    TOO_MUCH,
    /** Not what its encoding says. */
    UNREADABLE
  }

  private final Sink sink;
  private final int most;
  private final Optional<Inflation> packed;
  private final ByteArrayOutputStream excerpt = new ByteArrayOutputStream();
  private boolean begun;
  private boolean whole;
  private long taken;
  private Sign sign = Sign.LIFE;

  /**
   * @param most bytes of the body, as it comes and as it is unpacked
   */
  Intake(Sink sink, int most, Optional<Inflation> packed) {
    this.sink = sink;
    this.most = most;
    this.packed = packed;
  }

  Sign take(byte[] piece) {
    sign = Sign.LIFE;
    if (packed.isEmpty()) {
      var _ = feed(piece, piece.length);
      return sign;
    }
    try {
      packed.get().inflate(piece, this::feed);
      return sign;
    } catch (DataFormatException e) {
      return Sign.UNREADABLE;
    }
  }

  /** The body's first bytes. */
  Buffer excerpt() {
    return Buffer.buffer(excerpt.toByteArray());
  }

  void close() {
    packed.ifPresent(Inflation::close);
  }

  /** Whether more is wanted. */
  private boolean feed(byte[] bytes, int length) {
    taken += length;
    if (taken > most) {
      sign = Sign.TOO_MUCH;
      return false;
    }
    excerpt.write(bytes, 0, Math.min(length, EXCERPT - excerpt.size()));
    var content = sink.feed(bytes, 0, length);
    var first = !begun && begins(bytes, length);
    if (sink.done()) {
      sign = Sign.DONE;
      return false;
    }
    if (whole ? first : content) {
      sign = Sign.EVENT;
    }
    return true;
  }

  private boolean begins(byte[] bytes, int length) {
    for (var at = 0; at < length; at++) {
      if (bytes[at] > ' ' || bytes[at] < 0) {
        begun = true;
        whole = !eventField(bytes[at]);
        return true;
      }
    }
    return false;
  }

  /** {@code data:}, {@code event:}, {@code id:}, {@code retry:} or a comment. */
  private static boolean eventField(byte first) {
    return ":deir".indexOf(first) >= 0;
  }
}
