package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8, strictly; Jackson alone lets overlong forms and encoded surrogates pass. */
final class Utf8 {
  private Utf8() {}

  /** Refuses what is not UTF-8; most pieces are plain ASCII, and are only looked over. */
  static void check(byte[] bytes, int from, int to) throws GarbledException {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        decode(bytes, i, to);
        return;
      }
    }
  }

  private static void decode(byte[] bytes, int from, int to) throws GarbledException {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
    } catch (CharacterCodingException e) {
      throw new GarbledException(Kind.GARBLED, "it is not UTF-8");
    }
  }
}
