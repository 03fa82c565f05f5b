package dev.swarm.coordinator;

import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Puts a plan to its nodes and sees every subtask to exactly one outcome. All state belongs to the
 * run's context; whatever comes from elsewhere enters through {@link Watch#guarded}.
 */
final class FanOut {
  private final Plan plan;
  private final long epoch;
  private final Journal journal;
  private final Peers peers;
  private final Watch watch;
  private final Pace pace;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<SubtaskId, String> overloads = new LinkedHashMap<>();
  private final Consumer<CompletableFuture<Void>> ended;
  private Optional<Cause> stopped = Optional.empty();
  private boolean over;

  /**
   * Takes everything it needs.
   *
   * @param ended hears on the context when the run has ended, with the keeping of its last event
   */
  FanOut(
      Plan plan,
      long epoch,
      Journal journal,
      Peers peers,
      Watch watch,
      Pace pace,
      Consumer<CompletableFuture<Void>> ended) {
    this.plan = plan;
    this.epoch = epoch;
    this.journal = journal;
    this.peers = peers;
    this.watch = watch;
    this.pace = pace;
    this.ended = ended;
  }

  /** Records what is asked, and calls the roll. */
  void start(String version, Audit audit) {
    note(new Event.RunStarted(version, audit.mind(), audit.nodes(), audit.areas(), audit.checks()));
    plan.subtasks().forEach(subtask -> note(new Event.SubtaskQueued(subtask)));
    for (var node : audit.nodes()) {
      var own = plan.subtasks().stream().filter(subtask -> subtask.node().equals(node)).toList();
      lanes.put(node, new Lane(node, own));
    }
    var late = "the run had no more than " + audit.deadline().toMillis() + " ms";
    watch.after(audit.deadline(), () -> stop(Cause.TIMED_OUT, late));
    lanes.values().forEach(this::expect);
    endIfComplete();
  }

  /**
   * A node introduces itself, asked or not; one that is not of this run is none of our business.
   */
  void joined(NodeHello hello) {
    var lane = lanes.get(hello.node());
    if (lane == null || over) {
      return;
    }
    var known = lane.hello();
    if (known.map(NodeHello::instance).filter(hello.instance()::equals).isPresent()) {
      return;
    }
    note(new Event.NodeJoined(hello));
    lane.joined(hello);
    known.ifPresent(_ -> restarted(lane));
    Lane.unfit(hello)
        .ifPresent(reason -> {
          lane.close();
          give(lane.waiting(), Cause.REFUSED, reason);
        });
    pump();
  }

  /** Somebody wants the run to end. */
  void cancel() {
    stop(Cause.CANCELLED, "the run was cancelled");
  }

  /** Ends the run early: nodes are told, and what is running has a moment to come home. */
  private void stop(Cause cause, String reason) {
    if (over || stopped.isPresent()) {
      return;
    }
    stopped = Optional.of(cause);
    for (var lane : lanes.values()) {
      lane.hello().ifPresent(_ -> peers.cancel(lane.node(), new Cancel(plan.run(), reason)));
    }
    give(plan.subtasks().stream().filter(subtask -> !running(subtask)).toList(), cause, reason);
    watch.after(pace.farewell(), () -> give(plan.subtasks(), cause, reason));
  }

  /** Ends the outcome's subtask; the caller has asked {@link Gathering#awaits} before. */
  CompletableFuture<Void> end(Outcome outcome) {
    var kept = record(new Event.SubtaskEnded(outcome));
    watch.forget(outcome.subtask());
    lanes.values().forEach(lane -> lane.release(outcome.subtask()));
    pump();
    endIfComplete();
    return kept;
  }

  CompletableFuture<Void> record(Event event) {
    return journal.record(event);
  }

  boolean over() {
    return over;
  }

  /** Records what needs no answer: the keeping of the last event implies it. */
  private void note(Event event) {
    var _ = record(event);
  }

  private void expect(Lane lane) {
    watch.after(
        pace.joining(),
        () -> {
          if (lane.hello().isEmpty()) {
            lose(lane, "did not answer a roll-call within " + pace.joining().toMillis() + " ms");
          }
        });
    call(lane);
  }

  private void call(Lane lane) {
    if (lane.hello().isPresent() || lane.waiting().isEmpty() || over) {
      return;
    }
    var _ =
        peers
            .rollCall(lane.node())
            .onSuccess(hello -> watch.guarded(() -> joined(hello)))
            .onFailure(_ -> watch.after(pace.retry(), () -> call(lane)));
  }

