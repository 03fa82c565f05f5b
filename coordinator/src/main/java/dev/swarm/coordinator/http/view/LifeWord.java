package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import java.time.Instant;
import java.util.Locale;

/** Where the life of a finding stands, in one word; what needs a look most comes first. */
public enum LifeWord {
  @JsonProperty("open")
  OPEN,
  /** It was fixed before, and is there again. */
  @JsonProperty("back")
  BACK,
  @JsonProperty("acknowledged")
  ACKNOWLEDGED,
  @JsonProperty("wrong")
  WRONG,
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("fixed")
  FIXED;

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a life at {@code time}. */
  public static LifeWord of(Life life, Instant time) {
    return switch (life.state()) {
      case FIXED -> FIXED;
      case OPEN -> life.judgement().map(said -> of(life, said, time)).orElseGet(() -> plain(life));
    };
  }

  private static LifeWord of(Life life, Judgement said, Instant time) {
    return switch (said) {
      case Judgement.Acknowledged _ -> ACKNOWLEDGED;
      case Judgement.Wrong _ -> WRONG;
      case Judgement.Accepted _ -> life.accepted(time) ? ACCEPTED : plain(life);
      case Judgement.Withdrawn _ -> plain(life);
    };
  }

  private static LifeWord plain(Life life) {
    return life.returned() ? BACK : OPEN;
  }
}
