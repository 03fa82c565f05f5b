package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a check ended on a node. */
public enum CoverageState {
  /** Looked at, and fine. */
  @JsonProperty("ok")
  OK,
  /** Looked at, and something is wrong. */
  @JsonProperty("finding")
  FINDING,
  /** It may exist and could not be seen. */
  @JsonProperty("unknown")
  UNKNOWN,
  /** The thing does not exist here. */
  @JsonProperty("not-applicable")
  NOT_APPLICABLE,
  /** Excluded, out of budget, lost or cancelled. */
  @JsonProperty("not-run")
  NOT_RUN;

  /** The name on the wire, in reports and in YAML. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
