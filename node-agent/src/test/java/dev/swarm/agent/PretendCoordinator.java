package dev.swarm.agent;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Opened;
import dev.swarm.bus.Received;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Says what a test wants said, and keeps what it hears. */
final class PretendCoordinator {
  final String session;
  final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  final BlockingQueue<Beat> beats = new LinkedBlockingQueue<>();
  final List<News> news = new CopyOnWriteArrayList<>();
  final List<Turned> turned = new CopyOnWriteArrayList<>();

  /** What it answers to an outcome. */
  volatile Function<Delivery, Future<Receipt>> receipts =
      delivery ->
          Future.succeededFuture(
              new Receipt(delivery.outcome().subtask(), delivery.outcome().attempt()));

  private final Door door;
  private final String name;
  private volatile Optional<Beat> latest = Optional.empty();

  private PretendCoordinator(Vertx vertx, String name, String session) {
    this.name = name;
    this.session = session;
    this.door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.COORDINATOR, name, session)),
            new LetsAllIn(),
            List.of(Addresses.coordinator(session), Addresses.BEATS),
            Runnable::run,
            Runnable::run,
            turned::add);
  }

  static PretendCoordinator on(Vertx vertx, String name, String session) throws TimeoutException {
    var made = new PretendCoordinator(vertx, name, session);
    var _ =
        made.door
            .on(Verb.OUTCOME, made::delivered)
            .on(Verb.NEWS, made::told)
            .on(Verb.BEAT, made::beaten);
    var _ = made.door.attach(vertx.eventBus()).await(10, SECONDS);
    return made;
  }

  private record LetsAllIn() implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {
      // anything may come
    }

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {
      // anything may come
    }
  }

  private Future<Receipt> delivered(Received<Delivery> received) {
    deliveries.add(received.message());
    return receipts.apply(received.message());
  }

  private Future<Noted> told(Received<News> received) {
    news.add(received.message());
    return Future.succeededFuture(new Noted());
  }

  private Future<Noted> beaten(Received<Beat> received) {
    latest = Optional.of(received.message());
    beats.add(received.message());
    return Future.succeededFuture(new Noted());
  }

  RollCall rollCall() {
    return new RollCall(session, name, Wire.VERSION, Optional.empty(), Tempo.STANDARD);
  }

  /** Commands, with the latest beat that was heard. */
  <M, R> R ask(Verb<M, R> verb, M message) throws TimeoutException {
    var beat = latest.orElseThrow();
    return ask(verb, To.node(beat.node(), beat.instance(), beat.number()), message);
  }

  <M, R> R ask(Verb<M, R> verb, To to, M message) throws TimeoutException {
    return asking(verb, to, message).await(10, SECONDS);
  }

  <M, R> Future<R> asking(Verb<M, R> verb, To to, M message) {
    return door.ask(verb, to, message, Duration.ofSeconds(5));
  }

  <M, R> R call(Verb<M, R> verb, String node, Instant now, M message) throws TimeoutException {
    return ask(verb, To.nodeByClock(node, now), message);
  }

  Future<Void> leave() {
    return door.close();
  }
}
