package dev.swarm.bus;

/**
 * What stands on a frame beside its body. Read before the seal is checked it is only a claim, good
 * for turning the message away cheaply and for nothing else.
 *
 * @param type the id of a verb, or of a reply
 * @param recipient a node's name, a coordinator's session, or {@code *}
 * @param freshness for {@link dev.swarm.protocol.Verb.Freshness#BEAT} {@code instance/number}; for
 *     {@code CLOCK} the sender's wall clock in milliseconds; for a reply what it replies to, see
 *     {@link #id}; else empty
 * @param process of the sender
 * @param serial counts from 1 within the process, never twice the same
 */
public record Envelope(
    String type, String recipient, String freshness, String process, long serial) {

  /**
   * Names this very message: {@code sender} vouches for the process, and so nobody else can make
   * another one of that name. Cheaper than a digest, which costs as much as a signature.
   */
  public String id(Sender sender) {
    return sender.role() + "/" + sender.name() + "/" + process + "/" + serial;
  }
}
