package dev.swarm.coordinator;

import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
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
  private Optional<Cause> stopped = Optional.empty();
  private boolean over;

  Conduct(Plan plan, long epoch, Surroundings here) {
    this.plan = plan;
    this.here = here;
    this.watch = new Watch(here.timers(), here.desk(), this::broken);
    this.journal = new Journal(plan.run(), epoch, here.store(), here.timers());
    this.docket = new Docket(journal, watch);
    this.fanOut = new FanOut(docket, here.fleet(), here.line(), watch, here.pace(), this::deposed);
    var recollection = new Recollection(docket, here, watch, fanOut, this::deposed);
    var neighbours = new Neighbours(docket, here, watch, holds);
    this.rollout = new Rollout(plan, docket, here, watch, recollection, neighbours, holds);
    this.reception = new Reception(docket, recollection, () -> over);
    docket.onMove(this::moved);
  }

  /** Begins the run. */
  void begin() {
    watch.guarded(() -> {
      var audit = plan.audit();
      docket.note(
          new Event.RunStarted(
              here.version(), audit.mind(), rollout.named(), audit.areas(), audit.checks()));
      if (here.tenure() != Tenure.LOCAL) {
        docket.note(Terms.of(audit));
      }
      deadline(audit.deadline());
      rollout.begin();
      endIfComplete();
    });
  }

  private void deadline(Duration left) {
    var late = "the run had no more than " + plan.audit().deadline().toMillis() + " ms";
    watch.after(left, () -> stop(Cause.TIMED_OUT, late));
  }

  /** Somebody wants the run to end. */
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
    if (failure.isPresent()) {
      boolean _ = ended.tryFail(failure.get());
      return;
    }
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
              boolean _ = ended.tryComplete(plan.run());
            });
  }

  private void leave() {
    fanOut.halt();
    rollout.close();
    watch.close();
  }

  private void broken(Throwable bug) {
    over = true;
    fanOut.halt();
    rollout.close();
    boolean _ = ended.tryFail(bug);
  }

  /** Another leads the run by now; nothing of it is our business any more. */
  void deposed(String reason) {
    if (!over) {
      over = true;
      leave();
      boolean _ = ended.tryFail(new DeposedException(plan.run(), reason));
    }
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
}
