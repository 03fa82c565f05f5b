package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How well a finding is backed by what tools really printed. */
public enum Proof {
  /** The cited lines say it, and it still held when looked at again. */
  @JsonProperty("proven")
  PROVEN,
  /** A row says otherwise, or the check on that very field says ok. */
  @JsonProperty("refuted")
  REFUTED,
  /** It could not be checked. */
  @JsonProperty("unproven")
  UNPROVEN;

  /** The name on the wire, in reports and in YAML. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
