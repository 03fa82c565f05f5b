package dev.swarm.coordinator;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Answers;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Holdings;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Presence;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Reached;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An agent with a disk, as the contract describes it; kills and restarts included. */
final class SimNode implements SimBus.Hearer {
  private final SimWorld world;
  private final SimBus bus;
  private final String name;
  private final int capacity;
  private int starts;
  private SimWorld.Life process;
  private Line line;

  // on disk
  private final Map<RunId, Long> epochs = new HashMap<>();
  private final Map<RunId, String> sessions = new HashMap<>();
  private final Map<Attempt, RunId> open = new LinkedHashMap<>();
  private final Map<Attempt, Outcome> kept = new LinkedHashMap<>();
  private final Map<Attempt, RunId> runs = new HashMap<>();
  private final Set<Attempt> receipted = new LinkedHashSet<>();
  private final Set<RunId> closed = new LinkedHashSet<>();

  // gone with the process
  private final Set<String> heard = new LinkedHashSet<>();
  private final Set<Attempt> inHand = new LinkedHashSet<>();
  private long beats;

  /** Subtasks that kill whoever works them, and how long work takes. */
  double deadly;

  /** What the id of a subtask ends with that does so without fail. */
  String kills = "none";

  long longest = 4000;
  boolean mute;

  SimNode(SimWorld world, SimBus bus, String name, int capacity) {
    this.world = world;
    this.bus = bus;
    this.name = name;
    this.capacity = capacity;
    this.process = new SimWorld.Life(name);
    this.line = bus.line(process, new Sender(Role.NODE, name, ""));
  }

  void start() {
    starts++;
    process = new SimWorld.Life(name);
    line = bus.line(process, new Sender(Role.NODE, name, name + "#" + starts));
    heard.clear();
    inHand.clear();
    beats = 0;
    bus.listen(Addresses.node(name), process, this);
    beat();
    resume();
  }

  SimWorld.Life process() {
    return process;
  }

  void kill() {
    process.dead = true;
  }

  private String instance() {
    return "i" + starts;
  }

  private NodeHello hello() {
    var like = Samples.hello(name, instance(), capacity);
    return new NodeHello(
        name,
        like.instance(),
        like.version(),
        like.protocolVersion(),
        like.platform(),
        like.root(),
        like.sandbox(),
        like.tools(),
        like.labels(),
        like.capacity(),
        name + ":5701",
        Map.of());
  }

  private void beat() {
    beats++;
    line.publish(
        Verb.BEAT,
        To.beats(),
        new Beat(
            name,
            instance(),
            beats,
            List.copyOf(heard),
            inHand.size(),
            capacity,
            0.5,
            List.copyOf(inHand),
            kept.size(),
            Map.of(),
            List.of()));
    world.after(process, 2000, this::beat);
  }

  @Override
  public <M, R> Future<R> hear(Sender from, Verb<M, R> verb, To to, M message) {
    if (verb.freshness() == Verb.Freshness.BEAT && !to.freshness().startsWith(instance() + "/")) {
      return Future.failedFuture(new IllegalStateException("stale"));
    }
    Future<?> reply =
        switch (message) {
          case RollCall call -> {
            heard.add(call.session());
            yield Future.succeededFuture(new Presence(hello(), beats, world.instant()));
          }
          case Offers offers -> mute ? Promise.promise().future() : offered(offers);
          case Collect collect -> collected(collect);
          case Cancel cancel -> cancelled(cancel);
          case Close close -> closed(close);
          case Reach _ -> Future.succeededFuture(new Reached(false, "no route to host"));
          default -> Future.failedFuture(new IllegalStateException("unheard of: " + verb));
        };
    return reply.map(verb.reply()::cast);
  }

  private Future<Void> written() {
    var done = Promise.<Void>promise();
    world.after(process, world.between(1, 10), () -> done.complete());
    return done.future();
  }

  private boolean over(RunId run, long epoch) {
    return epoch < epochs.getOrDefault(run, 0L);
  }

  private static <T> Future<T> superseded() {
    return Future.failedFuture(new RefusedException(Refusal.SUPERSEDED, "a higher epoch leads"));
  }

  private Future<Answers> offered(Offers offers) {
    for (var offer : offers.offers()) {
      if (over(offer.subtask().run(), offer.epoch())) {
        return superseded();
      }
      epochs.put(offer.subtask().run(), offer.epoch());
      sessions.put(offer.subtask().run(), offers.session());
    }
    var begin = new ArrayList<Offer>();
    var answers = offers.offers().stream().map(offer -> judged(offer, begin)).toList();
    return written().onSuccess(_ -> begin.forEach(this::work)).map(_ -> new Answers(answers));
  }

