package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;

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
    var holder = new X509CertificateHolder(der);
    requireStrict(holder, der);
    this.der = der.clone();
    this.signed = holder.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER);
    this.signature = holder.getSignature();
    this.issuer = holder.getIssuer().getEncoded(ASN1Encoding.DER);
    this.subject = holder.getSubject().getEncoded(ASN1Encoding.DER);
    this.key = new VerifyingKey(holder.getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
    this.issues = issues(holder);
    this.name = said(holder, BCStyle.CN);
    this.unit = said(holder, BCStyle.OU);
    this.from = holder.getNotBefore().toInstant();
    this.until = holder.getNotAfter().toInstant();
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

  private static void requireStrict(X509CertificateHolder holder, byte[] der)
      throws IOException, RejectedException {
    if (!Arrays.equals(holder.toASN1Structure().getEncoded(ASN1Encoding.DER), der)) {
      throw malformed("it is not in DER");
    }
    var within = holder.toASN1Structure().getTBSCertificate().getSignature();
    var kind = holder.getSubjectPublicKeyInfo().getAlgorithm();
    if (!kind.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)
        || !holder.getSignatureAlgorithm().equals(within)
        || !holder.getSignatureAlgorithm().equals(kind)) {
      throw malformed("it is not of Ed25519");
    }
  }

  private static boolean issues(X509CertificateHolder holder) {
    var extensions = holder.getExtensions();
    var basic = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    return basic != null && basic.isCA();
  }

  private static String said(X509CertificateHolder holder, ASN1ObjectIdentifier kind) {
    var named = holder.getSubject().getRDNs(kind);
    boolean one = named.length == 1 && !named[0].isMultiValued();
    return one && named[0].getFirst().getValue() instanceof ASN1String text ? text.getString() : "";
  }

  private static RejectedException malformed(String detail) {
    return new RejectedException(Rejection.MALFORMED, "its certificate: " + detail);
  }
}
