package dev.swarm.tools.process;

import dev.swarm.tools.host.Output;
import java.util.Arrays;

/**
 * Keeps the head and the tail of a stream of bytes, in memory bounded by its cap.
 *
 * <p>What is left out is cut at line ends where there are any, so that no number is shown cut in
 * half. One thread adds; any thread may ask for the output so far.
 */
public final class Capture {
  private static final int FIRST_BUFFER = 4096;

  private final int cap;
  private final int headCap;
  private byte[] kept;
  private long total;

  /**
   * @param cap bytes to keep, half of them from the end
   */
  public Capture(int cap) {
    if (cap < 1) {
      throw new IllegalArgumentException("a capture keeps at least one byte: " + cap);
    }
    this.cap = cap;
    this.headCap = cap - cap / 2;
    this.kept = new byte[Math.min(cap, FIRST_BUFFER)];
  }

  /** Adds the first {@code length} bytes of {@code bytes}. */
  public synchronized void add(byte[] bytes, int length) {
    int linear = (int) Math.min(length, Math.max(0, cap - total));
    if (linear > 0) {
      makeRoom((int) total + linear);
      System.arraycopy(bytes, 0, kept, (int) total, linear);
      total += linear;
    }
    wrap(bytes, linear, length - linear);
  }

  /** Counts bytes that were never read, between what was added before and what is added after. */
  public synchronized void skip(long bytes) {
    total += bytes;
    makeRoom(cap);
  }

  /** Bytes added so far, those left out included. */
  public synchronized long total() {
    return total;
  }

  /** The output so far. */
  public synchronized Output output() {
    if (total <= cap) {
      return new Output(Utf8.decode(kept, 0, (int) total), 0);
    }
    byte[] tail = tail();
    int headEnd = Cut.end(kept, headCap);
    int tailStart = Cut.start(tail);
    long omitted = total - headEnd - (tail.length - tailStart);
    String head = Utf8.decode(kept, 0, headEnd);
    String rest = Utf8.decode(tail, tailStart, tail.length - tailStart);
    String before = head.isEmpty() || head.endsWith("\n") ? "" : "\n";
    return new Output(head + before + "‹" + omitted + " bytes omitted›\n" + rest, omitted);
  }

  /** Past the cap, the second half of {@code kept} is a ring that begins at the head's end. */
  private void wrap(byte[] bytes, int from, int length) {
    int ring = cap - headCap;
    if (length <= 0) {
      return;
    }
    if (ring > 0) {
      int last = Math.min(length, ring);
      long position = total + length - last - headCap;
      int start = from + length - last;
      for (int copied = 0; copied < last; ) {
        int at = (int) ((position + copied) % ring);
        int run = Math.min(last - copied, ring - at);
        System.arraycopy(bytes, start + copied, kept, headCap + at, run);
        copied += run;
      }
    }
    total += length;
  }

  private byte[] tail() {
    int ring = cap - headCap;
    byte[] tail = new byte[ring];
    if (ring > 0) {
      int at = (int) ((total - headCap) % ring);
      System.arraycopy(kept, headCap + at, tail, 0, ring - at);
      System.arraycopy(kept, headCap, tail, ring - at, at);
    }
    return tail;
  }

  private void makeRoom(int length) {
    if (kept.length < length) {
      kept = Arrays.copyOf(kept, (int) Math.min(cap, Math.max(length, 2L * kept.length)));
    }
  }
}
