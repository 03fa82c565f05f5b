package dev.swarm.router.wire;

import java.io.IOException;

/** Cuts bytes into lines that end with LF, CR or CRLF; copies only what lies across two pieces. */
final class Lines {
  private final int longest;
  private final Reader reader;
  private final Bytes begun;
  private boolean afterReturn;

  Lines(int longest, Reader reader) {
    this.longest = longest;
    this.reader = reader;
    this.begun = new Bytes(longest);
  }

  /** Takes a line without its end; says whether it brought the reply further. */
  @FunctionalInterface
  interface Reader {
    boolean line(byte[] bytes, int from, int to) throws IOException;
  }

  boolean feed(byte[] bytes, int from, int to) throws IOException {
    boolean progress = false;
    int start = from;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' && afterReturn) {
        start = i + 1;
      } else if (b == '\n' || b == '\r') {
        progress |= line(bytes, start, i);
        start = i + 1;
      }
      afterReturn = b == '\r';
    }
    begun.add(bytes, start, to);
    return progress;
  }

  /** Takes what is begun as a line. */
  boolean end() throws IOException {
    return begun.size() > 0 && line(new byte[0], 0, 0);
  }

  private boolean line(byte[] bytes, int from, int to) throws IOException {
    if (begun.size() > 0) {
      begun.add(bytes, from, to);
      boolean progress = reader.line(begun.array(), 0, begun.size());
      begun.clear();
      return progress;
    }
    if (to - from > longest) {
      throw Bytes.tooLong(longest);
    }
    return reader.line(bytes, from, to);
  }
}
