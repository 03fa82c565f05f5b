package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Feeds bytes to readers, at once, one by one, and cut at random: all must read the same. */
final class Fed {
  static final int MOST = 1 << 20;
  private static final int RANDOM_CUTS = 5;

  private Fed() {}

  static Reply reply(String body) {
    return reply(body, Asked.withTools());
  }

  static Reply reply(String body, ChatRequest request) {
    return assertInstanceOf(Read.Whole.class, read(body, request)).reply();
  }

  static Trouble trouble(String body) {
    return trouble(body.getBytes(StandardCharsets.UTF_8));
  }

  static Trouble trouble(byte[] body) {
    var read = read(body, Asked.withTools(), Profile.STANDARD, MOST);
    return assertInstanceOf(Read.Broken.class, read).trouble();
  }

  static Read read(String body, ChatRequest request) {
    return read(body.getBytes(StandardCharsets.UTF_8), request, Profile.STANDARD, MOST);
  }

  static Read read(byte[] body, ChatRequest request, Profile profile, int most) {
    var atOnce = cut(body, reader(request, profile, most), body.length, new Random(0));
    assertEquals(atOnce, cut(body, reader(request, profile, most), 1, new Random(0)));
    for (int seed = 1; seed <= RANDOM_CUTS; seed++) {
      var random = new Random(seed);
      var cut = cut(body, reader(request, profile, most), 1 + random.nextInt(40), random);
      assertEquals(atOnce, cut, "cut with seed " + seed);
    }
    return atOnce;
  }

  static ReplyReader reader(ChatRequest request, Profile profile, int most) {
    return new ReplyReader(request, profile, "local", most, "qwen");
  }

  private static Read cut(byte[] body, ReplyReader reader, int longest, Random random) {
    int at = 0;
    while (at < body.length) {
      int length = longest == 1 ? 1 : 1 + random.nextInt(longest);
      length = Math.min(longest == body.length ? body.length : length, body.length - at);
      var _ = reader.feed(body, at, length);
      at += length;
    }
    return reader.end();
  }
}
