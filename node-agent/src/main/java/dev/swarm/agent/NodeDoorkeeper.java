package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.Memory;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What comes in to a node: meant for it, made lately for this very instance, never here before, and
 * of a coordinator that its policy listens to. Any thread.
 */
public final class NodeDoorkeeper implements Doorkeeper {
  /** Machines are seldom further apart; before a beat is known there is nothing better. */
  public static final Duration SKEW = Duration.ofMinutes(15);

  /** Far more than coordinators send within the window; only a flood of signed ones gets there. */
  private static final int MOST = 200_000;

  private final String node;
  private final Pulse pulse;
  private final Policy policy;
  private final Books books;
  private final InstantSource wall;
  private final InstantSource steady;
  private final Admitted commands = new Admitted(Pulse.FRESH.multipliedBy(2), MOST);
  private final Admitted calls = new Admitted(Memory.CALLS, MOST);

  /**
   * Of the node {@code node}; remembers which roll-calls earlier instances let in.
   *
   * @param wall the machine's clock, which a roll-call's is compared with
   * @param steady never jumps when somebody sets the clock
   */
  public NodeDoorkeeper(
      String node,
      Pulse pulse,
      Policy policy,
      Books books,
      InstantSource wall,
      InstantSource steady) {
    this.node = node;
    this.pulse = pulse;
    this.policy = policy;
    this.books = books;
    this.wall = wall;
    this.steady = steady;
    var now = steady.instant();
    books.calls().forEach(call -> calls.remember(call.process(), call.serial(), now));
  }

  @Override
  public synchronized void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    if (verb.place() != Verb.Place.NODE || !envelope.recipient().equals(node)) {
      throw new RejectedException(
          Rejection.MISDIRECTED, "it is for '" + envelope.recipient() + "', and this is " + node);
    }
    requireFresh(envelope, verb);
    if (admitted(verb).has(envelope.process(), envelope.serial())) {
      throw new RejectedException(
          Rejection.REPLAYED, "message " + envelope.serial() + " of its sender came in before");
    }
  }

  private void requireFresh(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    var staleness =
        switch (verb.freshness()) {
          case BEAT -> pulse.staleness(envelope.freshness());
          case CLOCK -> Skew.beyond(SKEW, envelope.freshness(), wall.instant());
          case SESSION, HEARD ->
              throw new RejectedException(Rejection.MISDIRECTED, "no node hears a " + verb);
        };
    if (staleness.isPresent()) {
      throw new RejectedException(Rejection.STALE, staleness.get());
    }
  }

  @Override
  public synchronized void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
    var envelope = message.envelope();
    glance(envelope, verb);
    var silence = policy.silenceTo(message.from().name());
    if (silence.isPresent()) {
      throw new RejectedException(Rejection.POLICY, silence.get());
    }
    remember(message, verb, steady.instant());
  }

  private void remember(Opened message, Verb<?, ?> verb, Instant now) throws RejectedException {
    var envelope = message.envelope();
    if (admitted(verb).full(now)) {
      throw new RejectedException(
          Rejection.STALE, "too many messages came in lately to know whether this one did");
    }
    admitted(verb).remember(envelope.process(), envelope.serial(), now);
    if (verb.freshness() == Verb.Freshness.CLOCK) {
      // whoever hears a roll-call waits for this to be on disk before it answers
      var _ =
          books.note(
              List.of(new Entry.Called(envelope.process(), envelope.serial(), wall.instant())));
    }
  }

  private Admitted admitted(Verb<?, ?> verb) {
    return verb.freshness() == Verb.Freshness.CLOCK ? calls : commands;
  }
}
