package dev.swarm.cli;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.KeyException;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.endpoint.Keys;
import dev.swarm.router.endpoint.Probing.Seen;
import dev.swarm.router.exchange.Exchange;
import dev.swarm.router.exchange.Probe;
import dev.swarm.router.exchange.Probed;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import dev.swarm.router.wire.Lessons;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** The way to routers, over HTTP: one for requests, and one apart from it for looking at them. */
final class RouterWire implements AutoCloseable {
  /** Shorter ones are words of any text. */
  private static final int LEAST_HIDDEN = 6;

  private final Exchange exchange;
  private final Probe probe;
  private final Keys keys;
  private final InstantSource clock;

  private RouterWire(Exchange exchange, Probe probe, Keys keys, InstantSource clock) {
    this.exchange = exchange;
    this.probe = probe;
    this.keys = keys;
    this.clock = clock;
  }

  /** On {@code vertx}, which it does not close. */
  static RouterWire on(Vertx vertx, FoundKeys keys) {
    var clock = new SystemClock();
    return new RouterWire(new Exchange(vertx, clock), new Probe(vertx, clock), keys, clock);
  }

  /** A clock that does not jump. */
  InstantSource clock() {
    return clock;
  }

  /** What endpoints need of the world. */
  Doors doors() {
    return new Doors(
        this::attempt,
        this::look,
        keys,
        Lessons::learned,
        Bells.real(),
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Looks at a router without asking its model anything; blocks for some seconds at most.
   *
   * @throws InterruptedException if the caller was
   */
  Probed probe(Endpoint endpoint) throws InterruptedException {
    try {
      var key =
          endpoint.key() instanceof KeySource.None
              ? Optional.<String>empty()
              : Optional.of(keys.of(endpoint.key()));
      var probed = probe.probe(endpoint, key);
      return new Probed(
          probed.reachable(),
          probed.loading(),
          probed.models(),
          probed.context(),
          probed.slots(),
          probed.software(),
          probed.trouble().map(trouble -> without(key, trouble)));
    } catch (KeyException e) {
      return keyless(Trouble.of(Kind.UNAUTHORIZED, endpoint.name(), e.getMessage()));
    }
  }

  private Attempt attempt(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException {
    var attempt = exchange.attempt(endpoint, key, request, profile, sample, atMost);
    return attempt instanceof Attempt.Bad(var trouble, var body)
        ? new Attempt.Bad(without(key, trouble), without(key, body))
        : attempt;
  }

  /** A router may send back what it was sent. */
  private static Trouble without(Optional<String> key, Trouble trouble) {
    return new Trouble(
        trouble.kind(),
        trouble.endpoint(),
        trouble.status(),
        without(key, trouble.detail()),
        trouble.retryAfter());
  }

  private static String without(Optional<String> key, String text) {
    return key.filter(secret -> secret.length() >= LEAST_HIDDEN)
        .map(secret -> text.replace(secret, "[hidden]"))
        .orElse(text);
  }

  private static Probed keyless(Trouble trouble) {
    return new Probed(
        false,
        false,
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Probed.Software.UNKNOWN,
        Optional.of(trouble));
  }

  private Seen look(Endpoint endpoint, Optional<String> key) throws InterruptedException {
    var probed = probe.probe(endpoint, key);
    return new Seen(probed.loading(), probed.slots());
  }

  @Override
  public void close() {
    probe.close();
    exchange.close();
  }
}
