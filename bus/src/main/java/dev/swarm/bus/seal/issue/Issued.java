package dev.swarm.bus.seal.issue;

import dev.swarm.bus.seal.Card;
import dev.swarm.protocol.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that was issued, as the keys folder remembers it.
 *
 * @param key its id
 * @param revoked since when
 */
public record Issued(
    String name, Role role, String key, Instant from, Instant until, Optional<Instant> revoked) {

  static Issued of(Card card, Optional<Instant> revoked) {
    return new Issued(
        card.name(), card.role(), card.key().id(), card.from(), card.until(), revoked);
  }

  /** Whether others would believe it. */
  public boolean good(Instant now) {
    return revoked.isEmpty() && !now.isAfter(until);
  }
}
