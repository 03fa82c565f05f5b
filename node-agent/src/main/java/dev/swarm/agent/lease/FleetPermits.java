package dev.swarm.agent.lease;

import dev.swarm.bus.Door;
import dev.swarm.bus.To;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.PermitAnswer;
import dev.swarm.protocol.PermitSpent;
import dev.swarm.protocol.PermitWish;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Verb;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.permit.Grant;
import dev.swarm.router.permit.Permits;
import dev.swarm.router.permit.Wish;
import dev.swarm.router.waiting.Bells;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The permits of a fleet, as one node asks for them. While the coordinator is silent there is no
 * leave, for nobody else knows what the others spend. Any thread but an event loop.
 */
public final class FleetPermits implements Permits {
  /** For one message; the coordinator answers within two seconds, if only to say: later. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How often what was spent is told to who does not answer: for about ten minutes. */
  private static final int TRIES = 100;

  private final Door door;
  private final Function<RunId, Optional<String>> coordinators;
  private final Bells bells;
  private final Later later;
  private final InstantSource clock;
  private final Map<Wish, ArrayDeque<String>> open = new HashMap<>();

  /**
   * Hears nothing; only asks.
   *
   * @param coordinators the session of the coordinator that leads a run now
   * @param clock one that never jumps
   */
  public FleetPermits(
      Door door,
      Function<RunId, Optional<String>> coordinators,
      Bells bells,
      Later later,
      InstantSource clock) {
    this.door = door;
    this.coordinators = coordinators;
    this.bells = bells;
    this.later = later;
    this.clock = clock;
  }

  @Override
  public Grant wish(Wish wish, Duration patience) throws InterruptedException {
    var id = UUID.randomUUID().toString();
    Instant end = clock.instant().plus(patience);
    while (true) {
      var left = left(end);
      var answer =
          answer(new PermitWish(id, run(wish), wish.node(), subtask(wish), wish.reason(), left));
      if (answer.isPresent()) {
        return grant(id, wish, answer.get());
      }
      if (!clock.instant().isBefore(end)) {
        return new Grant.Refused(
            "no coordinator gave leave within %d s".formatted(patience.toSeconds()));
      }
    }
  }

  private Duration left(Instant end) {
    var left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Grant grant(String id, Wish wish, PermitAnswer answer) {
    if (!answer.permitted()) {
      return new Grant.Refused(answer.why());
    }
    synchronized (open) {
      open.computeIfAbsent(wish, _ -> new ArrayDeque<>()).add(id);
    }
    return new Grant.Permitted();
  }

  /** Empty where the wish has to be asked again. */
  private Optional<PermitAnswer> answer(PermitWish wish) throws InterruptedException {
    var session = coordinators.apply(wish.run());
    if (session.isEmpty()) {
      bells.pause(shorter(PAUSE, wish.patience()), clock);
      return Optional.empty();
    }
    Instant asked = clock.instant();
    try {
      return Optional.of(
          door.ask(Verb.PERMIT_WISH, To.coordinator(session.get()), wish, patience(wish))
              .toCompletionStage()
              .toCompletableFuture()
              .get());
    } catch (ExecutionException _) {
      // Silence, or it stands in line: asked again, but not in a circle without a pause.
      var rest = PAUSE.minus(Duration.between(asked, clock.instant()));
      bells.pause(shorter(rest, wish.patience()), clock);
      return Optional.empty();
    }
  }

  /** A coordinator that is there answers in time, however short that is. */
  private static Duration patience(PermitWish wish) {
    return shorter(PATIENCE, wish.patience().plus(PAUSE.multipliedBy(2)));
  }

  @Override
  public void spent(Wish wish, Usage usage, BigDecimal cost) {
    taken(wish)
        .ifPresent(id ->
            tell(
                new PermitSpent(
                    id,
                    run(wish),
                    wish.node(),
                    subtask(wish),
                    usage.prompt(),
                    usage.completion(),
                    cost),
                1));
  }

  private Optional<String> taken(Wish wish) {
    synchronized (open) {
      var ids = Optional.ofNullable(open.get(wish));
      var id = ids.map(ArrayDeque::poll);
      if (ids.map(ArrayDeque::isEmpty).orElse(false)) {
        open.remove(wish);
      }
      return id;
    }
  }

  private void tell(PermitSpent spent, int attempt) {
    var _ =
        noted(spent)
            .onFailure(_ -> {
              if (attempt < TRIES) {
                later.after(PAUSE, () -> tell(spent, attempt + 1));
              }
            });
  }

  private Future<Noted> noted(PermitSpent spent) {
    return coordinators
        .apply(spent.run())
        .map(session -> door.ask(Verb.PERMIT_SPENT, To.coordinator(session), spent, PATIENCE))
        .orElseGet(() -> Future.failedFuture("no coordinator leads the run"));
  }

  private static RunId run(Wish wish) {
    return new RunId(wish.run());
  }

  private static SubtaskId subtask(Wish wish) {
    return new SubtaskId(wish.subtask());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
