package dev.swarm.cli;

import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A run on this machine that the coordinator which stays here leads for us: handed over by its API,
 * and followed in the store that both share, from what is asked to the report and the exit code.
 *
 * @param place where the coordinator answers
 */
record ServedRun(
    Surroundings here,
    Settings settings,
    Bus bus,
    URI place,
    Talk talk,
    Presentation presentation) {
  /** Others' commits are looked for as often. */
  private static final long LOOK_MILLIS = 100;

  private static final int AT_ONCE = 500;

  /** The way there, where a coordinator stays in the state folder and answers over HTTP. */
  static Optional<ServedRun> found(
      Surroundings here, Settings settings, Bus bus, Talk talk, Presentation presentation) {
    return ServeLock.told(here, settings)
        .map(place -> new ServedRun(here, settings, bus, place, talk, presentation));
  }

  /**
   * Runs it to its end, prints the report, and gives the exit code.
   *
   * @param wish the body of {@code POST /api/v1/runs}
   * @return empty if the coordinator did not take it, which is said: nothing was begun
   */
  OptionalInt go(JsonObject wish, Policy policy, LocalRun.Judgement judgement) {
    try (var door = ServeDoor.at(place, here, settings, bus.vertx());
        var store = Opening.store(here, settings)) {
      return OptionalInt.of(followed(door, store, door.begin(wish), policy, judgement));
    } catch (ServeDoor.ClosedException no) {
      here.say("swarm serve at " + place + " did not take it, so it runs here: " + no.getMessage());
      return OptionalInt.empty();
    }
  }

  private int followed(
      ServeDoor door,
      SqliteStore store,
      ServeDoor.Begun begun,
      Policy policy,
      LocalRun.Judgement judgement) {
    var transcript = new Transcript();
    var troubles = new RouterTroubles();
    Optional<Exit> cut;
    try (var progress = talk.progress()) {
      var following = new Following(door, store, begun);
      cut = following.follow(transcript.andThen(troubles).andThen(progress));
    }
    troubles.tell(here);
    var report = Remembered.report(here, store, transcript.events());
    presentation.print(report, policy);
    return cut.map(Exit::code).orElseGet(() -> judgement.code(report, transcript.events()));
  }

  /** One thread, which blocks. */
  private final class Following {
    private final ServeDoor door;
    private final SqliteStore store;
    private final ServeDoor.Begun begun;
    private final InstantSource steady = new SystemClock().steady();
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean unwanted = new AtomicBoolean();
    private Instant heard = steady.instant();
    private boolean told;
    private long position;
    private boolean ended;

    Following(ServeDoor door, SqliteStore store, ServeDoor.Begun begun) {
      this.door = door;
      this.store = store;
      this.begun = begun;
    }

    /** With what the command ends though the run has not; empty if it has. */
    Optional<Exit> follow(Consumer<Recorded> listener) {
      try (var _ = Interruption.of(here, this::withdraw)) {
        while (true) {
          if (read(listener)) {
            heard = steady.instant();
          }
          if (ended) {
            return Optional.empty();
          }
          if (unwanted.get() && left()) {
            return Optional.of(Exit.INTERRUPTED);
          }
          if (isGone()) {
            return Optional.of(Exit.INCOMPLETE);
          }
          pause();
        }
      }
    }

    private void withdraw() {
      unwanted.set(true);
      news.release();
    }

    private boolean read(Consumer<Recorded> listener) {
      var page = store.after(position, begun.run(), AT_ONCE);
      for (var placed : page) {
        listener.accept(placed.recorded());
        position = placed.position();
        ended |= placed.recorded().event() instanceof Event.RunEnded;
      }
      return !page.isEmpty();
    }

    /** Whether it goes on without us: for whoever asked before, or since it cannot be stopped. */
    private boolean left() {
      if (begun.joined()) {
        here.say("run " + begun.run() + " goes on for whoever else asked for it");
        return true;
      }
      if (!told) {
        told = true;
        try {
          door.cancel(begun.run());
        } catch (ServeDoor.ClosedException no) {
          here.say("run " + begun.run() + " could not be stopped: " + no.getMessage());
          return true;
        }
      }
      return false;
    }

    /** Whether nobody leads it any more, and nobody came who goes on with it. */
    private boolean isGone() {
      if (Duration.between(heard, steady.instant()).compareTo(Errand.SILENCE) < 0) {
        return false;
      }
      if (ServeLock.isTaken(here, settings)) {
        // a model, or a tool, may take longer
        heard = steady.instant();
        return false;
      }
      here.say(
          "swarm serve, which led the run, is gone: this is what is known. Start it again; it goes"
              + " on by itself, and swarm show "
              + begun.run()
              + " tells the rest");
      return true;
    }

    private void pause() {
      try {
        boolean _ = news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is asked for, as its API takes it. */
  static JsonObject wish(Optional<String> question, List<?> areas, List<?> checks) {
    var wish = new JsonObject().put("areas", words(areas)).put("checks", words(checks));
    return question.map(text -> wish.put("question", text)).orElse(wish);
  }

  private static JsonArray words(List<?> all) {
    return new JsonArray(all.stream().map(Object::toString).toList());
  }
}
