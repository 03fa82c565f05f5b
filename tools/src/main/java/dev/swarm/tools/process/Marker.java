package dev.swarm.tools.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;

/** Names of calls that nobody can guess. */
final class Marker {
  private static final int BYTES = 16;

  private Marker() {}

  /** From the kernel, since {@code SecureRandom} costs some 20 ms to load. */
  static String next() {
    try (FileInputStream random = new FileInputStream("/dev/urandom")) {
      return HexFormat.of().formatHex(random.readNBytes(BYTES));
    } catch (IOException e) {
      return UUID.randomUUID().toString();
    }
  }
}
