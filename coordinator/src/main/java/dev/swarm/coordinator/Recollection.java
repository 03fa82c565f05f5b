package dev.swarm.coordinator;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Holdings;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a node what it has of a run, after it or the coordinator has begun anew, and makes the run's
 * state agree. What died with an agent is tried once more, alone; after that a human has to look.
 */
final class Recollection {
  /** Deaths of an agent with the same subtask in hand until it is set aside. */
  private static final int DEATHS = 2;

  private final Docket docket;
  private final Surroundings here;
  private final Watch watch;
  private final FanOut fanOut;
  private final Consumer<String> superseded;

  Recollection(
      Docket docket, Surroundings here, Watch watch, FanOut fanOut, Consumer<String> superseded) {
    this.docket = docket;
    this.here = here;
    this.watch = watch;
    this.fanOut = fanOut;
    this.superseded = superseded;
  }

  /** Asks the lane's node; nothing is offered to it before it has answered. */
  void of(Lane lane) {
    lane.pause();
    ask(lane);
  }

  private void ask(Lane lane) {
    var to = here.fleet().to(lane.node()).orElseThrow();
    var collect = new Collect(docket.run(), docket.epoch(), here.session());
    var _ =
        here.line()
            .ask(Verb.COLLECT, to, collect, here.pace().answer())
            .onSuccess(holdings -> watch.guarded(() -> fold(lane, holdings)))
            .onFailure(failure -> watch.guarded(() -> failed(lane, OfferReply.to(failure))));
  }

  private void failed(Lane lane, OfferReply reply) {
    switch (reply) {
      case OfferReply.Superseded(var reason) -> superseded.accept(reason);
      case OfferReply.Silence _ -> askAgain(lane, here.pace().retry());
      case OfferReply.Forbidden(var reason) -> refused(lane, reason);
      case OfferReply.Declined(_, var reason, _) -> refused(lane, reason);
      case OfferReply.Taken _ -> throw new IllegalStateException("a failure is no acceptance");
    }
  }

  private void askAgain(Lane lane, Duration delay) {
    if (lane.closed()) {
      return;
    }
    here.fleet().doubt(lane.node());
    watch.after(delay, () -> ask(lane));
  }

  private void refused(Lane lane, String reason) {
    docket.note(new FleetEvent.CommandRefused(lane.node(), Verb.COLLECT.id(), reason));
    lane.close();
    docket.give(lane.open(), Cause.REFUSED, lane.node() + " refused: " + reason);
  }

  private void fold(Lane lane, Holdings holdings) {
    for (var subtask : lane.open().reversed()) {
      var alive = latest(holdings.running(), subtask).or(() -> latest(holdings.kept(), subtask));
      var begun = latest(holdings.begun(), subtask);
      if (alive.isPresent()) {
        holds(lane, subtask, alive.get());
      } else if (begun.filter(attempt -> isNews(subtask, attempt)).isPresent()) {
        catchUp(subtask, begun.get());
        if (docket.offered(subtask)) {
          docket.note(new Event.SubtaskAccepted(subtask.id(), docket.attempts(subtask)));
        }
        died(lane, subtask);
      } else if (docket.running(subtask)) {
        died(lane, subtask);
      } else {
        lane.putBack(subtask);
      }
    }
    lane.resume();
    docket.touch(lane);
  }

  /** Whether this death was not counted yet: a node remembers each attempt that died with it. */
  private boolean isNews(Subtask subtask, int begun) {
    int made = docket.attempts(subtask);
    boolean inHand = docket.offered(subtask) || docket.running(subtask);
    return begun > made || (begun == made && inHand);
  }

  private static Optional<Integer> latest(List<Attempt> attempts, Subtask subtask) {
    return attempts.stream()
        .filter(attempt -> attempt.subtask().equals(subtask.id()))
        .map(Attempt::number)
        .max(Comparator.naturalOrder());
  }

  /** The node works it, or has its outcome: it comes home by itself. */
  private void holds(Lane lane, Subtask subtask, int attempt) {
    catchUp(subtask, attempt);
    lane.holds(subtask);
    if (docket.offered(subtask)) {
      fanOut.taken(subtask, docket.attempts(subtask));
    } else if (docket.running(subtask)) {
      fanOut.expect(subtask);
    } else {
      lane.putBack(subtask);
    }
  }

  /** An attempt was made of which this coordinator has no record: another one made it. */
  void catchUp(Subtask subtask, int attempt) {
    for (int made = docket.attempts(subtask); made < attempt; made++) {
      if (!(docket.gathering().phase(subtask.id()).orElseThrow() instanceof Phase.Queued)) {
        docket.note(new Event.SubtaskQueued(subtask));
      }
      docket.note(new Event.SubtaskOffered(subtask.id(), made + 1));
    }
  }

  /** The agent died while it had {@code subtask} in hand. */
  void died(Lane lane, Subtask subtask) {
    if (lane.crashed(subtask.id()) >= DEATHS) {
      docket.give(
          List.of(subtask),
          Cause.NEEDS_HUMAN,
          "%s died %d times while it worked it, the last time at attempt %d%s"
              .formatted(
                  lane.node(), DEATHS, docket.attempts(subtask), docket.lastOf(subtask.id())));
    } else {
      docket.again(lane, subtask);
    }
  }
}
