package dev.swarm.coordinator.standby;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.Replicated;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Keeps the events of runs that others lead, and goes on with a run whose leader is silent and does
 * not answer either. Owned by the desk.
 */
public final class Standby {
  private static final Duration ANSWER = Duration.ofMillis(1500);

  private final Line line;
  private final Circle circle;
  private final Patience patience;
  private final RunStore store;
  private final Executor aside;
  private final Executor desk;
  private final Succession succession;
  private final boolean stands;
  private final Map<RunId, Following> followings = new TreeMap<>();
  private final Map<RunId, Long> newest = new HashMap<>();
  private final Map<RunId, CompletableFuture<Void>> writing = new HashMap<>();
  private final Map<RunId, Future<Optional<Recorded>>> reading = new HashMap<>();

  /**
   * Follows nobody at first.
   *
   * @param stands whether this coordinator stays; one that does not only answers where it is
   */
  public Standby(
      Line line,
      Circle circle,
      Patience patience,
      RunStore store,
      Executor aside,
      Executor desk,
      Succession succession,
      boolean stands) {
    this.line = line;
    this.circle = circle;
    this.patience = patience;
    this.store = store;
    this.aside = aside;
    this.desk = desk;
    this.succession = succession;
    this.stands = stands;
  }

  /** Another coordinator sends events, or asks how far we are. */
  public Future<Replicated> replica(Sender from, Replica replica) {
    var run = replica.run();
    if (replica.epoch() == 0) {
      return position(run);
    }
    var led = succession.epoch(run);
    if (led.isPresent() && led.get() >= replica.epoch()) {
      return led.get() == replica.epoch() && replica.events().isEmpty()
          ? position(run)
          : superseded(run, led.get());
    }
    if (led.isPresent()) {
      succession.deposed(run, "taken over by " + from.name() + " in epoch " + replica.epoch());
    }
    if (!stands) {
      return refused(Refusal.NONSENSE, line.own().name() + " does not stand by");
    }
    var following = Optional.ofNullable(followings.get(run));
    if (following.filter(known -> known.epoch > replica.epoch()).isPresent()) {
      return superseded(run, following.get().epoch);
    }
    return following(from, replica).compose(known -> keep(known, replica));
  }

  /** How far we are, whoever leads. */
  private Future<Replicated> position(RunId run) {
    var led = succession.epoch(run);
    if (led.isPresent()) {
      return Future.succeededFuture(
          new Replicated(run, succession.sequence(run), led.get(), false));
    }
    var following = Optional.ofNullable(followings.get(run));
    return following
        .map(known -> Future.succeededFuture(known.last))
        .orElseGet(() -> read(run))
        .map(last -> far(run, last));
  }

  /** How far somebody is who has {@code last} as the last event. */
  public static Replicated far(RunId run, Optional<Recorded> last) {
    return new Replicated(
        run,
        last.map(Recorded::sequence).orElse(0L),
        last.map(Recorded::epoch).orElse(0L),
        last.map(Recorded::event).filter(Event.RunEnded.class::isInstance).isPresent());
  }

  /** Whether events of {@code run} past place {@code sequence} were sent to us. */
  public boolean hasPast(RunId run, long sequence) {
    return newest.getOrDefault(run, 0L) > sequence;
  }

  /** Whether another leads {@code run}, and sends us its events. */
  public boolean follows(RunId run) {
    return followings.containsKey(run);
  }

  private Future<Following> following(Sender from, Replica replica) {
    var run = replica.run();
    var known = Optional.ofNullable(followings.get(run));
    if (known.filter(same -> same.epoch == replica.epoch()).isPresent()) {
      return known.get().session.equals(from.process())
          ? Future.succeededFuture(known.get())
          : refused(Refusal.UNAVAILABLE, "two lead run " + run + " in epoch " + replica.epoch());
    }
    var last = known.isPresent() ? Future.succeededFuture(known.get().last) : read(run);
    return last.compose(event -> {
      long newest = event.map(Recorded::epoch).orElse(0L);
      if (newest > replica.epoch()) {
        return superseded(run, newest);
      }
      var begun =
          followings.merge(
              run,
              new Following(from.process(), from.name(), replica.epoch(), event),
              (one, other) -> one.epoch >= other.epoch ? one : other);
      known.ifPresent(before -> begun.kept = before.kept);
      return Future.succeededFuture(begun);
    });
  }

  /** The last event that our store has of {@code run}; one reading at a time. */
  private Future<Optional<Recorded>> read(RunId run) {
    return reading.computeIfAbsent(
        run,
        _ -> {
          var last = Promise.<Optional<Recorded>>promise();
          Runnable look =
              () -> {
                try {
                  var found = Optional.of(store.events(run).getLast());
                  desk.execute(() -> read(run, last, found));
                } catch (StoreException e) {
                  if (e.trouble() == StoreException.Trouble.UNKNOWN_RUN) {
                    desk.execute(() -> read(run, last, Optional.empty()));
                  } else {
                    desk.execute(() -> {
                      reading.remove(run);
                      last.fail(
                          new RefusedException(Refusal.NONSENSE, String.valueOf(e.getMessage())));
                    });
                  }
                }
              };
          var _ = written(run).whenComplete((_, _) -> aside.execute(look));
          return last.future();
        });
  }

