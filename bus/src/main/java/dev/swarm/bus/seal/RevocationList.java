package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that are revoked, numbered and signed by the authority. Each list holds all of them, so
 * the one with the highest number is all that one needs. Immutable.
 */
public final class RevocationList {
  /** Signed with the text, so that it can be taken for nothing else that the authority signed. */
  private static final byte[] PURPOSE = "swarm revocation list 1\n".getBytes(UTF_8);

  private static final int LONGEST = 4 << 20;

  private final Content content;
  private final String encoded;
  private final Set<String> keys;

  private RevocationList(Content content, String encoded) {
    this.content = content;
    this.encoded = encoded;
    this.keys = content.entries().stream().map(Entry::key).collect(Collectors.toSet());
  }

  /**
   * One revoked key.
   *
   * @param key its id
   * @param name on its card, for people
   */
  public record Entry(String key, String name, Instant since) {}

  /** What is signed, as JSON. */
  record Content(long number, Instant issued, List<Entry> entries) {
    Content {
      entries = List.copyOf(entries);
      if (number < 1) {
        throw new IllegalArgumentException("lists are numbered from 1");
      }
    }
  }

  /** Signs a list; {@code number} is one more than that of the list before. */
  public static RevocationList sign(
      SigningKey authority, long number, Instant issued, List<Entry> entries) {
    var content = new Content(number, issued, entries);
    var text = Wire.encode(content).getBytes(UTF_8);
    var base64 = Base64.getEncoder();
    var signature = authority.sign(purposed(text));
    return new RevocationList(
        content, base64.encodeToString(text) + "." + base64.encodeToString(signature));
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws RejectedException if it is none, or signed by somebody else
   */
  public static RevocationList read(String encoded, Authority authority) throws RejectedException {
    if (encoded.length() > LONGEST) {
      throw new RejectedException(Rejection.MALFORMED, "a revocation list is not that long");
    }
    var parts = encoded.strip().split("\\.", -1);
    if (parts.length != 2) {
      throw new RejectedException(Rejection.MALFORMED, "it is no revocation list");
    }
    try {
      var text = Base64.getDecoder().decode(parts[0]);
      var signature = Base64.getDecoder().decode(parts[1]);
      if (!authority.key().signed(purposed(text), signature)) {
        throw new RejectedException(
            Rejection.FOREIGN, "our authority did not sign the revocation list");
      }
      return new RevocationList(
          Wire.decode(new String(text, UTF_8), Content.class), encoded.strip());
    } catch (IllegalArgumentException | MalformedMessageException e) {
      throw new RejectedException(Rejection.MALFORMED, "it is no revocation list");
    }
  }

  /** Counts the lists of an authority. */
  public long number() {
    return content.number();
  }

  public Instant issued() {
    return content.issued();
  }

  public List<Entry> entries() {
    return content.entries();
  }

  public boolean revokes(String key) {
    return keys.contains(key);
  }

  public boolean newerThan(RevocationList other) {
    return number() > other.number();
  }

  /** One line of ASCII, signature included; what a roll-call carries. */
  public String encoded() {
    return encoded;
  }

  private static byte[] purposed(byte[] text) {
    var whole = Arrays.copyOf(PURPOSE, PURPOSE.length + text.length);
    System.arraycopy(text, 0, whole, PURPOSE.length, text.length);
    return whole;
  }
}
