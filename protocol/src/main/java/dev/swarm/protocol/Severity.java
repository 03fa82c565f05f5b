package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How bad a finding is, mildest first. */
public enum Severity {
  /** Worth knowing; nothing to do now. */
  @JsonProperty("info")
  INFO,
  /** Will hurt if left alone. */
  @JsonProperty("warning")
  WARNING,
  /** Hurts now, or is about to. */
  @JsonProperty("critical")
  CRITICAL;

  /** The name on the wire, in reports and in YAML. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this is at least as bad as {@code other}. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
