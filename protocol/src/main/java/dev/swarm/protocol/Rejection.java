package dev.swarm.protocol;

import java.util.Locale;

/** Why a message was turned away at the door. */
public enum Rejection {
  /** Its bytes are no frame, or its body is no message of its verb. */
  MALFORMED,
  /** It bears no signature. */
  UNSIGNED,
  /** Its key was not issued by our authority. */
  FOREIGN,
  /** Its key has been revoked. */
  REVOKED,
  /** Its key, or the message, is past its time. */
  EXPIRED,
  /** The signature is not that of these bytes. */
  ALTERED,
  /** A key of another role sent it than may send this verb. */
  WRONG_ROLE,
  /** It is meant for somebody else, or came to an address where its verb has no business. */
  MISDIRECTED,
  /** It echoes no recent beat of this instance, or no session of ours. */
  STALE,
  /** It has been here before. */
  REPLAYED,
  /** This node's own policy forbids it. */
  POLICY;

  /** The label of its counter, and its name in logs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
