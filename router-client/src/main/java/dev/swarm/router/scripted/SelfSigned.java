package dev.swarm.router.scripted;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that nobody vouches for, and its key, as PEM. Written by hand in DER (X.690, RFC
 * 5280), since the JDK has no public door to make one.
 */
public record SelfSigned(String certificate, String key) {
  private static final byte[] ECDSA_SHA256 = {
    0x06, 0x08, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x04, 0x03, 0x02
  };
  private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
  private static final byte[] ALTERNATIVE_NAME = {0x06, 0x03, 0x55, 0x1D, 0x11};
  private static final int SEQUENCE = 0x30;

  /** For this host, and for 127.0.0.1; valid until 2049. */
  public static SelfSigned of(String host) {
    return of(host, "200101000000Z", "491231235959Z");
  }

  /** For this host, and for 127.0.0.1; it was valid in 2020. */
  public static SelfSigned expired(String host) {
    return of(host, "200101000000Z", "201231235959Z");
  }

  private static SelfSigned of(String host, String from, String until) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      byte[] certificate = signed(content(host, from, until, pair), pair.getPrivate());
      return new SelfSigned(
          pem("CERTIFICATE", certificate), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("could not make a certificate: no EC in this JDK", missing);
    }
  }

  private static byte[] content(String host, String from, String until, KeyPair pair) {
    byte[] name =
        der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0C, bytes("scripted router")))));
    byte[] names = der(SEQUENCE, der(0x82, bytes(host)), der(0x87, new byte[] {127, 0, 0, 1}));
    return der(
        SEQUENCE,
        der(0xA0, der(0x02, new byte[] {2})),
        der(0x02, BigInteger.valueOf(host.hashCode() & 0x7fffffff).toByteArray()),
        der(SEQUENCE, ECDSA_SHA256),
        name,
        der(SEQUENCE, der(0x17, bytes(from)), der(0x17, bytes(until))),
        name,
        pair.getPublic().getEncoded(),
        der(0xA3, der(SEQUENCE, der(SEQUENCE, ALTERNATIVE_NAME, der(0x04, names)))));
  }

  private static byte[] signed(byte[] content, PrivateKey key) throws GeneralSecurityException {
    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(key);
    signer.update(content);
    byte[] signature = signer.sign();
    return der(SEQUENCE, content, der(SEQUENCE, ECDSA_SHA256), der(0x03, new byte[1], signature));
  }

  private static byte[] der(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    List.of(parts).forEach(content::writeBytes);
    var all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length > 255) {
      all.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8)});
    } else if (length > 127) {
      all.write(0x81);
    }
    all.write(length & 0xff);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String pem(String type, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
