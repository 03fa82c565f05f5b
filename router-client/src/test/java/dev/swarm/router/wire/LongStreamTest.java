package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Reading is linear in the bytes: fifty megabytes would take hours otherwise. */
class LongStreamTest {
  private static final int MANY = 50 << 20;
  private static final Duration AGES = Duration.ofMinutes(2);

  @Test
  void fifty_megabytes_of_text_in_small_deltas_are_read() {
    var delta = event("\"content\":\"abc \"");
    int times = MANY / delta.length;
    var whole = Assertions.assertTimeout(AGES, () -> read(delta, times, 97));
    assertEquals(4L * times, whole.reply().message().text().length());
  }

  @Test
  void fifty_megabytes_of_arguments_in_small_deltas_are_read() {
    var delta =
        event(
            "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"uptime\",\"arguments\":\"[\"}}]");
    int times = MANY / delta.length;
    var whole = Assertions.assertTimeout(AGES, () -> read(delta, times, 4096));
    assertEquals(1, whole.reply().calls().size());
  }

  @Test
  void fifty_megabytes_in_one_piece_and_in_one_event_of_many_lines_are_read() {
    var body = Said.text("x".repeat(MANY)).whole().getBytes(StandardCharsets.UTF_8);
    var whole = Assertions.assertTimeout(AGES, () -> read(body, 1, 1000));
    assertEquals(MANY, whole.reply().message().text().length());
    var lines = new StringBuilder("data: {\"choices\":[\n");
    lines
        .append("data:\ndata: {},\n".repeat(100_000))
        .append("data: {\"message\":{\"content\":\"x\"},");
    lines.append("\"finish_reason\":\"stop\"}]}\n\n");
    var many = lines.toString().getBytes(StandardCharsets.UTF_8);
    var read = Assertions.assertTimeout(AGES, () -> read(many, 1, 1000));
    assertEquals("x", read.reply().message().text());
  }

  private static Read.Whole read(byte[] bytes, int times, int piece) {
    var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, Integer.MAX_VALUE);
    for (int i = 0; i < times; i++) {
      for (int at = 0; at < bytes.length; at += piece) {
        var _ = reader.feed(bytes, at, Math.min(piece, bytes.length - at));
      }
    }
    var end =
        "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n".getBytes(StandardCharsets.UTF_8);
    var _ = reader.feed(end, 0, end.length);
    return assertInstanceOf(Read.Whole.class, reader.end());
  }

  private static byte[] event(String delta) {
    return ("data: {\"choices\":[{\"index\":0,\"delta\":{" + delta + "}}]}\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
