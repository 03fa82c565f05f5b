package dev.swarm.coordinator.schedule;

/** Whose turn it is to start what falls due, as this coordinator sees it. */
public enum Post {
  /** No other coordinator that stays is heard. */
  ALONE,
  /** Others are heard, and ours is the lowest session. */
  FIRST,
  /** Another's session is lower. */
  BEHIND
}
