package dev.swarm.bus.cluster;

import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets pings in that are meant for this membership, and each once: those of one process come in the
 * order in which it sent them, so an old number is a replay.
 */
final class PingKeeper implements Doorkeeper {
  private final String member;
  private final Map<String, Long> latest = new HashMap<>();

  PingKeeper(String member) {
    this.member = member;
  }

  @Override
  public void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    if (!envelope.recipient().equals(member)) {
      throw new RejectedException(Rejection.MISDIRECTED, "it is for another membership");
    }
    if (envelope.serial() <= latest.getOrDefault(envelope.process(), 0L)) {
      throw new RejectedException(Rejection.REPLAYED, "a later one of its process was here");
    }
  }

  @Override
  public void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
    glance(message.envelope(), verb);
    var _ = latest.put(message.envelope().process(), message.envelope().serial());
  }
}
