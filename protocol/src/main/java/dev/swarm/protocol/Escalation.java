package dev.swarm.protocol;

/**
 * A wish for a stronger model.
 *
 * @param from the model that did not get on
 * @param to the model asked instead; empty where there was no permit in time
 * @param reason the signal: no progress, a failed proof, a check that asks for it
 * @param answer {@code permitted}, or why not
 */
public record Escalation(String from, String to, String reason, String answer) {

  /** Whether the stronger model was asked. */
  public boolean permitted() {
    return !to.isEmpty();
  }
}
