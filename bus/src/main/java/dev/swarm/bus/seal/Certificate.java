package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * An X.509 certificate of the one kind that is known here: Ed25519 within and below, DER with not a
 * byte to spare. Whether anybody vouches for it is not asked yet. Any thread.
 */
final class Certificate {
  /** Ours have some 500 bytes with names of 200 characters. */
  private static final int LONGEST = 8192;

  private final byte[] der;
  private final byte[] signed;
  private final byte[] signature;
  private final byte[] issuer;
  private final byte[] subject;
  private final VerifyingKey key;
  private final boolean issues;
  private final String name;
  private final String unit;
  private final Instant from;
  private final Instant until;

  /** Takes out all that is ever asked for: Bouncy Castle reads, and fails, as late as it can. */
  private Certificate(byte[] der) throws IOException, RejectedException {
    var whole =
        org.bouncycastle.asn1.x509.Certificate.getInstance(ASN1Primitive.fromByteArray(der));
    var body = whole.getTBSCertificate();
    requireStrict(whole, der);
    this.der = der.clone();
    this.signed = body.getEncoded(ASN1Encoding.DER);
    this.signature = whole.getSignature().getOctets();
    this.issuer = body.getIssuer().getEncoded(ASN1Encoding.DER);
    this.subject = body.getSubject().getEncoded(ASN1Encoding.DER);
    this.key = new VerifyingKey(body.getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
    this.issues = issues(body);
    this.name = said(body, BCStyle.CN);
    this.unit = said(body, BCStyle.OU);
    this.from = body.getStartDate().getDate().toInstant();
    this.until = body.getEndDate().getDate().toInstant();
  }

  /**
   * Reads one; DER from anywhere, whatever it is.
   *
   * @throws RejectedException if it is not of this kind: {@link Rejection#MALFORMED}
   */
  static Certificate read(byte[] der) throws RejectedException {
    if (der.length > LONGEST) {
      throw malformed("it has " + der.length + " bytes");
    }
    try {
      return new Certificate(der);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle throws many kinds for bytes that are no certificate.
      throw malformed("it cannot be read");
    }
  }

  boolean issuedBy(Certificate other) {
    return Arrays.equals(issuer, other.subject) && other.key.signed(signed, signature);
  }

  /** Whether it may issue others. */
  boolean issues() {
    return issues;
  }

  /** The one CN of the subject; empty if there is none or more. */
  String name() {
    return name;
  }

  /** The one OU of the subject; empty if there is none or more. */
  String unit() {
    return unit;
  }

  X500Name subject() {
    return X500Name.getInstance(subject);
  }

  VerifyingKey key() {
    return key;
  }

  Instant from() {
    return from;
  }

  Instant until() {
    return until;
  }

  byte[] encoded() {
    return der.clone();
  }

  private static void requireStrict(org.bouncycastle.asn1.x509.Certificate whole, byte[] der)
      throws IOException, RejectedException {
    if (!Arrays.equals(whole.getEncoded(ASN1Encoding.DER), der)) {
      throw malformed("it is not in DER");
    }
    var body = whole.getTBSCertificate();
    var kind = body.getSubjectPublicKeyInfo().getAlgorithm();
    if (!kind.getAlgorithm().equals(SigningKey.KIND.getAlgorithm())
        || !whole.getSignatureAlgorithm().equals(body.getSignature())
        || !whole.getSignatureAlgorithm().equals(kind)) {
      throw malformed("it is not of Ed25519");
    }
  }

  private static boolean issues(TBSCertificate body) {
    var extensions = body.getExtensions();
    var basic = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    return basic != null && basic.isCA();
  }

  private static String said(TBSCertificate body, ASN1ObjectIdentifier kind) {
    var named = body.getSubject().getRDNs(kind);
    boolean one = named.length == 1 && !named[0].isMultiValued();
    return one && named[0].getFirst().getValue() instanceof ASN1String text ? text.getString() : "";
  }

  private static RejectedException malformed(String detail) {
    return new RejectedException(Rejection.MALFORMED, "its certificate: " + detail);
  }
}
