package dev.swarm.coordinator;

import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run, led by this coordinator from its first event, or from where another left it, to its end.
 * Owned by the desk.
 */
final class Conduct {
  private final Plan plan;
  private final Surroundings here;
  private final Watch watch;
  private final Journal journal;
  private final Docket docket;
  private final FanOut fanOut;
  private final Rollout rollout;
  private final Reception reception;
  private final Holds holds = new Holds(this::endIfComplete);
  private final Promise<RunId> ended = Promise.promise();
  private final Promise<Void> told = Promise.promise();
  private Optional<Cause> stopped = Optional.empty();
  private boolean over;

  /** Whether the end is decided: ours, or that another goes on. */
  private boolean agreed;

  private boolean closed;
  private int askers;

  Conduct(Plan plan, long epoch, Surroundings here) {
    this.plan = plan;
    this.here = here;
    this.watch = new Watch(here.timers(), here.desk(), this::broken);
    this.journal = new Journal(plan.run(), epoch, here, this::deposed);
    this.docket = new Docket(journal, watch, here.lengths());
    this.fanOut =
        new FanOut(
            docket, here.fleet(), here.line(), watch, here.pace(), here.room(), this::deposed);
    var recollection = new Recollection(docket, here, watch, fanOut, this::deposed);
    var neighbours = new Neighbours(docket, here, watch, holds);
    var comings = new Comings(docket, here, watch, recollection, neighbours);
    this.rollout = new Rollout(plan, docket, here, watch, comings, holds);
    this.reception = new Reception(docket, recollection, () -> over);
    fanOut.onBegunBefore(recollection::died);
    docket.onMove(this::moved);
  }

  /** Begins the run that {@code by} has asked for. */
  void begin(Optional<String> by) {
    watch.guarded(() -> {
      var audit = plan.audit();
      docket.note(
          new Event.RunStarted(
              here.version(), audit.mind(), rollout.named(), audit.areas(), audit.checks(), by));
      Terms.of(audit, here.tenure()).ifPresent(docket::note);
      deadline(audit.deadline());
      rollout.begin();
      endIfComplete();
    });
  }

  /**
   * Goes on with a run that another, or an earlier process of ours, has left.
   *
   * @param events of it, as far as they are known here; the first two are its start and its terms
   */
  void resume(List<Recorded> events, String own, String from) {
    watch.guarded(() -> {
      var memory = new Memory(docket, reception, rollout);
      events.forEach(recorded -> {
        journal.recall(recorded, memory::recall);
      });
      var gone = Duration.between(events.getFirst().at(), here.timers().now());
      deadline(left(gone));
      holds.take();
      var _ =
          docket
              .record(new FleetEvent.TookOver(docket.epoch(), own, from))
              .whenComplete(
                  (_, failure) -> here.desk().execute(() -> resumed(Optional.ofNullable(failure))));
    });
  }

  private void resumed(Optional<Throwable> failure) {
    failure.ifPresent(watch::broken);
    watch.guarded(() -> {
      rollout.resume();
      holds.release();
    });
  }

  /** Clocks may differ: nobody gains more time than there was, nor loses all of it at once. */
  private Duration left(Duration gone) {
    var whole = plan.audit().deadline();
    var left = gone.isNegative() ? whole : whole.minus(gone);
    return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
  }

  private void deadline(Duration left) {
    var late = "the run had no more than " + plan.audit().deadline().toMillis() + " ms";
    watch.after(left, () -> stop(Cause.TIMED_OUT, late));
  }

  /** More, or fewer, subtasks may be under way at once. */
  void roomChanged() {
    watch.guarded(fanOut::again);
  }

  /** One more wants to know. */
  void joined() {
    askers++;
  }

  /** One of those who asked does not want to know any more; without any left the run ends. */
  void left() {
    askers--;
    if (askers < 1) {
      cancel();
    }
  }

