package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import java.time.Instant;
import java.util.Arrays;

/**
 * Who somebody says to be: an X.509 certificate with the name as CN and the role as OU. It is worth
 * something once {@link Cards#check} has seen it. Any thread.
 */
public final class Card {
  private final Certificate certificate;
  private final Role role;

  private Card(Certificate certificate, Role role) {
    this.certificate = certificate;
    this.role = role;
  }

  /**
   * Reads one.
   *
   * @throws RejectedException if it is none: {@link Rejection#MALFORMED}
   */
  public static Card read(byte[] der) throws RejectedException {
    var certificate = Certificate.read(der);
    if (certificate.issues() || certificate.name().isBlank()) {
      throw new RejectedException(Rejection.MALFORMED, "its certificate is no card of a member");
    }
    return new Card(certificate, member(certificate.unit()));
  }

  private static Role member(String word) throws RejectedException {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.AUTHORITY && role.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new RejectedException(Rejection.MALFORMED, "its certificate has no role"));
  }

  public Role role() {
    return role;
  }

  public String name() {
    return certificate.name();
  }

  public VerifyingKey key() {
    return certificate.key();
  }

  /** From when it holds. */
  public Instant from() {
    return certificate.from();
  }

  /** When it ends. */
  public Instant until() {
    return certificate.until();
  }

  /** As DER. */
  public byte[] encoded() {
    return certificate.encoded();
  }

  Certificate certificate() {
    return certificate;
  }

  @Override
  public String toString() {
    return role + " " + name() + " (" + key().id() + ")";
  }
}