  /** Done when everything of {@code run} that came here, by whichever way, is on disk. */
  public CompletableFuture<Void> written(RunId run) {
    var sent = writing.getOrDefault(run, CompletableFuture.completedFuture(null));
    return succession.written(run).handle((_, _) -> run).thenCompose(_ -> sent);
  }

  private void read(RunId run, Promise<Optional<Recorded>> last, Optional<Recorded> found) {
    reading.remove(run);
    last.complete(found);
  }

  private Future<Replicated> keep(Following following, Replica replica) {
    if (following.epoch != replica.epoch()) {
      return superseded(replica.run(), following.epoch);
    }
    var led = succession.epoch(replica.run());
    if (led.isPresent()) {
      // we took it over while we looked up how far we were
      followings.remove(replica.run());
      return superseded(replica.run(), led.get());
    }
    for (var event : replica.events()) {
      if (event.sequence() == following.sequence() && !following.last.equals(Optional.of(event))) {
        return refused(
            Refusal.NONSENSE,
            "event %d of run %s is another one here".formatted(event.sequence(), replica.run()));
      }
      if (event.sequence() == following.sequence() + 1) {
        following.kept = store.append(event);
        writing.put(replica.run(), following.kept);
        newest.put(replica.run(), event.sequence());
        following.last = Optional.of(event);
      }
    }
    return durable(following, far(replica.run(), following.last));
  }

  private Future<Replicated> durable(Following following, Replicated reply) {
    var done = Promise.<Replicated>promise();
    var _ =
        following.kept.whenComplete((_, failure) ->
            desk.execute(() -> {
              if (failure == null) {
                done.complete(reply);
              } else {
                followings.remove(reply.run());
                done.fail(
                    new RefusedException(
                        Refusal.UNAVAILABLE, "could not keep the events: " + failure.getMessage()));
              }
            }));
    return done.future();
  }

  /** Another coordinator says which runs it leads. */
  public void heard(Colleague colleague) {
    colleague
        .leading()
        .forEach((run, epoch) -> {
          succession
              .epoch(run)
              .filter(ours -> ours < epoch)
              .ifPresent(_ ->
                  succession.deposed(
                      run, "taken over by " + colleague.name() + " in epoch " + epoch));
          succession
              .epoch(run)
              .filter(ours -> ours.equals(epoch))
              .ifPresent(_ -> tie(run, epoch, colleague));
          var following = followings.get(run);
          if (following != null && following.epoch < epoch) {
            followings.remove(run);
          }
        });
  }

  /** Two took over at once: one gives way, the other begins a term that is its own. */
  private void tie(RunId run, long epoch, Colleague other) {
    succession.deposed(run, "taken over by " + other.name() + " in epoch " + epoch);
    if (line.own().process().compareTo(other.session()) < 0) {
      succession.takeOver(run, epoch + 1, other.name());
    }
  }

  /** Time goes on. */
  public void tick() {
    new TreeMap<>(followings).forEach(this::look);
  }

  private void look(RunId run, Following following) {
    following.mercy = Math.max(0, following.mercy - 1);
    if (following.ended() || following.asking || following.mercy > 0) {
      return;
    }
    boolean silent = circle.silence(following.session) >= patience.leader();
    if (silent) {
      ask(run, following);
    }
  }

  private void ask(RunId run, Following following) {
    following.asking = true;
    var probe = new Replica(run, following.epoch, List.of());
    var _ =
        line.ask(Verb.REPLICA, To.coordinator(following.session), probe, ANSWER)
            .onComplete(answer -> {
              following.asking = false;
              if (followings.get(run) != following) {
                return;
              }
              var failure = answer.cause();
              if (answer.succeeded()) {
                following.mercy = patience.leader();
              } else if (failure instanceof RefusedException) {
                followings.remove(run);
              } else {
                followings.remove(run);
                takeOver(run, following);
              }
            });
  }

  /** What the leader has sent last is on disk before anybody reads it from there. */
  private void takeOver(RunId run, Following following) {
    var _ =
        following.kept.whenComplete((_, _) ->
            desk.execute(() -> succession.takeOver(run, following.epoch + 1, following.leader)));
  }

  private static <T> Future<T> superseded(RunId run, long epoch) {
    return refused(Refusal.SUPERSEDED, "run " + run + " is led in epoch " + epoch);
  }

  private static <T> Future<T> refused(int code, String reason) {
    return Future.failedFuture(new RefusedException(code, reason));
  }
}
