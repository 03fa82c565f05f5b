package dev.swarm.cli;

import dev.swarm.bus.Door;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.To;
import dev.swarm.cli.Heard.Cut;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Submissions;
import dev.swarm.coordinator.standby.Colleague;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Follow;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Withdrawal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run that a coordinator which stays leads for us: hands it over, and follows it, from whoever
 * leads it, to its end. One thread, which blocks.
 */
final class Errand {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PAUSE_MILLIS = 150;

  /** A takeover takes ten seconds; a cluster that was split takes longer to find itself. */
  static final Duration SILENCE = Duration.ofSeconds(40);

  private final Door door;
  private final Supplier<Future<Map<String, Colleague>>> staying;
  private final Consumer<Recorded> listener;
  private final List<Recorded> events = new ArrayList<>();
  private final InstantSource steady = new SystemClock().steady();
  private volatile boolean unwanted;
  private final Duration silence;
  private String leader;

  /**
   * @param staying the coordinators that stay and are heard, by session
   * @param leader the session of one of them
   * @param silence after so much of it nobody leads the run any more
   * @param listener hears of each event once, in order
   */
  Errand(
      Door door,
      Supplier<Future<Map<String, Colleague>>> staying,
      String leader,
      Duration silence,
      Consumer<Recorded> listener) {
    this.door = door;
    this.staying = staying;
    this.leader = leader;
    this.silence = silence;
    this.listener = listener;
  }

  /** The run is not wanted any more. */
  void withdraw() {
    unwanted = true;
  }

  /**
   * Blocks until the run has ended.
   *
   * @return everything that happened, as the one who ended it has it; whoever led it before may
   *     have told us of more
   * @throws UsageException if nobody takes it
   */
  Heard run(Audit audit, Optional<Integer> atOnce) {
    var run = submit(audit, atOnce);
    var heard = steady.instant();
    boolean told = false;
    while (!ended()) {
      if (unwanted && !told) {
        told = withdrawn(run);
      }
      if (followed(run)) {
        heard = steady.instant();
      } else if (unwanted) {
        return Heard.until(Cut.LEFT, events);
      } else if (Duration.between(heard, steady.instant()).compareTo(silence) > 0) {
        return Heard.until(Cut.GONE, events);
      }
    }
    return Heard.whole(events);
  }

  private RunId submit(Audit audit, Optional<Integer> atOnce) {
    try {
      return door.ask(
              Verb.SUBMIT,
              To.coordinator(leader),
              Submissions.of(audit, atOnce),
              Duration.ofSeconds(10))
          .await()
          .run();
    } catch (RefusedException no) {
      throw new UsageException("the coordinator refused the run: " + no.getMessage());
    } catch (RuntimeException silence) {
      throw new UsageException("the coordinator that was heard does not answer; try again");
    }
  }

  /** Whether somebody who leads it answered. */
  private boolean followed(RunId run) {
    try {
      var news =
          door.ask(Verb.FOLLOW, To.coordinator(leader), new Follow(run, events.size()), PATIENCE)
              .await();
      news.events().forEach(this::take);
      if (news.events().isEmpty()) {
        pause();
      }
      return true;
    } catch (RuntimeException silence) {
      pause();
      elsewhere(run);
      return false;
    }
  }

  private void take(Recorded recorded) {
    if (recorded.sequence() == events.size() + 1) {
      events.add(recorded);
      listener.accept(recorded);
    }
  }

  /** Who says that it leads the run now; what the one before did not hand on never happened. */
  private void elsewhere(RunId run) {
    staying.get().await().values().stream()
        .filter(colleague -> colleague.leading().containsKey(run))
        .filter(colleague -> !colleague.session().equals(leader))
        .findFirst()
        .ifPresent(colleague -> {
          leader = colleague.session();
          events.clear();
        });
  }

  private boolean withdrawn(RunId run) {
    try {
      var _ =
          door.ask(Verb.WITHDRAW, To.coordinator(leader), new Withdrawal(run), PATIENCE).await();
      return true;
    } catch (RuntimeException silence) {
      return false;
    }
  }

  private boolean ended() {
    return Optional.of(events)
        .filter(all -> !all.isEmpty())
        .map(List::getLast)
        .filter(last -> last.event() instanceof Event.RunEnded)
        .isPresent();
  }

  private static void pause() {
    try {
      boolean _ = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
