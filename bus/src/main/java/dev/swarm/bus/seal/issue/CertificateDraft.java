package dev.swarm.bus.seal.issue;

import dev.swarm.bus.seal.SigningKey;
import dev.swarm.bus.seal.VerifyingKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/**
 * A certificate before it is signed.
 *
 * @param from when it begins, in whole seconds
 */
record CertificateDraft(X500Name subject, VerifyingKey key, Instant from, Instant until) {

  /** A name as it stands on certificates; as it is, for a host's may be longer than X.520 likes. */
  static X500Name name(String common, String unit) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.OU, unit)
        .addRDN(BCStyle.CN, new DERUTF8String(common))
        .build();
  }

  /** Of an authority, by itself: may issue cards, but no further authority. */
  byte[] authority(SigningKey own, SecureRandom chance) {
    var usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    return signed(subject, own, chance, new BasicConstraints(0), usage);
  }

  /** Of a member, for messages and for both sides of TLS. */
  byte[] card(X500Name issuer, SigningKey authority, SecureRandom chance) {
    return signed(
        issuer,
        authority,
        chance,
        new BasicConstraints(false),
        new KeyUsage(KeyUsage.digitalSignature));
  }

  private byte[] signed(
      X500Name issuer,
      SigningKey by,
      SecureRandom chance,
      BasicConstraints constraints,
      KeyUsage usage) {
    try {
      var body = new V3TBSCertificateGenerator();
      body.setSerialNumber(new ASN1Integer(new BigInteger(126, chance).add(BigInteger.ONE)));
      body.setSignature(SigningKey.KIND);
      body.setIssuer(issuer);
      body.setStartDate(new Time(Date.from(from)));
      body.setEndDate(new Time(Date.from(until)));
      body.setSubject(subject);
      body.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(SigningKey.KIND, key.raw()));
      body.setExtensions(extensions(constraints, usage));
      var written = body.generateTBSCertificate();
      var signature = new DERBitString(by.sign(written.getEncoded(ASN1Encoding.DER)));
      return new DERSequence(new ASN1Encodable[] {written, SigningKey.KIND, signature})
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("a certificate in memory can be written", e);
    }
  }

  private static Extensions extensions(BasicConstraints constraints, KeyUsage usage)
      throws IOException {
    var extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.basicConstraints, true, constraints);
    extensions.addExtension(Extension.keyUsage, true, usage);
    if (!constraints.isCA()) {
      var both = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
      extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(both));
    }
    return extensions.generate();
  }
}
