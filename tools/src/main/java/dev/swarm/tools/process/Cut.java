package dev.swarm.tools.process;

/** Where to cut bytes so that neither a line nor a character is halved, if that can be. */
final class Cut {
  private Cut() {}

  /** How much of the first {@code length} bytes to keep. */
  static int end(byte[] bytes, int length) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return endOfCharacter(bytes, length);
  }

  /** From where on to keep. */
  static int start(byte[] bytes) {
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    int start = 0;
    while (start < Math.min(3, bytes.length) && continues(bytes[start])) {
      start++;
    }
    return start;
  }

  private static int endOfCharacter(byte[] bytes, int length) {
    int lead = length - 1;
    while (lead > Math.max(0, length - 4) && continues(bytes[lead])) {
      lead--;
    }
    boolean cut = lead >= 0 && lead + lengthOf(bytes[lead]) > length;
    return cut ? lead : length;
  }

  private static int lengthOf(byte lead) {
    int ones = Integer.numberOfLeadingZeros(~(lead << 24));
    return ones >= 2 && ones <= 4 ? ones : 1;
  }

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
