package dev.swarm.router.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Little that becomes much. */
final class Bombs {
  private static final int MB = 1024 * 1024;
  private static final int SIZE = 200;

  /** 200 MB of JSON in 200 kB. */
  static final byte[] GZIP = packed(GZIPOutputStream::new);

  static final byte[] DEFLATE = packed(DeflaterOutputStream::new);

  private Bombs() {}

  /** Packs as it is written. */
  private interface Packing {
    OutputStream into(OutputStream packed) throws IOException;
  }

  /** A reply with so many calls. */
  static String calls(int number) {
    return IntStream.range(0, number)
        .mapToObj(i ->
            "{\"id\":\"call"
                + i
                + "\",\"type\":\"function\",\"function\":{\"name\":\"t\",\"arguments\":\"{}\"}}")
        .collect(
            Collectors.joining(
                ",",
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,"
                    + "\"tool_calls\":[",
                "]},\"finish_reason\":\"tool_calls\"}]}"));
  }

  static byte[] gzip(String text) {
    return packed(GZIPOutputStream::new, text, 0);
  }

  static byte[] deflate(String text) {
    return packed(DeflaterOutputStream::new, text, 0);
  }

  private static byte[] packed(Packing packing) {
    return packed(packing, "{\"choices\":[{\"message\":{\"content\":\"", SIZE);
  }

  private static byte[] packed(Packing packing, String start, int megabytes) {
    var packed = new ByteArrayOutputStream();
    try (var out = packing.into(packed)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      var much = "x".repeat(MB).getBytes(StandardCharsets.UTF_8);
      for (var i = 0; i < megabytes; i++) {
        out.write(much);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
