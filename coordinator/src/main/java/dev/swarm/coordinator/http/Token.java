package dev.swarm.coordinator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A secret that lets somebody in. Only its hash is kept.
 *
 * @param name who it belongs to, as it stands beside what was done with it
 */
public record Token(String name, Access access, String sha256) {
  /** A token can be tried without end, but not guessed. */
  public static final int SHORTEST = 16;

  /** Of {@code secret}, which is not kept. */
  public static Token of(String name, Access access, String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "the token of " + name + " is too short: at least " + SHORTEST + " characters");
    }
    return new Token(name, access, hash(secret));
  }

  /** Whether {@code presented} is its secret; takes as long either way. */
  boolean is(String presented) {
    return MessageDigest.isEqual(
        sha256.getBytes(StandardCharsets.US_ASCII),
        hash(presented).getBytes(StandardCharsets.US_ASCII));
  }

  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return java.util.HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name + " (" + access.id() + ")";
  }
}
