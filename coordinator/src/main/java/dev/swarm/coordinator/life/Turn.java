package dev.swarm.coordinator.life;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;

/**
 * A point at which the life of a finding turned: what a history over time is made of.
 *
 * @param at end of the run that brought it about
 * @param severity of the finding then
 */
public record Turn(
    Instant at, RunId run, String node, Fingerprint fingerprint, Severity severity, Kind kind) {
  /** What happened. */
  public enum Kind {
    @JsonProperty("new")
    NEW,
    @JsonProperty("fixed")
    FIXED,
    @JsonProperty("back")
    BACK,
    /** Still there, in another severity. */
    @JsonProperty("changed")
    CHANGED
  }
}
