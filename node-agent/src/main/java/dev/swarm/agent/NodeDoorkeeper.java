package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.Memory;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.seal.Replays;
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

  private final String node;
  private final Pulse pulse;
  private final Policy policy;
  private final Books books;
  private final InstantSource wall;
  private final Replays commands;
  private final Replays calls;

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
    this.commands = replays(Pulse.FRESH.multipliedBy(2), steady);
    this.calls = replays(Memory.CALLS, steady);
    for (var call : books.calls()) {
      boolean _ = calls.first(call.process(), call.serial());
    }
  }

  private static Replays replays(Duration kept, InstantSource steady) {
    return new Replays(
        Replays.WINDOW,
        Replays.PROCESSES,
        kept,
        () -> Duration.between(Instant.EPOCH, steady.instant()).toNanos());
  }

  @Override
  public void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
    if (verb.place() != Verb.Place.NODE || !envelope.recipient().equals(node)) {
      throw new RejectedException(
          Rejection.MISDIRECTED, "it is for '" + envelope.recipient() + "', and this is " + node);
    }
    requireFresh(envelope, verb);
    if (replays(verb).seen(envelope.process(), envelope.serial())) {
      throw replayed(envelope);
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
  public void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
    var envelope = message.envelope();
    glance(envelope, verb);
    var silence = policy.silenceTo(message.from().name());
    if (silence.isPresent()) {
      throw new RejectedException(Rejection.POLICY, silence.get());
    }
    if (!replays(verb).first(envelope.process(), envelope.serial())) {
      throw replayed(envelope);
    }
    if (verb.freshness() == Verb.Freshness.CLOCK) {
      // whoever hears a roll-call waits for this to be on disk before it answers
      var called = new Entry.Called(envelope.process(), envelope.serial(), wall.instant());
      var _ = books.note(List.of(called));
    }
  }

  private static RejectedException replayed(Envelope envelope) {
    return new RejectedException(
        Rejection.REPLAYED, "message " + envelope.serial() + " of its sender came in before");
  }

  private Replays replays(Verb<?, ?> verb) {
    return verb.freshness() == Verb.Freshness.CLOCK ? calls : commands;
  }
}
