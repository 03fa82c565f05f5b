package dev.swarm.router.wire;

import java.io.IOException;

/** Cuts bytes into lines that end with LF, CR or CRLF; copies only what lies across two pieces. */
final class Lines {
  private final int longest;
  private final Reader reader;
  private final Bytes begun;
  private boolean afterReturn;
  private long before;
  private long position;

  Lines(int longest, Reader reader) {
    this.longest = longest;
    this.reader = reader;
    this.begun = new Bytes(longest);
  }

  /** Something that takes lines. */
  interface Reader {
    /** Takes a line without its end; says whether it brought the reply further. */
    boolean line(byte[] bytes, int from, int to) throws IOException;

    /** Whether it wants no more of them. */
    boolean done();
  }

  /** Takes bytes until the reader is done; says whether they brought the reply further. */
  boolean feed(byte[] bytes, int from, int to) throws IOException {
    boolean progress = false;
    int start = from;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' && afterReturn) {
        start = i + 1;
      } else if (b == '\n' || b == '\r') {
        position = before + i - from + 1;
        progress |= line(bytes, start, i);
        start = i + 1;
      }
      afterReturn = b == '\r';
      if (reader.done()) {
        return progress;
      }
    }
    before += to - from;
    position = before;
    begun.add(bytes, start, to);
    return progress;
  }

  /** How many bytes were read, the last line that was taken being the end. */
  long position() {
    return position;
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
