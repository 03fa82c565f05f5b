package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a check is unknown, so that exit codes need no text. */
public enum Blindness {
  /** More rights would reveal it. */
  @JsonProperty("privilege")
  PRIVILEGE,
  /** A program or file that is needed is not there. */
  @JsonProperty("missing")
  MISSING,
  /** The tool did not end in time. */
  @JsonProperty("timed-out")
  TIMED_OUT,
  /** The tool printed what could not be understood. */
  @JsonProperty("unparsable")
  UNPARSABLE,
  /** The tool ended with an error. */
  @JsonProperty("failed")
  FAILED,
  /** A recording does not hold it. */
  @JsonProperty("unlisted")
  UNLISTED,
  /** Policy or the missing sandbox forbids it. */
  @JsonProperty("refused")
  REFUSED,
  /** The whole subtask has no outcome. */
  @JsonProperty("subtask")
  SUBTASK;

  /** The name on the wire, in reports and in YAML. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
