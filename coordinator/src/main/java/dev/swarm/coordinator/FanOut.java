package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.protocol.Answers;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Holds out what waits to the nodes that have room, a node's share in one frame. Owned by the desk;
 * whatever comes from elsewhere enters through {@link Watch#guarded}.
 */
final class FanOut {
  private final Docket docket;
  private final Fleet fleet;
  private final Line line;
  private final Watch watch;
  private final Pace pace;
  private final Room room;
  private final Consumer<String> superseded;
  private BiConsumer<Lane, Subtask> begunBefore = (_, _) -> {};
  private final SequencedSet<Lane> ready = new LinkedHashSet<>();
  private boolean planned;
  private boolean halted;

  /**
   * Takes everything it needs.
   *
   * @param superseded hears that the run is led by another
   */
  FanOut(
      Docket docket,
      Fleet fleet,
      Line line,
      Watch watch,
      Pace pace,
      Room room,
      Consumer<String> superseded) {
    this.docket = docket;
    this.fleet = fleet;
    this.line = line;
    this.watch = watch;
    this.pace = pace;
    this.room = room;
    this.superseded = superseded;
  }

  /** Tells {@code listener} of attempts that died with an earlier instance of their node. */
  void onBegunBefore(BiConsumer<Lane, Subtask> listener) {
    begunBefore = listener;
  }

  /** Looks at {@code lane} again soon; several looks at once cost one. */
  void touch(Lane lane) {
    if (lane.hasRoom()) {
      ready.add(lane);
      plan();
    } else {
      again();
    }
  }

  /** Looks again soon at those that have room. */
  void again() {
    if (!ready.isEmpty()) {
      plan();
    }
  }

  /** Nothing is offered any more. */
  void halt() {
    halted = true;
  }

  private void plan() {
    if (!planned && !halted) {
      planned = true;
      watch.soon(this::pump);
    }
  }

  private void pump() {
    planned = false;
    int left = room.most() - docket.gathering().sum().inHand();
    var shares = new LinkedHashMap<Lane, List<Subtask>>();
    while (left > 0 && !ready.isEmpty() && !halted) {
      var lane = longest();
      boolean _ = ready.remove(lane);
      // what comes next there may be shorter than what waits elsewhere
      var share = lane.take(lane.length().isZero() ? left : 1);
      left -= share.size();
      shares.computeIfAbsent(lane, _ -> new ArrayList<>()).addAll(share);
      if (lane.hasRoom()) {
        // first come, first served: it goes on where it had to stop
        ready.addFirst(lane);
      }
    }
    shares.forEach((lane, share) -> {
      if (!share.isEmpty()) {
        offer(lane, share);
      }
    });
  }

  /** The lane whose next subtask takes longest; of those alike, or not known, the first. */
  private Lane longest() {
    var longest = ready.getFirst();
    if (docket.lengths().isEmpty()) {
      return longest;
    }
    for (var lane : ready) {
      if (lane.length().compareTo(longest.length()) > 0) {
        longest = lane;
      }
    }
    return longest;
  }

  private void offer(Lane lane, List<Subtask> share) {
    var offers = new ArrayList<Offer>();
    for (var subtask : share) {
      if (!docket.offered(subtask)) {
        docket.note(new Event.SubtaskOffered(subtask.id(), docket.attempts(subtask) + 1));
      }
      offers.add(new Offer(subtask, docket.attempts(subtask), docket.epoch()));
    }
    var to = fleet.to(lane.node()).orElseThrow();
    var frame = new Offers(line.own().process(), offers);
    int silences = lane.silences();
    var _ =
        line.ask(Verb.OFFER, to, frame, pace.answer())
            .onSuccess(answers -> watch.guarded(() -> answered(lane, offers, answers)))
            .onFailure(failure -> watch.guarded(() -> failed(lane, offers, silences, failure)));
  }

  private void answered(Lane lane, List<Offer> offers, Answers answers) {
    lane.heard();
    for (int place = 0; place < offers.size(); place++) {
      var offer = offers.get(place);
      var reply =
          place < answers.answers().size()
              ? OfferReply.to(offer, answers.answers().get(place))
              : OfferReply.nonsense(answers.answers().size() + " answers to " + offers.size());
      settle(lane, offer, reply);
    }
    docket.touch(lane);
  }

  private void failed(Lane lane, List<Offer> offers, int silences, Throwable failure) {
    var reply = OfferReply.to(failure);
    switch (reply) {
      case OfferReply.Silence(var detail) -> silent(lane, offers, silences, detail);
      case OfferReply.Superseded(var reason) -> superseded.accept(reason);
      case OfferReply.Forbidden(var reason) -> {
        docket.note(new FleetEvent.CommandRefused(lane.node(), Verb.OFFER.id(), reason));
        offers.forEach(offer -> settle(lane, offer, reply));
      }
      case OfferReply.Taken _, OfferReply.Declined _ ->
          offers.forEach(offer -> settle(lane, offer, reply));
    }
    docket.touch(lane);
  }

  private void settle(Lane lane, Offer offer, OfferReply reply) {
    if (!stands(offer)) {
      return;
    }
    switch (reply) {
      case OfferReply.Taken _ -> {
        // it may wait again: the node, asked what it has, answered before this offer got to it
        lane.holds(offer.subtask());
        taken(offer.subtask(), offer.attempt());
      }
      case OfferReply.Declined declined -> declined(lane, offer, declined);
      case OfferReply.Forbidden(var reason) ->
          declined(lane, offer, new OfferReply.Declined(Cause.REFUSED, reason, Duration.ZERO));
      case OfferReply.Silence(var detail) -> silent(lane, List.of(offer), lane.silences(), detail);
      case OfferReply.Superseded(var reason) -> superseded.accept(reason);
    }
  }

  private boolean stands(Offer offer) {
    return docket.gathering().stands(offer.subtask().id(), new Phase.Offered(offer.attempt()));
  }

  /** The node has it in hand; from now on its time runs. */
  void taken(Subtask subtask, int attempt) {
    docket.note(new Event.SubtaskAccepted(subtask.id(), attempt));
    expect(subtask);
  }

  /** Gives {@code subtask} up if its outcome does not come in time. */
  void expect(Subtask subtask) {
    var limit = subtask.budget().time().plus(pace.grace());
    var reason = "no outcome within " + limit.toMillis() + " ms of its acceptance";
    watch.expect(subtask.id(), limit, () -> docket.give(List.of(subtask), Cause.TIMED_OUT, reason));
  }

  private void declined(Lane lane, Offer offer, OfferReply.Declined declined) {
    var subtask = offer.subtask();
    docket.note(
        new Event.SubtaskRefused(
            subtask.id(), offer.attempt(), declined.cause(), declined.reason()));
    if (declined.retryAfter().isZero() && declined.cause() == Cause.LOST) {
      begunBefore.accept(lane, subtask);
      return;
    }
    if (declined.retryAfter().isZero()) {
      docket.give(List.of(subtask), declined.cause(), declined.reason());
      return;
    }
    if (declined.cause() == Cause.OVERLOADED) {
      docket.overloaded(subtask.id(), declined.reason());
    }
    lane.putBack(subtask);
    rest(lane, declined.retryAfter());
  }

  /**
   * Nobody knows what became of the offers: the same attempts are held out again, which the node
   * works once, whatever it got. One that answers roll-calls but no offers is given up after a few.
   */
  private void silent(Lane lane, List<Offer> offers, int silences, String detail) {
    offers.reversed().stream().filter(this::stands).map(Offer::subtask).forEach(lane::putBack);
    lane.pause();
    var _ =
        fleet
            .check(lane.node())
            .onComplete(there ->
                watch.guarded(() -> {
                  boolean answers = there.succeeded() && there.result();
                  if (answers && lane.silent(silences) >= pace.tries()) {
                    lose(lane, detail);
                  }
                  watch.after(pace.retry(), () -> resume(lane));
                }));
  }

  private void lose(Lane lane, String detail) {
    lane.close();
    var reason =
        "%s did not answer %d offers in a row: %s".formatted(lane.node(), pace.tries(), detail);
    docket.give(
        lane.open().stream().filter(subtask -> !docket.running(subtask)).toList(),
        Cause.LOST,
        reason);
  }

  private void rest(Lane lane, Duration delay) {
    lane.pause();
    watch.after(delay, () -> resume(lane));
  }

  private void resume(Lane lane) {
    lane.resume();
    docket.touch(lane);
  }
}
