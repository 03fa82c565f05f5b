package dev.swarm.coordinator;

import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Replays;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;

/**
 * Lets in what is addressed to this session, and each message once. What everybody hears comes in
 * as well, but once too; whether it shows life is judged where it is heard.
 */
public final class CoordinatorDoorkeeper implements Doorkeeper {
  private final String session;
  private final Replays replays = new Replays();

  /**
   * @param session of this process; the address it listens on bears it
   */
  public CoordinatorDoorkeeper(String session) {
    this.session = session;
  }

  @Override
  public void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    requireOurs(envelope, verb);
    if (replays.seen(envelope.process(), envelope.serial())) {
      throw replayed(envelope);
    }
  }

  @Override
  public void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
    var envelope = message.envelope();
    requireOurs(envelope, verb);
    if (!replays.first(message.from().process(), envelope.serial())) {
      throw replayed(envelope);
    }
  }

  private void requireOurs(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    switch (verb.freshness()) {
      case SESSION -> {
        if (!envelope.recipient().equals(session)) {
          throw new RejectedException(Rejection.STALE, "it is for another session than ours");
        }
      }
      case HEARD -> {
        if (!envelope.recipient().equals("*")) {
          throw new RejectedException(Rejection.MISDIRECTED, "it is not for everybody");
        }
      }
      case BEAT, CLOCK ->
          throw new RejectedException(Rejection.MISDIRECTED, "coordinators hear no " + verb);
    }
  }

  private static RejectedException replayed(Envelope envelope) {
    return new RejectedException(
        Rejection.REPLAYED, "message " + envelope.serial() + " of its process was here before");
  }
}
