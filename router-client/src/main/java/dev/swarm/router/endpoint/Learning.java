package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.wire.Profile;
import java.util.Optional;

/** What a refusal teaches about how an endpoint wants to be spoken to. Pure. */
@FunctionalInterface
public interface Learning {

  /** The profile to use from now on; empty where the refusal teaches nothing new. */
  Optional<Profile> learned(Profile profile, Trouble trouble, String body);
}
