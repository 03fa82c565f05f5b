package dev.swarm.coordinator.standby;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.Replicated;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gets the events of a run that is led here to one other store, in order. While another stands by,
 * {@link #secured} waits for it; when it is gone, the run goes on alone and says so. Owned by the
 * desk.
 */
public final class Replication {
  private static final int BATCH = 200;
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofMillis(250);

  /** Ticks for which one that does not hear us may still answer: 10 s. */
  private static final int UNHEARD = 20;

  private final History history;
  private final Circle circle;
  private final Line line;
  private final Timers timers;
  private final Consumer<String> superseded;
  private final Set<String> unfit = new HashSet<>();
  private final Deque<Recorded> queue = new ArrayDeque<>();
  private final Deque<Wait> waits = new ArrayDeque<>();
  private Optional<Colleague> standby = Optional.empty();
  private Stage stage = Stage.ALONE;
  private int unheard;

  /** Who has this event has all that were there when it began: what is new comes in order. */
  private long caughtUp;

  private boolean asking;
  private boolean everAttached;
  private boolean ending;
  private boolean over;

  /** How far the other one is with us. */
  private enum Stage {
    ALONE,
    READING,
    CATCHING_UP,
    ATTACHED
  }

  /** Whoever waits for an event to be in both stores. */
  private record Wait(long sequence, CompletableFuture<Void> reached) {}

  /**
   * Begins alone.
   *
   * @param superseded hears that another leads the run by now
   */
  public Replication(
      History history, Circle circle, Line line, Timers timers, Consumer<String> superseded) {
    this.history = history;
    this.circle = circle;
    this.line = line;
    this.timers = timers;
    this.superseded = superseded;
  }

  /** One more event. */
  public void added(Recorded recorded) {
    if (stage != Stage.ALONE && !over) {
      queue.addLast(recorded);
      send();
    }
  }

  /** When {@code kept} here, and the last event is with whoever stands by. */
  public CompletableFuture<Void> secured(CompletableFuture<Void> kept) {
    return stage == Stage.ATTACHED && !over ? withStandby(kept) : kept;
  }

  /** The last event of the run: one that is still catching up is waited for too. */
  public CompletableFuture<Void> completed(CompletableFuture<Void> kept) {
    ending = true;
    return stage == Stage.ALONE || over ? kept : withStandby(kept);
  }

  private CompletableFuture<Void> withStandby(CompletableFuture<Void> kept) {
    var wait = new Wait(history.sequence(), new CompletableFuture<>());
    waits.addLast(wait);
    return CompletableFuture.allOf(kept, wait.reached());
  }

  /** Whether nobody can be ahead of us, or behind us, with the end of the run. */
  public boolean agreed() {
    return stage == Stage.ATTACHED || !everAttached;
  }

  /** Time goes on. */
  public void tick() {
    if (over) {
      return;
    }
    if (standby.filter(other -> isGone(other.session())).isPresent()) {
      detach();
    }
    if (standby.isEmpty() && !ending) {
      circle.standby(unfit).ifPresent(this::begin);
    }
  }

  /**
   * Silence is enough. One that is heard, and does not hear us any more, is asked on and on for a
   * while: it is we who were away, and it may have taken over what we would acknowledge alone.
   */
  private boolean isGone(String session) {
    unheard = circle.standsBy(session) ? 0 : unheard + 1;
    return !circle.isHeard(session) || unheard > UNHEARD;
  }

  /** The run is over here: nothing is sent any more, and what still waits is not acknowledged. */
  public void close() {
    over = true;
    waits.forEach(wait -> {
      boolean _ =
          wait.reached()
              .completeExceptionally(new IllegalStateException("the run is not led here any more"));
    });
    waits.clear();
  }

  private void begin(Colleague other) {
    standby = Optional.of(other);
    unheard = 0;
    var _ =
        ask(List.of())
            .onSuccess(has -> current(other, () -> catchUp(other, has.sequence())))
            .onFailure(failure -> current(other, () -> turnedDown(other, failure)));
  }

  private Future<Replicated> ask(List<Recorded> events) {
    var to = To.coordinator(standby.orElseThrow().session());
    return line.ask(Verb.REPLICA, to, new Replica(history.run(), history.epoch(), events), ANSWER);
  }

  private void current(Colleague other, Runnable action) {
    if (!over && standby.filter(other::equals).isPresent()) {
      action.run();
    }
  }

  private void catchUp(Colleague other, long has) {
    if (has > history.sequence()) {
      unfit(other);
      return;
    }
    stage = Stage.READING;
    caughtUp = history.sequence();
    queue.clear();
    // its last event goes once more, so that it can see that we mean the same one
    var _ =
        history
            .past(Math.max(1, has))
            .onSuccess(past ->
                current(
                    other,
                    () -> {
                      stage = Stage.CATCHING_UP;
                      past.reversed().forEach(queue::addFirst);
                      send();
                    }))
            .onFailure(_ -> current(other, this::detach));
  }

  private void send() {
    if (asking || over || stage == Stage.ALONE || stage == Stage.READING) {
      return;
    }
    var batch = new ArrayList<Recorded>(queue.stream().limit(BATCH).toList());
    if (batch.isEmpty()) {
      attach();
      return;
    }
    asking = true;
    var other = standby.orElseThrow();
    var _ =
        ask(batch)
            .onComplete(_ -> asking = false)
            .onSuccess(has -> current(other, () -> reached(has.sequence())))
            .onFailure(failure -> current(other, () -> unsent(other, failure)));
  }

  private void attach() {
    if (stage == Stage.CATCHING_UP) {
      var other = standby.orElseThrow();
      stage = Stage.ATTACHED;
      everAttached = true;
      tell(new FleetEvent.StandbyJoined(other.session(), other.name()));
    }
  }

  private void reached(long sequence) {
    while (!queue.isEmpty() && queue.getFirst().sequence() <= sequence) {
      queue.removeFirst();
    }
    if (!queue.isEmpty() && queue.getFirst().sequence() > sequence + 1) {
      detach();
      return;
    }
    if (sequence >= caughtUp) {
      attach();
    }
    release(sequence);
    send();
  }

  private void release(long sequence) {
    while (!waits.isEmpty() && waits.getFirst().sequence() <= sequence) {
      boolean _ = waits.removeFirst().reached().complete(null);
    }
  }

  private void unsent(Colleague other, Throwable failure) {
    if (failure instanceof RefusedException) {
      turnedDown(other, failure);
    } else {
      var _ = timers.after(RETRY, () -> current(other, this::send));
    }
  }

  private void turnedDown(Colleague other, Throwable failure) {
    if (failure instanceof RefusedException no && no.code() == Refusal.SUPERSEDED) {
      superseded.accept(String.valueOf(no.getMessage()));
    } else if (failure instanceof RefusedException no && no.code() == Refusal.NONSENSE) {
      unfit(other);
    } else {
      detach();
    }
  }

  /** Its history of the run is not ours: for this run it is of no use. */
  private void unfit(Colleague other) {
    unfit.add(other.session());
    detach();
  }

  private void detach() {
    var gone = standby.orElseThrow();
    boolean was = stage == Stage.ATTACHED;
    stage = Stage.ALONE;
    standby = Optional.empty();
    asking = false;
    queue.clear();
    if (was) {
      tell(new FleetEvent.StandbyLost(gone.session(), gone.name()));
    }
    release(Long.MAX_VALUE);
  }

  /** Nothing follows the end of a run. */
  private void tell(FleetEvent event) {
    if (!ending) {
      history.note(event);
    }
  }
}
