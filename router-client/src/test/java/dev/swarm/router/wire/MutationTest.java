package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good replies with random damage: always a {@link Read}, the same however it is cut. */
class MutationTest {
  private static final int MUTATIONS = 20_000;
  private static final String[] POISON = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "\n",
    "\r",
    "\n\n",
    "data:",
    "data: [DONE]\n\n",
    "null",
    "1e999",
    "-0",
    "\\ud800",
    "\0",
    "\uFEFF",
    "<think>",
    "</think>",
    "<tool_call>",
    "<|channel|>",
    "<|message|>",
    "\"index\":0,",
    "\"error\":{\"message\":\"x\"},",
    "[[[[[[[[",
    "9".repeat(1100)
  };

  @Test
  void damage_never_ends_in_an_exception_and_reads_the_same_however_it_is_cut() {
    var good = replies();
    int whole = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      var random = new Random(seed);
      var body = damaged(good.get(random.nextInt(good.size())), random);
      var read = read(body, body.length + 1, random);
      assertEquals(read, read(body, 1 + random.nextInt(20), random), "seed " + seed);
      whole += read instanceof Read.Whole ? 1 : 0;
    }
    assertTrue(whole > MUTATIONS / 20 && whole < MUTATIONS * 19 / 20, whole + " were whole");
  }

  private static Read read(byte[] body, int longest, Random random) {
    var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, 1 << 16);
    for (int at = 0; at < body.length; ) {
      int length =
          Math.min(body.length - at, longest > body.length ? longest : 1 + random.nextInt(longest));
      var _ = reader.feed(body, at, length);
      at += length;
    }
    return reader.end();
  }

  private static List<byte[]> replies() {
    var said =
        List.of(
            Said.text("The disk of /var is 93 % full: “voll” – 满 😀.").reasoning("hm"),
            Said.text("<think>x</think>{\"name\":\"uptime\",\"arguments\":{}}"),
            Said.text("<|channel|>final<|message|>fine<|return|>"),
            Said.call("abcdefghi", "disk_usage", "{\"path\":\"/var\",\"depth\":\"2\"}"),
            Said.calls(
                new Said.Call("a", "uptime", "{}"),
                new Said.Call("b", "unit_state", "{\"units\":[\"cron\",\"ssh\"]}")));
    var replies = new ArrayList<byte[]>();
    for (var one : said) {
      replies.add(one.whole().getBytes(StandardCharsets.UTF_8));
      replies.add(one.streamed().getBytes(StandardCharsets.UTF_8));
    }
    return replies;
  }

  private static byte[] damaged(byte[] good, Random random) {
    var body = good;
    for (int i = random.nextInt(4); i >= 0; i--) {
      body =
          switch (random.nextInt(5)) {
            case 0 -> flipped(body, random);
            case 1 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> spliced(body, new byte[0], random);
            case 3 -> spliced(body, slice(body, random), random);
            default ->
                spliced(
                    body,
                    POISON[random.nextInt(POISON.length)].getBytes(StandardCharsets.UTF_8),
                    random);
          };
    }
    return body;
  }

  private static byte[] flipped(byte[] body, Random random) {
    var copy = body.clone();
    if (copy.length > 0) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static byte[] slice(byte[] body, Random random) {
    int from = random.nextInt(body.length + 1);
    return Arrays.copyOfRange(body, from, Math.min(body.length, from + random.nextInt(60)));
  }

  /** Puts {@code piece} in the place of a few bytes. */
  private static byte[] spliced(byte[] body, byte[] piece, Random random) {
    int at = random.nextInt(body.length + 1);
    int behind = Math.min(body.length, at + random.nextInt(8));
    var spliced = Arrays.copyOf(body, at + piece.length + body.length - behind);
    System.arraycopy(piece, 0, spliced, at, piece.length);
    System.arraycopy(body, behind, spliced, at + piece.length, body.length - behind);
    return spliced;
  }
}
