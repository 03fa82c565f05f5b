package dev.swarm.bus.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The public half of an Ed25519 key. Any thread. */
public final class VerifyingKey {
  /** How long a signature is, in bytes. */
  static final int SIGNATURE = 64;

  private static final int ID_BYTES = 16;

  private final Ed25519PublicKeyParameters key;
  private final String id;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if these are no 32 bytes of a point
   */
  VerifyingKey(byte[] raw) {
    if (raw.length != Ed25519.PUBLIC_KEY_SIZE) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
    }
    key = new Ed25519PublicKeyParameters(raw);
    id = HexFormat.of().formatHex(Arrays.copyOf(sha256(raw), ID_BYTES));
  }

  /** Names the key wherever people and lists speak of it: 128 bits of its SHA-256, hexadecimal. */
  public String id() {
    return id;
  }

  /** Whether {@code signature} is this key's over all of {@code text}. */
  public boolean signed(byte[] text, byte[] signature) {
    return signed(text, text.length, signature);
  }

  /** Whether {@code signature} is this key's over the first {@code length} bytes. */
  boolean signed(byte[] bytes, int length, byte[] signature) {
    return signature.length == SIGNATURE
        && key.verify(Ed25519.Algorithm.Ed25519, null, bytes, 0, length, signature, 0);
  }

  /** Its 32 bytes. */
  public byte[] raw() {
    return key.getEncoded();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
