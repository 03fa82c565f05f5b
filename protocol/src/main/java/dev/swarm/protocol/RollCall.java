package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Optional;

/**
 * A coordinator asks a node who it is.
 *
 * @param session names the asking process, new with each of its starts; what a node sends back to
 *     it goes to {@link Addresses#coordinator}
 * @param coordinator the name on its key
 * @param revocations the newest list of revoked keys that it has, as signed by the authority; empty
 *     where there is none
 * @param tempo how often it wants to hear of the node
 */
public record RollCall(
    String session,
    String coordinator,
    int protocolVersion,
    Optional<String> revocations,
    @JacksonInject(value = Wire.NO_TEMPO, useInput = OptBoolean.TRUE) Tempo tempo) {
  public RollCall {
    Text.require(session, "session");
    Text.require(coordinator, "coordinator");
  }
}