  private void pump() {
    if (stopped.isPresent() || over) {
      return;
    }
    int room = pace.inFlight() - lanes.values().stream().mapToInt(Lane::inFlight).sum();
    for (var lane : lanes.values()) {
      for (; room > 0 && lane.hasRoom(); room--) {
        offer(lane, lane.take());
      }
    }
  }

  private void offer(Lane lane, Subtask subtask) {
    int attempt = attempts(subtask) + 1;
    note(new Event.SubtaskOffered(subtask.id(), attempt));
    var _ =
        peers
            .offer(new Offer(subtask, attempt, epoch))
            .onSuccess(reply -> watch.guarded(() -> answered(lane, subtask, attempt, reply)));
  }

  private void answered(Lane lane, Subtask subtask, int attempt, OfferReply reply) {
    if (!journal.gathering().stands(subtask.id(), new Phase.Offered(attempt))) {
      return;
    }
    switch (reply) {
      case OfferReply.Taken _ -> taken(lane, subtask, attempt);
      case OfferReply.Declined declined -> declined(lane, subtask, attempt, declined);
      case OfferReply.Silence silence -> silent(lane, subtask, silence.detail());
    }
    pump();
  }

  private void taken(Lane lane, Subtask subtask, int attempt) {
    lane.heard();
    note(new Event.SubtaskAccepted(subtask.id(), attempt));
    var limit = subtask.budget().time().plus(pace.grace());
    var reason = "no outcome within " + limit.toMillis() + " ms of its acceptance";
    watch.expect(subtask.id(), limit, () -> give(List.of(subtask), Cause.TIMED_OUT, reason));
  }

  private void declined(Lane lane, Subtask subtask, int attempt, OfferReply.Declined declined) {
    lane.heard();
    note(new Event.SubtaskRefused(subtask.id(), attempt, declined.cause(), declined.reason()));
    if (declined.retryAfter().isZero()) {
      give(List.of(subtask), declined.cause(), declined.reason());
      return;
    }
    if (declined.cause() == Cause.OVERLOADED) {
      overloads.put(subtask.id(), declined.reason());
    }
    again(lane, subtask, declined.retryAfter());
  }

  private void silent(Lane lane, Subtask subtask, String detail) {
    if (!lane.paused() && lane.silent() >= pace.tries()) {
      lose(lane, "did not answer " + pace.tries() + " offers in a row: " + detail);
      return;
    }
    note(new Event.SubtaskQueued(subtask));
    again(lane, subtask, pace.retry());
  }

  private void again(Lane lane, Subtask subtask, Duration delay) {
    lane.putBack(subtask);
    lane.pause();
    watch.after(
        delay,
        () -> {
          lane.resume();
          pump();
        });
  }

  /** What an earlier instance of the node had in hand is gone with it. */
  private void restarted(Lane lane) {
    for (var subtask : lane.inHand()) {
      watch.forget(subtask.id());
      if (attempts(subtask) >= pace.tries()) {
        give(
            List.of(subtask), Cause.NEEDS_HUMAN, lane.node() + " restarted each time it worked it");
      } else {
        note(new Event.SubtaskQueued(subtask));
        lane.putBack(subtask);
      }
    }
  }

  /** The node is gone: what it has not accepted ends here, what it has may still come home. */
  private void lose(Lane lane, String reason) {
    lane.close();
    var open = new ArrayList<>(lane.waiting());
    lane.inHand().stream().filter(subtask -> !running(subtask)).forEach(open::add);
    give(open, Cause.LOST, lane.node() + " " + reason);
  }

  /** Ends those of {@code subtasks} that are still open without a result. */
  private void give(List<Subtask> subtasks, Cause cause, String reason) {
    for (var subtask : subtasks) {
      var overload = Optional.ofNullable(overloads.get(subtask.id()));
      var why = cause == Cause.TIMED_OUT && overload.isPresent() ? Cause.OVERLOADED : cause;
      var detail = why == cause ? reason : reason + "; " + overload.orElse("");
      var failed = new Outcome.Failed(subtask.id(), attempts(subtask), why, detail, Effort.NONE);
      if (journal.gathering().awaits(failed)) {
        var _ = end(failed);
      }
    }
  }

  private void endIfComplete() {
    if (journal.gathering().complete() && !over) {
      over = true;
      watch.close();
      var cancelled = stopped.filter(cause -> cause == Cause.CANCELLED).isPresent();
      ended.accept(record(new Event.RunEnded(cancelled)));
    }
  }

  private boolean running(Subtask subtask) {
    return journal.gathering().stands(subtask.id(), new Phase.Running(attempts(subtask)));
  }

  private int attempts(Subtask subtask) {
    return journal.gathering().phase(subtask.id()).map(Phase::attempt).orElse(0);
  }
}
