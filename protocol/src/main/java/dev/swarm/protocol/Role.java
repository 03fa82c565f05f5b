package dev.swarm.protocol;

/** What a key may speak as. */
public enum Role {
  /** One machine's agent: speaks of itself. */
  NODE,
  /** Commands nodes, as far as each one's own policy allows. */
  COORDINATOR,
  /** Issues and revokes keys; says nothing on the bus but the list of revoked ones. */
  AUTHORITY
}
