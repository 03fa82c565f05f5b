package dev.swarm.router.exchange;

import java.util.zip.DataFormatException;

/** How long the header of a gzip stream is (RFC 1952, 2.3). */
final class GzipHeader {
  private static final int FIXED = 10;
  private static final int MOST = 4096;
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private GzipHeader() {}

  /**
   * Its length in bytes; -1 if {@code start} does not hold all of it yet.
   *
   * @throws DataFormatException if it is none, or longer than any honest one
   */
  static int length(byte[] start) throws DataFormatException {
    if (start.length < FIXED) {
      return -1;
    }
    if ((start[0] & 0xff) != 0x1f || (start[1] & 0xff) != 0x8b || start[2] != 8) {
      throw new DataFormatException("it is not gzip");
    }
    var flags = start[3];
    var at = (flags & EXTRA) == 0 ? FIXED : pastExtra(start);
    at = (flags & NAME) == 0 ? at : pastZero(start, at);
    at = (flags & COMMENT) == 0 ? at : pastZero(start, at);
    at += (flags & 2) == 0 ? 0 : CHECKSUM;
    if (at > MOST) {
      throw new DataFormatException("its gzip header does not end");
    }
    return at <= start.length ? at : -1;
  }

  private static int pastExtra(byte[] start) {
    return start.length < FIXED + 2
        ? FIXED + 2
        : FIXED + 2 + ((start[FIXED] & 0xff) | ((start[FIXED + 1] & 0xff) << 8));
  }

  /** Past the next zero byte; past the end of {@code start} where there is none yet. */
  private static int pastZero(byte[] start, int from) {
    var at = from;
    while (at < start.length && start[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
