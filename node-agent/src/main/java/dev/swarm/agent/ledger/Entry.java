package dev.swarm.agent.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import java.time.Instant;

/** Something an agent must not forget; the instants are of its wall clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Led.class, name = "led"),
  @JsonSubTypes.Type(value = Entry.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Entry.Receipted.class, name = "receipted"),
  @JsonSubTypes.Type(value = Entry.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = Entry.Called.class, name = "called"),
})
public sealed interface Entry {
  /** A run is led in this term, and what belongs to it goes to {@code session}. */
  record Led(RunId run, long epoch, String session, Instant at) implements Entry {}

  /** An attempt is worked from now on, and never again. */
  record Begun(RunId run, Attempt attempt, Instant at) implements Entry {}

  /** An attempt came to this. */
  record Ended(RunId run, Outcome outcome, Instant at) implements Entry {}

  /** Whoever leads the run has the outcome, or wants it no more. */
  record Receipted(RunId run, Attempt attempt) implements Entry {}

  /** The run is over: only its term is kept. */
  record Closed(RunId run, Instant at) implements Entry {}

  /** A roll-call came in; the same one must not come in twice. */
  record Called(String process, long serial, Instant at) implements Entry {}
}
