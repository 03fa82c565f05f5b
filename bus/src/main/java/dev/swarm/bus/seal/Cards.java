package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a card is good now: issued by our authority, in its time, not revoked. Cards that
 * the authority vouches for are remembered by their bytes, so that a message costs one verification
 * and not two; time and revocation are asked anew each time. Any thread.
 */
public final class Cards {
  private static final int REMEMBERED = 4096;

  private final Authority authority;
  private final Revocations revocations;
  private final InstantSource clock;
  private final Map<ByteBuffer, Card> known;

  public Cards(Authority authority, Revocations revocations, InstantSource clock) {
    this.authority = authority;
    this.revocations = revocations;
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Card> eldest) {
            return size() > REMEMBERED;
          }
        };
  }

  /**
   * The card of these bytes, if it is good.
   *
   * @throws RejectedException if it is malformed, foreign, past or before its time, or revoked
   */
  public Card check(byte[] der) throws RejectedException {
    var card = vouched(der);
    requireGood(card);
    return card;
  }

  /**
   * Asks again about a card that {@link #check} gave.
   *
   * @throws RejectedException if it is past its time by now, or revoked
   */
  public void requireGood(Card card) throws RejectedException {
    requireTime(card);
    if (revocations.revoked(card.key().id())) {
      throw new RejectedException(Rejection.REVOKED, card + " is revoked");
    }
  }

  /** What is revoked, as far as is known. */
  public Revocations revocations() {
    return revocations;
  }

  /** Only what the authority issued is remembered, so nobody else can push it out. */
  private Card vouched(byte[] der) throws RejectedException {
    var bytes = ByteBuffer.wrap(der.clone());
    var remembered = remembered(bytes);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    var card = Card.read(der);
    if (!authority.issued(card)) {
      throw new RejectedException(
          Rejection.FOREIGN, "our authority did not issue the card of " + card);
    }
    synchronized (known) {
      known.put(bytes, card);
    }
    return card;
  }

  private Optional<Card> remembered(ByteBuffer bytes) {
    synchronized (known) {
      return Optional.ofNullable(known.get(bytes));
    }
  }

  private void requireTime(Card card) throws RejectedException {
    var now = clock.instant();
    if (now.isBefore(card.from())) {
      throw new RejectedException(
          Rejection.EXPIRED, card + " is good from " + card.from() + " on, and here it is " + now);
    }
    if (now.isAfter(card.until())) {
      throw new RejectedException(
          Rejection.EXPIRED, card + " was good until " + card.until() + ", and here it is " + now);
    }
  }
}
