package dev.swarm.coordinator.life;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one finding on one node.
 *
 * @param check empty for what no check covers; such a one is never fixed by silence
 * @param severity when it was last seen, as are subject, title and mind
 * @param mind who reported it: {@code playbook}, or a model's name
 * @param returned whether it was fixed before, and has come back
 * @param swinging whether it comes and goes: it stays open until it has been gone for longer
 * @param firstSeen end of the first run that saw it; never later, whatever it went through
 * @param fixedAt when it was found fixed; present exactly when it is
 * @param times how many runs saw it
 * @param judgement what counts of what operators said; never a withdrawal
 */
public record Life(
    String node,
    Fingerprint fingerprint,
    Optional<CheckId> check,
    Area area,
    String subject,
    Severity severity,
    String title,
    String mind,
    State state,
    boolean returned,
    boolean swinging,
    Instant firstSeen,
    RunId firstRun,
    Instant lastSeen,
    RunId lastRun,
    Optional<Instant> fixedAt,
    int times,
    Optional<Judgement> judgement) {
  public Life {
    if ((state == State.FIXED) != fixedAt.isPresent()) {
      throw new IllegalArgumentException("what is fixed was fixed at a time: " + title);
    }
  }

  /** Whether it is there. */
  public enum State {
    /** There, or not known to be gone. */
    @JsonProperty("open")
    OPEN,
    /** Its check has looked again, and again, and does not see it any more. */
    @JsonProperty("fixed")
    FIXED
  }

  /** Whether an acceptance holds at {@code time}. */
  public boolean accepted(Instant time) {
    return judgement
        .filter(said -> said instanceof Judgement.Accepted accepted && accepted.holds(time))
        .isPresent();
  }

  /** Whether it is open and nobody has accepted that: what sums and exit codes count. */
  public boolean counts(Instant time) {
    return state == State.OPEN && !accepted(time);
  }

  /** The same with what was said of it. */
  public Life judged(Optional<Judgement> said) {
    return new Life(
        node,
        fingerprint,
        check,
        area,
        subject,
        severity,
        title,
        mind,
        state,
        returned,
        swinging,
        firstSeen,
        firstRun,
        lastSeen,
        lastRun,
        fixedAt,
        times,
        said);
  }
}
