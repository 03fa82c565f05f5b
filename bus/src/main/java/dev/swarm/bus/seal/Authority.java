package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;

/** The fleet's authority as everybody knows it: by its certificate. Any thread. */
public final class Authority {
  private final Certificate certificate;

  private Authority(Certificate certificate) {
    this.certificate = certificate;
  }

  /**
   * Reads its certificate.
   *
   * @throws RejectedException if it is none, or not of an authority
   */
  public static Authority read(byte[] der) throws RejectedException {
    var certificate = Certificate.read(der);
    if (!certificate.issues() || !certificate.issuedBy(certificate)) {
      throw new RejectedException(Rejection.FOREIGN, "the certificate is not of an authority");
    }
    return new Authority(certificate);
  }

  /** Whether it issued {@code card}. */
  public boolean issued(Card card) {
    return card.certificate().issuedBy(certificate);
  }

  public VerifyingKey key() {
    return certificate.key();
  }

  /** When it ends, and with it all that it issued. */
  public Instant until() {
    return certificate.until();
  }

  /** As DER. */
  public byte[] encoded() {
    return certificate.encoded();
  }

  /** What stands as issuer on each card. */
  public X500Name subject() {
    return certificate.subject();
  }
}
