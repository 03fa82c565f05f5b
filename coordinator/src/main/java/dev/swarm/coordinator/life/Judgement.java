package dev.swarm.coordinator.life;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What an operator says of a finding on a node. The last one counts; none is ever deleted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Judgement.Acknowledged.class, name = "acknowledged"),
  @JsonSubTypes.Type(value = Judgement.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = Judgement.Wrong.class, name = "wrong"),
  @JsonSubTypes.Type(value = Judgement.Withdrawn.class, name = "withdrawn"),
})
public sealed interface Judgement {
  /** Whoever said it: a login name, or the name of a token. */
  String by();

  /** Wall clock, when it was said. */
  Instant at();

  /** Why, in the operator's words; may be empty where no reason is asked for. */
  String note();

  /** Somebody has seen it and is on it. It counts as before; it lapses when it was fixed. */
  record Acknowledged(String by, Instant at, String note) implements Judgement {
    public Acknowledged {
      Words.require(by, "who acknowledges");
      Words.limit(note, "note");
    }
  }

  /**
   * It may stay so for a while: until then it is shown, and neither counts nor makes a run fail.
   *
   * @param until from here on it counts again
   */
  record Accepted(String by, Instant at, Instant until, String reason) implements Judgement {
    public Accepted {
      Words.require(by, "who accepts");
      Words.require(reason, "reason for accepting");
      if (!until.isAfter(at)) {
        throw new IllegalArgumentException("the end of an acceptance lies ahead, not at " + until);
      }
    }

    @Override
    public String note() {
      return reason;
    }

    /** Whether it holds at {@code time}. */
    public boolean holds(Instant time) {
      return time.isBefore(until);
    }
  }

  /** It is not so, whatever the proof says: told of whoever reported it. It counts as before. */
  record Wrong(String by, Instant at, String reason) implements Judgement {
    public Wrong {
      Words.require(by, "who says that it is wrong");
      Words.require(reason, "reason why it is wrong");
    }

    @Override
    public String note() {
      return reason;
    }
  }

  /** What was said before does not count any more. */
  record Withdrawn(String by, Instant at, String note) implements Judgement {
    public Withdrawn {
      Words.require(by, "who withdraws");
      Words.limit(note, "note");
    }
  }
}
