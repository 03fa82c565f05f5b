package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An X.509 certificate of the one kind that is known here: Ed25519 within and below, DER with not a
 * byte to spare. Whether anybody vouches for it is not asked yet. Any thread.
 */
final class Certificate {
  /** Ours have some 500 bytes with names of 200 characters. */
  private static final int LONGEST = 8192;

  private final X509CertificateHolder holder;
  private final byte[] der;
  private final byte[] signed;
  private final VerifyingKey key;

  private Certificate(byte[] der) throws IOException, RejectedException {
    this.holder = new X509CertificateHolder(der);
    this.der = der.clone();
    var whole = holder.toASN1Structure();
    if (!Arrays.equals(whole.getEncoded(ASN1Encoding.DER), der)) {
      throw malformed("it is not in DER");
    }
    var inner = whole.getTBSCertificate();
    var kind = holder.getSubjectPublicKeyInfo().getAlgorithm();
    if (!kind.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)
        || !holder.getSignatureAlgorithm().equals(inner.getSignature())
        || !holder.getSignatureAlgorithm().equals(kind)) {
      throw malformed("it is not of Ed25519");
    }
    this.signed = inner.getEncoded(ASN1Encoding.DER);
    this.key = new VerifyingKey(holder.getSubjectPublicKeyInfo().getPublicKeyData().getOctets());
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

  boolean issuedBy(Certificate issuer) {
    return holder.getIssuer().equals(issuer.holder.getSubject())
        && issuer.key.signed(signed, holder.getSignature());
  }

  boolean issues() {
    var extensions = holder.getExtensions();
    var basic = extensions == null ? null : BasicConstraints.fromExtensions(extensions);
    return basic != null && basic.isCA();
  }

  /** The one value of {@code kind} in the subject; empty if there is none or more. */
  String said(ASN1ObjectIdentifier kind) {
    var named = holder.getSubject().getRDNs(kind);
    boolean one = named.length == 1 && !named[0].isMultiValued();
    return one ? IETFUtils.valueToString(named[0].getFirst().getValue()) : "";
  }

  X500Name subject() {
    return holder.getSubject();
  }

  VerifyingKey key() {
    return key;
  }

  Instant from() {
    return holder.getNotBefore().toInstant();
  }

  Instant until() {
    return holder.getNotAfter().toInstant();
  }

  byte[] encoded() {
    return der.clone();
  }

  private static RejectedException malformed(String detail) {
    return new RejectedException(Rejection.MALFORMED, "its certificate: " + detail);
  }
}
