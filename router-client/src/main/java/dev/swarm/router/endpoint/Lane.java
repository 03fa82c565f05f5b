package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.endpoint.Gate.Step;
import dev.swarm.router.endpoint.Probing.Seen;
import dev.swarm.router.waiting.Bell;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.wire.Profile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * The line before one endpoint: first come, first served, bounded, and nobody waits longer than the
 * admission clock. A request that is tried again keeps its place, and is never turned away for want
 * of room. Any thread; everything in here is guarded by the one lock.
 */
final class Lane {
  /** How often who waits looks around for a better endpoint. */
  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

  private volatile Endpoint endpoint;
  private final Bells bells;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final NavigableMap<Long, Bell> line = new TreeMap<>();
  private final Gate gate;
  private final RetryBudget budget = new RetryBudget();
  private final Tally tally = new Tally();
  private final Manner manner;
  private final FleetSlots.Share share;

  Lane(
      Endpoint endpoint,
      FleetSlots fleet,
      Bells bells,
      InstantSource clock,
      DoubleSupplier chance) {
    this.endpoint = endpoint;
    this.bells = bells;
    this.clock = clock;
    share = fleet.of(endpoint, this::grown);
    gate = new Gate(endpoint.concurrency(), share::limit, chance);
    manner = new Manner(endpoint.profile());
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** What it serves has become known; all the rest is as it was. */
  void known(Endpoint other) {
    endpoint = other;
  }

  /**
   * Waits in line.
   *
   * @param alone whether there is nowhere else to go
   */
  Entry enter(Ticket ticket, boolean alone) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var bell = bells.hang(lock);
      line.put(ticket.number(), bell);
      tellDemand();
      try {
        Instant came = clock.instant();
        return entered(new Visit(ticket, alone, came, gate.fit(came)), bell);
      } finally {
        line.remove(ticket.number());
        tellDemand();
        ringFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Somebody in line.
   *
   * @param alone whether there is nowhere else to go
   * @param fit whether the endpoint was fit at {@code came}
   */
  private record Visit(Ticket ticket, boolean alone, Instant came, boolean fit) {}

  private Entry entered(Visit visit, Bell bell) throws InterruptedException {
    var ticket = visit.ticket();
    boolean newcomer = ticket.newcomer();
    while (true) {
      Instant now = clock.instant();
      if (!now.isBefore(ticket.deadline())) {
        return new Entry.Refused(Refusal.outOfTime(endpoint));
      }
      boolean head = line.firstKey() == ticket.number();
      Step step = gate.next(head, ticket.fresh(), now);
      var entry = entry(step, visit, newcomer, now);
      if (entry.isPresent()) {
        return entry.get();
      }
      newcomer = false;
      bell.await(Duration.between(now, wake(step, visit)));
    }
  }

  private Optional<Entry> entry(Step step, Visit visit, boolean newcomer, Instant now) {
    return switch (step) {
      case Step.Go(boolean trial) -> Optional.of(admitted(trial, visit.ticket().fresh(), now));
      case Step.Look() -> {
        gate.looking();
        yield Optional.of(new Entry.Look());
      }
      case Step.Leave() -> Optional.of(new Entry.Elsewhere());
      case Step.Wait(_) ->
          looksAround(visit, now)
              ? Optional.of(new Entry.Elsewhere())
              : refusal(visit.ticket(), newcomer, now).map(Entry.Refused::new);
    };
  }

  /** Whether the endpoint became unfit, or it is time to see if there is a better one. */
  private boolean looksAround(Visit visit, Instant now) {
    boolean away = visit.fit() && !gate.fit(now);
    boolean time = !now.isBefore(visit.came().plus(LOOK_AROUND));
    return !visit.alone() && (away || time);
  }

  private Optional<Trouble> refusal(Ticket ticket, boolean newcomer, Instant now) {
    if (gate.held().isAfter(ticket.deadline())) {
      return Optional.of(Refusal.keptAway(endpoint, Duration.between(now, gate.held())));
    }
    if (newcomer && line.size() > endpoint.queue()) {
      return Optional.of(Refusal.queueFull(endpoint));
    }
    return now.isBefore(admission(ticket))
        ? Optional.empty()
        : Optional.of(Refusal.notAdmitted(endpoint));
  }

  private Instant wake(Step step, Visit visit) {
    Instant wake = earlier(visit.ticket().deadline(), admission(visit.ticket()));
    if (step instanceof Step.Wait(Instant until)) {
      wake = earlier(wake, until);
    }
    return visit.alone() ? wake : earlier(wake, visit.came().plus(LOOK_AROUND));
  }

  private Instant admission(Ticket ticket) {
    return ticket.since().plus(endpoint.clocks().admission());
  }

  private Entry admitted(boolean trial, boolean fresh, Instant now) {
    tally.sent(!fresh);
    if (fresh) {
      budget.asked();
    }
    return new Entry.Admitted(gate.admit(trial, manner.profile(), now));
  }

  /** A whole reply came. */
  void replied(Pass pass, Reply reply) {
    change(now -> {
      gate.release(pass);
      gate.completed(pass);
      manner.replied(pass.profile(), reply);
      tally.replied(reply.usage(), cost(reply));
    });
  }

  /** What {@code reply} costs here. */
  BigDecimal cost(Reply reply) {
    return endpoint.price().map(price -> price.of(reply.usage())).orElse(BigDecimal.ZERO);
  }

  /** None came. */
  void failed(Pass pass, Trouble trouble) {
    change(now -> {
      gate.release(pass);
      boolean ejected = gate.failed(pass, trouble, now);
      manner.failed(pass.profile(), trouble);
      tally.failed(trouble, ejected);
    });
  }

  /** The request was refused for how it was put, and that can be mended. */
  void taught(Pass pass, Profile profile) {
    change(now -> {
      gate.release(pass);
      gate.alive(pass);
      manner.taught(pass.profile(), profile);
    });
  }

  /** Nobody waits for the reply any more. */
  void abandoned(Pass pass) {
    change(now -> gate.release(pass));
  }

  /** Somebody looked at the endpoint; empty: in vain. */
  void looked(Optional<Seen> seen) {
    change(now -> gate.looked(seen, now));
  }

  /** Somebody looked before anything was asked. */
  void seen(Seen seen) {
    change(now -> gate.looked(Optional.of(seen), now));
  }

  /** Whether one more attempt is within the budget; it is spent then. */
  boolean mayRetry() {
    return read(now -> budget.spend());
  }

  /** How to speak to the endpoint now. */
  Profile profile() {
    return read(now -> manner.profile());
  }

  /** How it stands, for choosing among endpoints. */
  Standing standing() {
    return read(now ->
        new Standing(
            gate.fit(now),
            gate.closed(now),
            gate.ejected(),
            gate.held(),
            gate.inFlight(),
            line.size(),
            Math.max(1, gate.limit()),
            line.size() >= endpoint.queue()));
  }

  EndpointState state() {
    return read(now ->
        new EndpointState(
            endpoint.name(),
            endpoint.model(),
            endpoint.tier(),
            gate.state(now),
            gate.closed(now).map(Trouble::detail).orElse(""),
            gate.inFlight(),
            line.size(),
            gate.limit(),
            tally.requests,
            tally.replies,
            tally.retries,
            tally.refusals,
            tally.ejections,
            tally.prompt,
            tally.completion,
            tally.cached,
            tally.cost));
  }

  private <T> T read(Function<Instant, T> look) {
    lock.lock();
    try {
      return look.apply(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /** Whoever may go on after a change looks again: the first in line, or all if it is unfit. */
  private void change(Consumer<Instant> work) {
    lock.lock();
    try {
      Instant now = clock.instant();
      boolean fit = gate.fit(now);
      work.accept(now);
      tellDemand();
      if (fit && gate.fit(now)) {
        ringFirst();
      } else {
        line.values().forEach(Bell::ring);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Our share of the endpoint became larger. */
  private void grown() {
    lock.lock();
    try {
      ringFirst();
    } finally {
      lock.unlock();
    }
  }

  private void tellDemand() {
    share.demand(line.size(), gate.inFlight());
  }

  private void ringFirst() {
    var first = line.firstEntry();
    if (first != null) {
      first.getValue().ring();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
