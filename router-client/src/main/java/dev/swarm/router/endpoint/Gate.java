package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;
import dev.swarm.router.endpoint.Probing.Seen;
import dev.swarm.router.wire.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * What stands between a request and an endpoint: how many are in flight, and whether the endpoint
 * is loading, resting, told to be left alone or unfit. Pure but for its state; owned by one {@link
 * Lane}.
 */
final class Gate {
  /** How often a loading endpoint is looked at. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** How long something must be mended before it is asked again. */
  private static final Duration UNFIT = Duration.ofSeconds(60);

  private final DoubleSupplier chance;
  private final IntSupplier share;
  private final Window window;
  private final Hold hold = new Hold();
  private final Health health = new Health();
  private Optional<Unfit> unfit = Optional.empty();
  private Optional<Instant> loading = Optional.empty();
  private boolean looking;
  private boolean trying;
  private int inFlight;

  /** {@code share} says how many the fleet lets us have in flight now. */
  Gate(int concurrency, IntSupplier share, DoubleSupplier chance) {
    this.chance = chance;
    this.share = share;
    window = new Window(concurrency);
  }

  /** What a request may do next. */
  sealed interface Step {
    /** Be sent; {@code trial}: as the only one. */
    record Go(boolean trial) implements Step {}

    /** Look at the loading endpoint. */
    record Look() implements Step {}

    /** Wait until then, or until something happens. */
    record Wait(Instant until) implements Step {}

    /** Go away: somebody has to mend something first. */
    record Leave() implements Step {}
  }

  /** It cannot serve us until somebody mends {@code trouble}; nobody asks before {@code until}. */
  private record Unfit(Trouble trouble, Instant until) {}

  /**
   * What a waiting request may do.
   *
   * @param head whether it is the first in line
   * @param fresh whether nothing was tried for it yet
   */
  Step next(boolean head, boolean fresh, Instant now) {
    if (closed(now).isPresent()) {
      return new Step.Leave();
    }
    if (hold.opens().isAfter(now)) {
      return new Step.Wait(hold.opens());
    }
    if (loading.isPresent()) {
      return head ? look(loading.get(), now) : new Step.Wait(Instant.MAX);
    }
    if (inFlight >= share.getAsInt()) {
      return new Step.Wait(Instant.MAX);
    }
    if (unfit.isPresent() || health.rest().isPresent()) {
      return trial(head, fresh, now);
    }
    return head && inFlight < window.limit() ? new Step.Go(false) : new Step.Wait(Instant.MAX);
  }

  private Step look(Instant next, Instant now) {
    if (looking) {
      return new Step.Wait(Instant.MAX);
    }
    return now.isBefore(next) ? new Step.Wait(next) : new Step.Look();
  }

  /** One at a time finds out whether the endpoint is back. */
  private Step trial(boolean head, boolean fresh, Instant now) {
    if (trying) {
      return new Step.Wait(Instant.MAX);
    }
    Instant over = health.rest().map(Health.Rest::until).orElse(Instant.MIN);
    boolean early = fresh && health.dead();
    if (early || (head && !now.isBefore(over))) {
      return new Step.Go(true);
    }
    return new Step.Wait(head ? over : Instant.MAX);
  }

  Pass admit(boolean trial, Profile profile, Instant now) {
    inFlight++;
    trying |= trial;
    hold.admitted(now, chance.getAsDouble());
    return new Pass(now, trial, profile);
  }

  /** The request is over, however it ended. */
  void release(Pass pass) {
    inFlight--;
    trying &= !pass.trial();
  }

  void completed(Pass pass) {
    alive(pass);
    window.completed();
  }

  /** It answered, though not with a reply. */
  void alive(Pass pass) {
    hold.completed(pass.sent());
    health.completed();
    unfit = Optional.empty();
    loading = Optional.empty();
  }

  /**
   * It failed.
   *
   * @return whether it is ejected for that
   */
  boolean failed(Pass pass, Trouble trouble, Instant now) {
    Mark mark = Mark.of(trouble);
    boolean busy = mark == Mark.BUSY || mark == Mark.UNAVAILABLE;
    if (busy || trouble.retryAfter().isPresent()) {
      boolean news = hold.refused(now, pass.sent(), trouble.retryAfter(), chance.getAsDouble());
      if (busy && news) {
        window.refused();
      }
    }
    return switch (mark) {
      case NONE, BUSY -> false;
      case ALIVE -> {
        alive(pass);
        yield false;
      }
      case LOADING -> {
        loading = Optional.of(now.plus(pause()));
        yield false;
      }
      case UNFIT -> {
        unfit = Optional.of(new Unfit(trouble, now.plus(UNFIT)));
        yield false;
      }
      case UNWELL, UNAVAILABLE ->
          health.failed(now, pass.sent(), mark == Mark.UNWELL, chance.getAsDouble());
    };
  }

  void looking() {
    looking = true;
  }

  /** Somebody looked; empty: in vain. */
  void looked(Optional<Seen> seen, Instant now) {
    looking = false;
    seen.ifPresent(one -> one.slots().ifPresent(window::slots));
    boolean ready = seen.map(one -> !one.loading()).orElse(false);
    loading = ready ? Optional.empty() : Optional.of(now.plus(pause()));
  }

  private Duration pause() {
    return Duration.ofMillis((long) (LOOK.toMillis() * (1 + chance.getAsDouble()) / 2));
  }

  /** Whether a request may go there now without waiting for more than a slot. */
  boolean fit(Instant now) {
    return unfit.isEmpty()
        && loading.isEmpty()
        && health.rest().isEmpty()
        && !hold.until().isAfter(now);
  }

  /** Why nobody may ask it; empty where one may, sooner or later. */
  Optional<Trouble> closed(Instant now) {
    return unfit.filter(one -> now.isBefore(one.until())).map(Unfit::trouble);
  }

  /** Since when it is ejected. */
  Optional<Instant> ejected() {
    return health.rest().map(Health.Rest::since);
  }

  /** Until when the server wants to be left alone; in the past where it does not. */
  Instant held() {
    return hold.until();
  }

  EndpointState.State state(Instant now) {
    if (unfit.isPresent()) {
      return EndpointState.State.UNFIT;
    }
    if (loading.isPresent()) {
      return EndpointState.State.LOADING;
    }
    if (health.rest().isPresent()) {
      return EndpointState.State.EJECTED;
    }
    if (hold.until().isAfter(now)) {
      return EndpointState.State.HELD;
    }
    return inFlight >= limit() ? EndpointState.State.BUSY : EndpointState.State.READY;
  }

  int inFlight() {
    return inFlight;
  }

  /** Requests that may be in flight at once, by what we learned and by our share. */
  int limit() {
    return Math.min(window.limit(), share.getAsInt());
  }
}
