package dev.swarm.coordinator.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.coordinator.life.Turn;
import java.util.Arrays;
import java.util.Optional;

/** What can be told of a finding; in the order in which it is told. */
public enum Happening {
  /** Seen for the first time on a node. */
  @JsonProperty("new")
  NEW("new", Turn.Kind.NEW),
  /** It was fixed, and is there again. */
  @JsonProperty("back")
  BACK("back", Turn.Kind.BACK),
  /** Still there, in another severity. */
  @JsonProperty("changed")
  CHANGED("changed", Turn.Kind.CHANGED),
  /** Gone, and looked for. */
  @JsonProperty("fixed")
  FIXED("fixed", Turn.Kind.FIXED);

  private final String id;
  private final Turn.Kind kind;

  Happening(String id, Turn.Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** As it is written in the configuration. */
  public String id() {
    return id;
  }

  static Optional<Happening> of(Turn.Kind kind) {
    return Arrays.stream(values()).filter(one -> one.kind == kind).findFirst();
  }
}
