package dev.swarm.coordinator;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Opened;
import dev.swarm.bus.Received;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Answers;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Holdings;
import dev.swarm.protocol.News;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Presence;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** A node that does what a test tells it, through a door of its own on the real bus. */
final class ScriptedNode {
  final List<Offer> offers = new CopyOnWriteArrayList<>();
  final List<Integer> frames = new CopyOnWriteArrayList<>();
  final List<String> cancels = new CopyOnWriteArrayList<>();
  final List<RunId> closes = new CopyOnWriteArrayList<>();
  private final String name;
  private final Door door;
  private final BiConsumer<ScriptedNode, Asked> script;
  private final AtomicLong beats = new AtomicLong();
  private volatile NodeHello hello;
  private volatile Holdings holdings = new Holdings(List.of(), List.of(), List.of());

  ScriptedNode(Vertx vertx, String name, int capacity, BiConsumer<ScriptedNode, Asked> script) {
    this(vertx, Samples.hello(name, "i1", capacity), script);
  }

  ScriptedNode(Vertx vertx, NodeHello hello, BiConsumer<ScriptedNode, Asked> script) {
    this.name = hello.node();
    this.hello = hello;
    this.script = script;
    this.door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.NODE, name, name + "-process")),
            new OpenDoor(),
            List.of(Addresses.node(name)),
            Runnable::run,
            Runnable::run,
            _ -> {});
    var _ =
        door.on(Verb.ROLL_CALL, _ -> now(new Presence(this.hello, beats.get(), Instant.EPOCH)))
            .on(Verb.OFFER, this::offered)
            .on(Verb.COLLECT, _ -> now(holdings))
            .on(
                Verb.CANCEL,
                came -> {
                  cancels.add(came.message().reason());
                  return now(new Noted());
                })
            .on(
                Verb.CLOSE,
                came -> {
                  closes.add(came.message().run());
                  return now(new Noted());
                });
    var _ = door.attach(vertx.eventBus());
  }

  /** Lets everybody in: what a node turns away is tested where nodes are made. */
  private static final class OpenDoor implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {}

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {}
  }

  /** An offer, and the frame that waits for its answer. */
  record Asked(Offer offer, Promise<Answer> reply) {
    void accept() {
      answer(new Answer.Accepted(offer.subtask().id(), offer.attempt()));
    }

    void answer(Answer answer) {
      reply.complete(answer);
    }
  }

  /** Accepts, and delivers at once. */
  static void well(ScriptedNode node, Asked asked) {
    asked.accept();
    var _ = node.deliver(asked.offer(), Samples.completed(asked.offer()));
  }

  private Future<Answers> offered(Received<Offers> came) {
    var asked = came.message().offers().stream().map(offer -> new Asked(offer, Promise.promise()));
    var all = asked.toList();
    frames.add(all.size());
    session = came.message().session();
    for (var each : all) {
      offers.add(each.offer());
      script.accept(this, each);
    }
    return Future.all(all.stream().map(each -> each.reply().future()).toList())
        .map(answers -> new Answers(answers.<Answer>list()));
  }

  private volatile String session = "";

  Future<Receipt> deliver(Offer offer) {
    return deliver(offer, Samples.completed(offer));
  }

  Future<Receipt> deliver(Offer offer, Outcome outcome) {
    return deliver(offer, outcome, List.of());
  }

  Future<Receipt> deliver(Offer offer, Outcome outcome, List<Event> news) {
    var delivery = new Delivery(offer.subtask().run(), name, offer.epoch(), outcome, news);
    return ask(Verb.OUTCOME, delivery);
  }

  Future<Noted> tell(Offer offer, Event... events) {
    return ask(Verb.NEWS, new News(offer.subtask().run(), name, 1, List.of(events)));
  }

  <M, R> Future<R> ask(Verb<M, R> verb, M message) {
    return door.ask(verb, To.coordinator(session), message, Duration.ofSeconds(5));
  }

  /** Starts anew, with nothing of what was accepted. */
  void restart(String instance) {
    var begun = new ArrayList<Attempt>();
    offers.forEach(offer -> begun.add(new Attempt(offer.subtask().id(), offer.attempt())));
    holdings = new Holdings(List.of(), List.of(), begun);
    hello = Samples.hello(name, instance, hello.capacity());
    beat();
  }

  /** Beats to a coordinator that it does not hear. */
  void beat() {
    door.publish(
        Verb.BEAT,
        To.beats(),
        new Beat(
            name,
            hello.instance(),
            beats.incrementAndGet(),
            List.of(),
            0,
            hello.capacity(),
            -1,
            List.of(),
            0,
            Map.of(),
            List.of()));
  }

  private static <T> Future<T> now(T reply) {
    return Future.succeededFuture(reply);
  }
}
