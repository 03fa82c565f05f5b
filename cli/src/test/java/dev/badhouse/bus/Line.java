package dev.badhouse.bus;

import dev.badhouse.agent.Worker;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;

/** Knows who speaks on it, and makes up what they may say. */
public interface Line {
  Worker worker();

  /** In no registry. */
  default Verb<Noted, Noted> shout() {
    return new Verb<>(
        "shout", Noted.class, Noted.class, Role.NODE, Verb.Place.BEATS, Verb.Freshness.HEARD);
  }
}
