package dev.swarm.router.scripted;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.swarm.router.scripted.Received.Prefix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last messages of each conversation, as bytes: what a prompt cache would have. The oldest
 * conversations go first. Event loop only.
 */
final class Prefixes {
  private static final long MOST_BYTES = 64L << 20;
  private final Map<Seed, Sent> last = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /**
   * What the comparison gave.
   *
   * @param shared bytes of the messages that were sent before
   * @param content tells these messages from others
   */
  record Compared(Prefix prefix, int shared, Seed content) {}

  private static final class Sent {
    private final byte[] messages;
    private final byte[] tools;

    private Sent(byte[] messages, byte[] tools) {
      this.messages = messages;
      this.tools = tools;
    }

    int size() {
      return messages.length + tools.length;
    }
  }

  /** Compares with what this conversation sent before, and remembers this. */
  Compared compare(Seed conversation, byte[] body) {
    var sent = sent(body);
    var content = conversation.with(Arrays.hashCode(sent.messages)).with(sent.messages.length);
    var before = last.put(conversation, sent);
    bytes += sent.size() - (before == null ? 0 : before.size());
    forget();
    if (before == null) {
      return new Compared(Prefix.FIRST, 0, content);
    }
    int differs = Arrays.mismatch(before.messages, sent.messages);
    int shorter = Math.min(before.messages.length, sent.messages.length);
    int shared = differs < 0 ? shorter : differs;
    boolean kept = shared == shorter && Arrays.equals(before.tools, sent.tools);
    return new Compared(kept ? Prefix.KEPT : Prefix.BROKEN, shared, content);
  }

  private void forget() {
    var oldest = last.values().iterator();
    while (bytes > MOST_BYTES && last.size() > 1) {
      bytes -= oldest.next().size();
      oldest.remove();
    }
  }

  /** The bytes between the brackets of the messages, and the tools. */
  private static Sent sent(byte[] body) {
    byte[] messages = {};
    byte[] tools = {};
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var field = parser.currentName();
        parser.nextToken();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        if (field.equals("messages")) {
          messages = Arrays.copyOfRange(body, from + 1, to - 1);
        } else if (field.equals("tools")) {
          tools = Arrays.copyOfRange(body, from, to);
        }
      }
    } catch (IOException parsedBefore) {
      throw new UncheckedIOException(parsedBefore);
    }
    return new Sent(messages, tools);
  }
}
