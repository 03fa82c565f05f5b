package dev.swarm.coordinator;

import dev.swarm.bus.RefusedException;
import dev.swarm.coordinator.Intake.Exit;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The runs that this coordinator leads, and who hears what is sent to them. Owned by the desk. */
final class Office {
  private static final int CLOSED = 10_000;

  private final Surroundings here;
  private final Map<RunId, Conduct> runs = new LinkedHashMap<>();
  private final Map<RunId, CompletableFuture<Void>> written = new HashMap<>();
  private final Set<RunId> closed = new LinkedHashSet<>();
  private final Intake intake;

  Office(Surroundings here, Intake intake) {
    this.here = here;
    this.intake = intake;
  }

  /** Leads a run from now on. */
  void take(Conduct conduct) {
    var id = conduct.plan().run();
    runs.put(id, conduct);
    var _ =
        conduct
            .ended()
            .onSuccess(_ -> {
              if (conduct.closed()) {
                close(id);
              }
            })
            .onComplete(_ -> {
              runs.remove(id);
              leave(id, conduct.journal().written());
            });
  }

  /** Whoever comes with it after thousands of others is told that it is not known here. */
  private void close(RunId run) {
    closed.add(run);
    if (closed.size() > CLOSED) {
      closed.remove(closed.iterator().next());
    }
  }

  /** What is written is nothing to wait for any more. */
  private void leave(RunId run, CompletableFuture<Void> last) {
    written.put(run, last);
    var _ = last.thenRun(() -> here.desk().execute(() -> written.remove(run, last)));
  }

  List<Conduct> runs() {
    return List.copyOf(runs.values());
  }

  Optional<Conduct> run(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  /** Done, on any thread, when everything that was noted here of {@code run} is written. */
  CompletableFuture<Void> written(RunId run) {
    return run(run)
        .map(conduct -> conduct.journal().written())
        .or(() -> Optional.ofNullable(written.get(run)))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /** An outcome comes home. */
  Future<Receipt> outcome(String from, Delivery delivery) {
    var conduct = run(delivery.run());
    if (conduct.isEmpty()) {
      return unknown(delivery.run());
    }
    if (!from.equals(delivery.node())) {
      return refuse(Exit.NONSENSE, Refusal.NONSENSE, from + " spoke for " + delivery.node());
    }
    return switch (conduct.get().reception().delivered(delivery)) {
      case Verdict.TooLate(var reason) -> refuse(Exit.TOO_LATE, Refusal.TOO_LATE, reason);
      case Verdict.Nonsense(var reason) -> refuse(Exit.NONSENSE, Refusal.NONSENSE, reason);
      case Verdict.Superseded(var reason) -> {
        conduct.get().deposed(reason);
        yield refuse(Exit.SUPERSEDED, Refusal.UNAVAILABLE, reason);
      }
      case Verdict.Counts(var kept, boolean again) ->
          receipt(delivery, kept, again ? Exit.DUPLICATE : Exit.KEPT);
    };
  }

  /** Something happened on a node. */
  Future<Noted> news(String from, News news) {
    var conduct = run(news.run());
    if (conduct.isEmpty()) {
      return unknown(news.run());
    }
    var foreign =
        from.equals(news.node())
            ? conduct.get().reception().news(news)
            : Optional.of(from + " spoke for " + news.node());
    if (foreign.isPresent()) {
      return refuse(Exit.NONSENSE, Refusal.NONSENSE, foreign.get());
    }
    intake.count(Exit.NEWS);
    return Future.succeededFuture(new Noted());
  }

  private Future<Receipt> receipt(Delivery delivery, CompletableFuture<Void> kept, Exit exit) {
    var receipt = Promise.<Receipt>promise();
    var outcome = delivery.outcome();
    var _ =
        kept.whenComplete((_, failure) ->
            here.desk()
                .execute(() -> {
                  if (failure == null) {
                    intake.count(exit);
                    receipt.complete(new Receipt(outcome.subtask(), outcome.attempt()));
                  } else {
                    intake.count(Exit.NOT_KEPT);
                    receipt.fail(
                        new RefusedException(
                            Refusal.UNAVAILABLE,
                            "could not keep the outcome: " + failure.getMessage()));
                  }
                }));
    return receipt.future();
  }

  /** A run that we closed is over for good; any other may have a leader that is not us yet. */
  private <T> Future<T> unknown(RunId run) {
    return closed.contains(run)
        ? refuse(Exit.TOO_LATE, Refusal.TOO_LATE, "run " + run + " is closed")
        : refuse(Exit.UNKNOWN_RUN, Refusal.UNAVAILABLE, "run " + run + " is not led here");
  }

  private <T> Future<T> refuse(Exit exit, int code, String reason) {
    intake.count(exit);
    return Future.failedFuture(new RefusedException(code, reason));
  }
}
