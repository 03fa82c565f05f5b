package dev.swarm.bus;

import dev.swarm.protocol.Addresses;
import java.time.Instant;

/** Where a message goes, whom it is for, and what shows that it is fresh. */
public record To(String address, String recipient, String freshness) {

  /** The node, as known from its {@code beat} of {@code instance}. */
  public static To node(String name, String instance, long beat) {
    return new To(Addresses.node(name), name, instance + "/" + beat);
  }

  /** The node, before anything is known of it; {@code now} is the sender's wall clock. */
  public static To nodeByClock(String name, Instant now) {
    return new To(Addresses.node(name), name, Long.toString(now.toEpochMilli()));
  }

  /** The coordinator's process. */
  public static To coordinator(String session) {
    return new To(Addresses.coordinator(session), session, "");
  }

  /** Every coordinator, about a node. */
  public static To beats() {
    return new To(Addresses.BEATS, "*", "");
  }

  /** Every coordinator, about one of them. */
  public static To coordinators() {
    return new To(Addresses.COORDINATORS, "*", "");
  }

  /** One process, as the cluster knows it for as long as this membership of it lasts. */
  public static To member(String member) {
    return new To(Addresses.member(member), member, "");
  }
}
