package dev.swarm.tools.process;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8; bytes that are not UTF-8 are written as {@code \xHH}, so that none is lost. */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** Decodes {@code length} bytes from {@code offset} on. */
  public static String decode(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : escaped(bytes, offset, length);
  }

  private static String escaped(byte[] bytes, int offset, int length) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CharBuffer out = CharBuffer.allocate(4 * length);
    for (CoderResult step = decoder.decode(in, out, true);
        step.isMalformed();
        step = decoder.decode(in, out, true)) {
      for (int i = 0; i < step.length(); i++) {
        out.put(String.format("\\x%02X", in.get() & 0xFF));
      }
    }
    return out.flip().toString();
  }
}
