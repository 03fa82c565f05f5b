package dev.swarm.bus.seal.issue;

import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Authority;
import dev.swarm.bus.seal.Card;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.RevocationList;
import dev.swarm.bus.seal.SigningKey;
import dev.swarm.protocol.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The authority with its private key: whoever has it can make anybody a member of the fleet. Any
 * thread.
 *
 * @param cluster the name of the fleet's cluster
 */
public record AuthorityKey(String cluster, Authority authority, SigningKey key) {
  /** Keys begin that long before they are made, since clocks differ. */
  private static final Duration BEFORE = Duration.ofHours(1);

  private static final Duration YEARS = Duration.ofDays(3650);
  private static final SecureRandom CHANCE = new SecureRandom();

  /** The private key belongs to the authority's certificate. */
  public AuthorityKey {
    if (!key.verifying().id().equals(authority.key().id())) {
      throw new IllegalArgumentException("the private key does not belong to the certificate");
    }
  }

  /** A new authority for ten years, of a fleet that nobody can guess the name of. */
  public static AuthorityKey make(String fleet, Instant now) {
    var key = SigningKey.random(CHANCE);
    var subject = CertificateDraft.name(fleet, Role.AUTHORITY.name());
    var draft = new CertificateDraft(subject, key.verifying(), from(now), until(now, YEARS));
    return new AuthorityKey(fleet + "-" + random(), authority(draft.authority(key, CHANCE)), key);
  }

  /**
   * A new key, and a card for it.
   *
   * @param valid how long from now on; never longer than the authority itself
   */
  public KeyBundle issue(
      Role role, String name, Duration valid, Instant now, Optional<RevocationList> revocations) {
    var fresh = SigningKey.random(CHANCE);
    var until = until(now, valid);
    var draft =
        new CertificateDraft(
            CertificateDraft.name(name, role.name()),
            fresh.verifying(),
            from(now),
            until.isBefore(authority.until()) ? until : authority.until());
    var card = card(draft.card(authority.subject(), key, CHANCE));
    return new KeyBundle(cluster, authority, card, fresh, revocations);
  }

  /** The list that follows {@code before}: {@code entries} are all that is revoked. */
  public RevocationList revoke(
      Optional<RevocationList> before, List<RevocationList.Entry> entries, Instant now) {
    long number = before.map(RevocationList::number).orElse(0L) + 1;
    return RevocationList.sign(key, number, now, entries);
  }

  private static Instant from(Instant now) {
    return now.minus(BEFORE).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant until(Instant now, Duration valid) {
    return now.plus(valid).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String random() {
    var bytes = new byte[16];
    CHANCE.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Authority authority(byte[] der) {
    try {
      return Authority.read(der);
    } catch (RejectedException e) {
      throw new IllegalStateException("what was issued can be read", e);
    }
  }

  private static Card card(byte[] der) {
    try {
      return Card.read(der);
    } catch (RejectedException e) {
      throw new IllegalStateException("what was issued can be read", e);
    }
  }
}
