package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import java.util.Arrays;

/** Bytes that grow by doubling, up to a limit. */
final class Bytes {
  private static final int FIRST = 512;
  private final int most;
  private byte[] array = {};
  private int size;

  Bytes(int most) {
    this.most = most;
  }

  void add(byte[] bytes, int from, int to) throws GarbledException {
    int added = to - from;
    if (added > most - size) {
      throw tooLong(most);
    }
    if (array.length - size < added) {
      array = Arrays.copyOf(array, roomFor(size + added));
    }
    System.arraycopy(bytes, from, array, size, added);
    size += added;
  }

  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** What is said of a piece that is longer than {@code most} bytes. */
  static GarbledException tooLong(int most) {
    return new GarbledException(Kind.TOO_LARGE, "a piece of it is longer than " + most + " bytes");
  }

  private int roomFor(int needed) {
    long doubled = Math.max(FIRST, 2L * array.length);
    return (int) Math.min(most, Math.max(doubled, needed));
  }
}