  private Answer judged(Offer offer, List<Offer> begin) {
    var attempt = new Attempt(offer.subtask().id(), offer.attempt());
    if (inHand.contains(attempt) || kept.containsKey(attempt)) {
      if (kept.containsKey(attempt)) {
        deliver(attempt, 0);
      }
      return new Answer.Accepted(attempt.subtask(), attempt.number());
    }
    if (closed.contains(offer.subtask().run())) {
      return refused(attempt, Cause.REFUSED, 0);
    }
    if (open.containsKey(attempt)) {
      return refused(attempt, Cause.LOST, 0);
    }
    if (inHand.size() >= capacity) {
      return refused(attempt, Cause.OVERLOADED, 200);
    }
    inHand.add(attempt);
    open.put(attempt, offer.subtask().run());
    runs.put(attempt, offer.subtask().run());
    begin.add(offer);
    return new Answer.Accepted(attempt.subtask(), attempt.number());
  }

  private static Answer refused(Attempt attempt, Cause cause, long retry) {
    return new Answer.Refused(
        attempt.subtask(), attempt.number(), cause, "no", Duration.ofMillis(retry));
  }

  private void work(Offer offer) {
    var attempt = new Attempt(offer.subtask().id(), offer.attempt());
    if (!world.begun.add(attempt.toString())) {
      throw new AssertionError("worked twice: " + attempt);
    }
    var id = offer.subtask().id();
    if (id.value().endsWith(kills) || id.hashCode() % 1000 / 1000.0 > 1 - deadly) {
      world.after(process, 15, () -> restartAfter(1000));
    }
    world.after(process, world.between(20, longest), () -> end(offer.subtask(), attempt));
  }

  /** Dies now, and begins anew after a while. */
  void restartAfter(long millis) {
    kill();
    world.after(millis, this::start);
  }

  private void end(Subtask subtask, Attempt attempt) {
    if (inHand.contains(attempt)) {
      ended(attempt, Samples.completed(subtask, attempt.number(), List.of()));
    }
  }

  private void ended(Attempt attempt, Outcome outcome) {
    var _ =
        written()
            .onSuccess(_ -> {
              inHand.remove(attempt);
              open.remove(attempt);
              kept.put(attempt, outcome);
              deliver(attempt, 0);
            });
  }

  private void resume() {
    kept.keySet().stream()
        .filter(attempt -> !receipted.contains(attempt))
        .toList()
        .forEach(attempt -> deliver(attempt, 0));
  }

  private void deliver(Attempt attempt, int times) {
    var outcome = kept.get(attempt);
    if (outcome == null) {
      return;
    }
    var run = runs.get(attempt);
    var delivery = new Delivery(run, name, epochs.get(run), outcome, List.of());
    var _ =
        line.ask(Verb.OUTCOME, To.coordinator(sessions.get(run)), delivery, Duration.ofSeconds(3))
            .onSuccess(_ -> {
              receipted.add(attempt);
              world.acknowledged.put(attempt.subtask(), attempt.number());
            })
            .onFailure(failure -> {
              if (failure instanceof RefusedException no
                  && (no.code() == Refusal.NONSENSE || no.code() == Refusal.TOO_LATE)) {
                receipted.add(attempt);
              } else {
                var pause = Math.min(10_000, 1000L << Math.min(times, 4));
                world.after(process, pause, () -> deliver(attempt, times + 1));
              }
            });
  }

  private Future<Holdings> collected(Collect collect) {
    if (over(collect.run(), collect.epoch())) {
      return superseded();
    }
    if (closed.contains(collect.run())) {
      return Future.failedFuture(new RefusedException(Refusal.TOO_LATE, "the run is closed"));
    }
    epochs.put(collect.run(), collect.epoch());
    sessions.put(collect.run(), collect.session());
    return written()
        .map(_ -> {
          var ended = of(kept.keySet(), collect.run());
          ended.forEach(attempt -> deliver(attempt, 0));
          return new Holdings(
              of(inHand, collect.run()),
              ended,
              of(open.keySet(), collect.run()).stream()
                  .filter(attempt -> !inHand.contains(attempt))
                  .toList());
        });
  }

  private List<Attempt> of(Set<Attempt> attempts, RunId run) {
    return attempts.stream().filter(attempt -> run.equals(runs.get(attempt))).toList();
  }

  private Future<Noted> cancelled(Cancel cancel) {
    for (var attempt : of(inHand, cancel.run())) {
      ended(
          attempt,
          new Outcome.Failed(
              attempt.subtask(), attempt.number(), Cause.CANCELLED, "stopped", Effort.NONE));
    }
    return Future.succeededFuture(new Noted());
  }

  private Future<Noted> closed(Close close) {
    if (over(close.run(), close.epoch())) {
      return superseded();
    }
    closed.add(close.run());
    of(kept.keySet(), close.run()).forEach(kept::remove);
    return Future.succeededFuture(new Noted());
  }
}
