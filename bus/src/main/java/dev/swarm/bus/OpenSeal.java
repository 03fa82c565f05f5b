package dev.swarm.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Within one process: envelopes without signatures. Whoever could write to this bus is already us.
 */
public final class OpenSeal implements Seal {
  private static final byte[] NOTHING = {};

  private final Sender own;
  private final AtomicLong serial = new AtomicLong();

  public OpenSeal(Sender own) {
    this.own = own;
  }

  @Override
  public Sender own() {
    return own;
  }

  @Override
  public byte[] close(String type, String recipient, String freshness, String body) {
    var frame =
        new Frame(
            type,
            recipient,
            freshness,
            own.role(),
            own.name(),
            own.process(),
            serial.incrementAndGet(),
            NOTHING,
            body.getBytes(UTF_8),
            NOTHING);
    return Frame.whole(frame.unsigned(), NOTHING);
  }

  @Override
  public Envelope glance(byte[] frame) throws RejectedException {
    return Frame.read(frame).envelope();
  }

  @Override
  public Opened open(byte[] frame) throws RejectedException {
    var read = Frame.read(frame);
    return new Opened(
        new Sender(read.role(), read.name(), read.process()), read.envelope(), read.text());
  }
}
