package dev.swarm.cli;

import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.Keys;
import dev.swarm.router.exchange.Exchange;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.wire.Lessons;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The way to routers, over HTTP. */
final class RouterWire implements AutoCloseable {
  private final Exchange exchange;
  private final Keys keys;
  private final InstantSource clock;

  private RouterWire(Exchange exchange, Keys keys, InstantSource clock) {
    this.exchange = exchange;
    this.keys = keys;
    this.clock = clock;
  }

  /** On {@code vertx}, which it does not close. */
  static RouterWire on(Vertx vertx, Keys keys, InstantSource clock) {
    return new RouterWire(new Exchange(vertx, clock), keys, clock);
  }

  Doors doors() {
    return new Doors(
        this::attempt,
        (endpoint, key) ->
            new dev.swarm.router.endpoint.Probing.Seen(false, java.util.OptionalInt.empty()),
        keys,
        Lessons::learned,
        Bells.real(),
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private Attempt attempt(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException {
    return switch (exchange.attempt(endpoint, key, request, profile, sample, atMost)) {
      case dev.swarm.router.exchange.Attempt.Good(var reply, var took) ->
          new Attempt.Good(reply, took);
      case dev.swarm.router.exchange.Attempt.Bad(var trouble, var body) ->
          new Attempt.Bad(trouble, body);
    };
  }

  @Override
  public void close() {
    exchange.close();
  }
}
