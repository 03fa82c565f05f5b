package dev.swarm.bus.seal;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The private half of an Ed25519 key. It says nothing of itself but its id. Any thread. */
public final class SigningKey {
  /** What such keys and their signatures are called in certificates and key files (RFC 8410, 3). */
  public static final AlgorithmIdentifier KIND =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

  private final Ed25519PrivateKeyParameters key;
  private final VerifyingKey half;

  private SigningKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.half = new VerifyingKey(key.generatePublicKey().getEncoded());
  }

  /** A new one. */
  public static SigningKey random(SecureRandom chance) {
    return new SigningKey(new Ed25519PrivateKeyParameters(chance));
  }

  /**
   * Reads the DER of a PKCS #8 file.
   *
   * @throws IOException if it is none, or of another kind of key
   */
  public static SigningKey read(byte[] pkcs8) throws IOException {
    try {
      var info = PrivateKeyInfo.getInstance(pkcs8);
      if (!info.getPrivateKeyAlgorithm().getAlgorithm().equals(KIND.getAlgorithm())) {
        throw new IOException("it is no Ed25519 key");
      }
      var seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
      if (seed.length != Ed25519.SECRET_KEY_SIZE) {
        throw new IOException("an Ed25519 key has 32 bytes, not " + seed.length);
      }
      return new SigningKey(new Ed25519PrivateKeyParameters(seed));
    } catch (IllegalArgumentException | ClassCastException | IllegalStateException e) {
      throw new IOException("it is no private key of PKCS #8", e);
    }
  }

  /** Its other half. */
  public VerifyingKey verifying() {
    return half;
  }

  /** The signature over all of {@code text}, 64 bytes. */
  public byte[] sign(byte[] text) {
    var signature = new byte[VerifyingKey.SIGNATURE];
    key.sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
    return signature;
  }

  /** As DER of PKCS #8, version 1, which every reader knows. */
  public byte[] pkcs8() {
    try {
      return new PrivateKeyInfo(KIND, new DEROctetString(key.getEncoded())).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a key in memory can be written", e);
    }
  }

  @Override
  public String toString() {
    return "private key " + half.id();
  }
}
