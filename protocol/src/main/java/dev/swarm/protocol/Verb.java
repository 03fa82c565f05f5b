package dev.swarm.protocol;

import java.util.List;

/**
 * Something that can be said on the bus: what, where, by whom, and how its freshness shows. Every
 * verb stands in {@link #ALL}; no other is made (a rule of the build), and a door hears no other.
 *
 * @param id its name in the frame
 * @param message what is said
 * @param reply what is answered; {@link Noted} where nothing is, or where it does not matter
 * @param sender whose keys may say it
 * @param place where it is heard
 * @param freshness what shows that it is not an old one
 */
public record Verb<M, R>(
    String id, Class<M> message, Class<R> reply, Role sender, Place place, Freshness freshness) {

  /** The addresses of the bus; see {@link Addresses}. */
  public enum Place {
    /** {@link Addresses#node}: one agent hears. */
    NODE,
    /** {@link Addresses#coordinator}: one coordinator hears. */
    COORDINATOR,
    /** {@link Addresses#BEATS}: all coordinators hear. */
    BEATS,
    /** {@link Addresses#COORDINATORS}: all coordinators hear. */
    COORDINATORS,
    /** {@link Addresses#member}: one process hears, whatever its role. */
    MEMBER
  }

  /** How a recipient knows that a message was made for it, now. */
  public enum Freshness {
    /** It echoes the node's instance and a recent beat. */
    BEAT,
    /**
     * It bears its sender's wall clock, at most 15 minutes off: only for the roll-call, which comes
     * before a beat is known. A node remembers those on disk for as long.
     */
    CLOCK,
    /** It is addressed to the coordinator's session, or to one membership of a process. */
    SESSION,
    /** Its body lists the sessions its sender hears; see {@link Beat#heard}. */
    HEARD
  }

  public static final Verb<RollCall, Presence> ROLL_CALL =
      toNode("roll-call", RollCall.class, Presence.class, Freshness.CLOCK);
  public static final Verb<Offers, Answers> OFFER =
      toNode("offer", Offers.class, Answers.class, Freshness.BEAT);
  public static final Verb<Cancel, Noted> CANCEL =
      toNode("cancel", Cancel.class, Noted.class, Freshness.BEAT);
  public static final Verb<Close, Noted> CLOSE =
      toNode("close", Close.class, Noted.class, Freshness.BEAT);
  public static final Verb<Collect, Holdings> COLLECT =
      toNode("collect", Collect.class, Holdings.class, Freshness.BEAT);
  public static final Verb<Reach, Reached> REACH =
      toNode("reach", Reach.class, Reached.class, Freshness.BEAT);
  public static final Verb<SlotGrant, Noted> SLOT_GRANT =
      toNode("slot-grant", SlotGrant.class, Noted.class, Freshness.BEAT);

  public static final Verb<Delivery, Receipt> OUTCOME =
      fromNode("outcome", Delivery.class, Receipt.class);
  public static final Verb<News, Noted> NEWS = fromNode("news", News.class, Noted.class);
  public static final Verb<SlotWish, SlotGrant> SLOT_WISH =
      fromNode("slot-wish", SlotWish.class, SlotGrant.class);
  public static final Verb<PermitWish, PermitAnswer> PERMIT_WISH =
      fromNode("permit-wish", PermitWish.class, PermitAnswer.class);
  public static final Verb<PermitSpent, Noted> PERMIT_SPENT =
      fromNode("permit-spent", PermitSpent.class, Noted.class);
  public static final Verb<Beat, Noted> BEAT =
      new Verb<>("beat", Beat.class, Noted.class, Role.NODE, Place.BEATS, Freshness.HEARD);

  public static final Verb<CoordinatorBeat, Noted> COORDINATOR_BEAT =
      new Verb<>(
          "coordinator-beat",
          CoordinatorBeat.class,
          Noted.class,
          Role.COORDINATOR,
          Place.COORDINATORS,
          Freshness.HEARD);
  public static final Verb<Replica, Replicated> REPLICA =
      new Verb<>(
          "replica",
          Replica.class,
          Replicated.class,
          Role.COORDINATOR,
          Place.COORDINATOR,
          Freshness.SESSION);

  public static final Verb<Submission, Submitted> SUBMIT =
      toCoordinator("submit", Submission.class, Submitted.class);
  public static final Verb<Follow, Followed> FOLLOW =
      toCoordinator("follow", Follow.class, Followed.class);
  public static final Verb<Withdrawal, Noted> WITHDRAW =
      toCoordinator("withdraw", Withdrawal.class, Noted.class);

  /** An agent asks another process whether the bus between them carries. */
  public static final Verb<Ping, Noted> NODE_PING =
      new Verb<>("node-ping", Ping.class, Noted.class, Role.NODE, Place.MEMBER, Freshness.SESSION);

  /** A coordinator asks another process whether the bus between them carries. */
  public static final Verb<Ping, Noted> COORDINATOR_PING =
      new Verb<>(
          "coordinator-ping",
          Ping.class,
          Noted.class,
          Role.COORDINATOR,
          Place.MEMBER,
          Freshness.SESSION);

  /** Every verb there is. */
  public static final List<Verb<?, ?>> ALL =
      List.of(
          ROLL_CALL,
          OFFER,
          CANCEL,
          CLOSE,
          COLLECT,
          REACH,
          SLOT_GRANT,
          OUTCOME,
          NEWS,
          SLOT_WISH,
          PERMIT_WISH,
          PERMIT_SPENT,
          BEAT,
          COORDINATOR_BEAT,
          REPLICA,
          SUBMIT,
          FOLLOW,
          WITHDRAW,
          NODE_PING,
          COORDINATOR_PING);

  private static <M, R> Verb<M, R> toNode(
      String id, Class<M> message, Class<R> reply, Freshness freshness) {
    return new Verb<>(id, message, reply, Role.COORDINATOR, Place.NODE, freshness);
  }

  private static <M, R> Verb<M, R> toCoordinator(String id, Class<M> message, Class<R> reply) {
    return new Verb<>(id, message, reply, Role.COORDINATOR, Place.COORDINATOR, Freshness.SESSION);
  }

  private static <M, R> Verb<M, R> fromNode(String id, Class<M> message, Class<R> reply) {
    return new Verb<>(id, message, reply, Role.NODE, Place.COORDINATOR, Freshness.SESSION);
  }

  @Override
  public String toString() {
    return id;
  }
}
