package dev.swarm.bus.seal;

import dev.swarm.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that one process needs to belong to a fleet: in one file per machine, see {@link KeyFile}.
 *
 * @param cluster the name of the Hazelcast cluster, random in its second half
 * @param revocations the newest list when the bundle was made
 */
public record KeyBundle(
    String cluster,
    Authority authority,
    Card card,
    SigningKey key,
    Optional<RevocationList> revocations) {
  private static final Duration SOON = Duration.ofDays(30);

  /** The key's card is of this very key, and of this authority. */
  public KeyBundle {
    if (cluster.isBlank()) {
      throw new IllegalArgumentException("a cluster has a name");
    }
    if (!key.verifying().id().equals(card.key().id())) {
      throw new IllegalArgumentException("the private key does not belong to the certificate");
    }
    if (!authority.issued(card)) {
      throw new IllegalArgumentException("the authority did not issue the certificate");
    }
  }

  /** What a person should know about its time: it is over, not yet come, or over soon. */
  public Optional<String> trouble(Instant now) {
    if (now.isAfter(card.until())) {
      return Optional.of(
          "the key of " + card.name() + " ended on " + card.until() + "; " + renewal());
    }
    if (now.isBefore(card.from())) {
      return Optional.of(
          "the key of "
              + card.name()
              + " is good from "
              + card.from()
              + " on, and here it is "
              + now
              + "; set this machine's clock");
    }
    return now.isAfter(card.until().minus(SOON))
        ? Optional.of("the key of " + card.name() + " ends on " + card.until() + "; " + renewal())
        : Optional.empty();
  }

  private String renewal() {
    var command = card.role() == Role.NODE ? "enrol " : "coordinator ";
    return "make another where the authority is: swarm keys " + command + card.name() + " --renew";
  }
}