  /** Nobody wants it any more. */
  void cancel() {
    watch.guarded(() -> stop(Cause.CANCELLED, "the run was cancelled"));
  }

  /** Ends the run early: nodes are told, and what is running has a moment to come home. */
  private void stop(Cause cause, String reason) {
    if (over || stopped.isPresent()) {
      return;
    }
    stopped = Optional.of(cause);
    fanOut.halt();
    rollout.close();
    for (var lane : docket.lanes()) {
      if (lane.hello().isPresent() && !lane.open().isEmpty()) {
        here.fleet()
            .to(lane.node())
            .ifPresent(to -> {
              var cancel = new Cancel(plan.run(), reason);
              var _ = here.line().ask(Verb.CANCEL, to, cancel, here.pace().answer());
            });
      }
    }
    docket.give(
        docket.subtasks().stream().filter(subtask -> !docket.running(subtask)).toList(),
        cause,
        reason);
    watch.after(here.pace().farewell(), () -> docket.give(docket.subtasks(), cause, reason));
    endIfComplete();
  }

  private void moved(Lane lane) {
    fanOut.touch(lane);
    endIfComplete();
  }

  private void endIfComplete() {
    boolean waiting = holds.any() && stopped.isEmpty();
    if (over || waiting || !docket.gathering().complete()) {
      return;
    }
    over = true;
    leave();
    var cancelled = stopped.filter(cause -> cause == Cause.CANCELLED).isPresent();
    var _ =
        docket
            .record(new Event.RunEnded(cancelled))
            .whenComplete(
                (_, failure) -> here.desk().execute(() -> kept(Optional.ofNullable(failure))));
  }

  private void kept(Optional<Throwable> failure) {
    if (agreed) {
      return;
    }
    agreed = true;
    journal.close();
    if (failure.isPresent()) {
      fail(failure.get());
      return;
    }
    closed = journal.replication().agreed();
    boolean _ = ended.tryComplete(plan.run());
    if (closed) {
      tellNodes();
    } else {
      // whoever stood by may go on with this run: nodes keep what they have for it
      boolean _ = told.tryComplete();
    }
  }

  private void fail(Throwable failure) {
    boolean _ = ended.tryFail(failure);
    boolean _ = told.tryComplete();
  }

  private void tellNodes() {
    var closings = new ArrayList<Future<Noted>>();
    var close = new Close(plan.run(), docket.epoch());
    for (var lane : docket.lanes()) {
      if (lane.hello().isPresent() && !lane.isAway()) {
        here.fleet()
            .to(lane.node())
            .ifPresent(
                to -> closings.add(here.line().ask(Verb.CLOSE, to, close, here.pace().answer())));
      }
    }
    var _ =
        Future.join(closings)
            .onComplete(_ -> {
              boolean _ = told.tryComplete();
            });
  }

  /** Time goes on. */
  void tick() {
    watch.guarded(() -> journal.replication().tick());
    if (over && !ended.future().isComplete()) {
      journal.replication().tick();
    }
  }

  private void leave() {
    fanOut.halt();
    rollout.close();
    watch.close();
  }

  private void broken(Throwable bug) {
    over = true;
    agreed = true;
    fanOut.halt();
    rollout.close();
    journal.close();
    fail(bug);
  }

  /** Another leads the run by now; nothing of it is our business any more. */
  void deposed(String reason) {
    if (!agreed) {
      agreed = true;
      over = true;
      leave();
      journal.close();
      fail(new DeposedException(plan.run(), reason));
    }
  }

  /** Whether the run has ended, and its nodes are to forget it. */
  boolean closed() {
    return closed;
  }

  Plan plan() {
    return plan;
  }

  Journal journal() {
    return journal;
  }

  Reception reception() {
    return reception;
  }

  boolean over() {
    return over;
  }

  Future<RunId> ended() {
    return ended.future();
  }

  /** Its nodes were told to forget it, or did not answer; never fails. */
  Future<Void> told() {
    return told.future();
  }
}
