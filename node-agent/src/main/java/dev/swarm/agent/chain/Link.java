package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.protocol.Hashes;
import java.util.regex.Pattern;

/**
 * The end of a chain: how many lines it has, and the hash over all of them.
 *
 * <p>A line is {@code {"n":NUMBER,"body":OBJECT,"chain":"HASH"}}, the hash being SHA-256 over the
 * hash before it and everything of the line up to it.
 */
public record Link(long number, String chain) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Before the first line. */
  public static final Link START = new Link(0, "0".repeat(64));

  private static final String TAIL = ",\"chain\":\"";
  private static final int TAIL_LENGTH = TAIL.length() + 64 + 2;

  public Link {
    if (number < 0 || !HASH.matcher(chain).matches()) {
      throw new IllegalArgumentException("no end of a chain: " + number + " " + chain);
    }
  }

  /** The end after one more line. */
  Link next(String body) {
    return new Link(number + 1, Hashes.sha256(chain + head(number + 1, body)));
  }

  /** The line that leads to this end, without its line feed. */
  String line(String body) {
    return head(number, body) + TAIL + chain + "\"}";
  }

  private static String head(long number, String body) {
    return "{\"n\":" + number + ",\"body\":" + body;
  }

  /** What a line says of itself, true or not. */
  record Said(long number, String body, String chain) {}

  /**
   * Reads a line.
   *
   * @throws BrokenLineException if it is none
   */
  static Said read(byte[] bytes) throws BrokenLineException {
    var line = new String(bytes, UTF_8);
    int tail = line.length() - TAIL_LENGTH;
    int body = line.indexOf(",\"body\":");
    if (!line.startsWith("{\"n\":") || body < 0 || tail < body || !line.endsWith("\"}")) {
      throw new BrokenLineException();
    }
    var number = line.substring(5, body);
    var chain = line.substring(tail + TAIL.length(), line.length() - 2);
    if (!NUMBER.matcher(number).matches()
        || !line.startsWith(TAIL, tail)
        || !HASH.matcher(chain).matches()) {
      throw new BrokenLineException();
    }
    return new Said(Long.parseLong(number), line.substring(body + 8, tail), chain);
  }

  /** The bytes are no line of a chain. */
  static final class BrokenLineException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
