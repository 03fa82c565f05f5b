package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.Envelope;
import dev.swarm.bus.Frame;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Seal;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Rejection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs each frame with the process's key over every byte before the signature, and shows the card
 * that says whose key it is. Any thread.
 */
public final class SignedSeal implements Seal {
  private static final byte[] NOTHING = {};

  private final SigningKey key;
  private final byte[] card;
  private final Cards cards;
  private final Sender own;
  private final AtomicLong serial = new AtomicLong();

  /** For a process that starts now: it gets a random name of its own. */
  public SignedSeal(KeyBundle bundle, Cards cards) {
    this.key = bundle.key();
    this.card = bundle.card().encoded();
    this.cards = cards;
    this.own = new Sender(bundle.card().role(), bundle.card().name(), UUID.randomUUID().toString());
  }

  @Override
  public Sender own() {
    return own;
  }

  /** What it takes for good, and what is revoked. */
  public Cards cards() {
    return cards;
  }

  @Override
  public byte[] close(String type, String recipient, String freshness, String body) {
    var unsigned =
        new Frame(
                type,
                recipient,
                freshness,
                own.role(),
                own.name(),
                own.process(),
                serial.incrementAndGet(),
                card,
                body.getBytes(UTF_8),
                NOTHING)
            .unsigned();
    return Frame.whole(unsigned, key.sign(unsigned));
  }

  @Override
  public Envelope glance(byte[] frame) throws RejectedException {
    return Frame.read(frame).envelope();
  }

  @Override
  public Opened open(byte[] frame) throws RejectedException {
    var read = Frame.read(frame);
    requireParts(read);
    var shown = cards.check(read.card());
    requireSame(read, shown);
    if (!shown.key().signed(frame, read.signedLength(frame), read.signature())) {
      throw new RejectedException(Rejection.ALTERED, "the signature is not of " + shown);
    }
    return new Opened(
        new Sender(shown.role(), shown.name(), read.process()), read.envelope(), read.text());
  }

  private static void requireParts(Frame read) throws RejectedException {
    if (read.signature().length == 0) {
      throw new RejectedException(Rejection.UNSIGNED, "it bears no signature");
    }
    if (read.card().length == 0) {
      throw new RejectedException(Rejection.UNSIGNED, "it bears no card");
    }
    if (read.signature().length != VerifyingKey.SIGNATURE) {
      throw new RejectedException(
          Rejection.MALFORMED, "a signature has no " + read.signature().length + " bytes");
    }
  }

  /** Nobody speaks in another's name, nor as what the card does not say. */
  private static void requireSame(Frame read, Card shown) throws RejectedException {
    if (read.role() != shown.role()) {
      throw new RejectedException(
          Rejection.WRONG_ROLE, "it says to be of a " + read.role() + ", its card: " + shown);
    }
    if (!read.name().equals(shown.name())) {
      throw new RejectedException(
          Rejection.FOREIGN, "it says to be of " + read.name() + ", its card: " + shown);
    }
  }
}
