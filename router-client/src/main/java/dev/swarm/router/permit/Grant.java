package dev.swarm.router.permit;

/** The answer to a wish. */
public sealed interface Grant {

  /** One call may be made. */
  record Permitted() implements Grant {}

  /** None may; {@code reason} names the limit. */
  record Refused(String reason) implements Grant {}
}
