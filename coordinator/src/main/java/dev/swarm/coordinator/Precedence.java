package dev.swarm.coordinator;

/**
 * Whose turn it is among coordinators that stay, as one of them sees it: what is to be done once
 * falls to the first.
 */
public enum Precedence {
  /** No other coordinator that stays is heard. */
  ALONE,
  /** Others are heard, and ours is the lowest session. */
  FIRST,
  /** Another's session is lower. */
  BEHIND
}
