package dev.swarm.loadtest.fleet;

import dev.swarm.loadtest.bench.Workshop;
import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.Endpoints;
import dev.swarm.router.endpoint.FleetSlots;
import dev.swarm.router.endpoint.KeyException;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.endpoint.Probing.Seen;
import dev.swarm.router.exchange.Exchange;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.wire.Lessons;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the agents of one process share because they are on one machine.
 *
 * @param local lives as long as the process
 * @param steady never jumps
 * @param model what the router serves
 * @param thinks whether the model decides; else all commands of a task are run at once
 * @param capacity subtasks that one agent works at once, and calls that it may have under way
 */
record Machine(
    Vertx local,
    Membership membership,
    Workshop workshop,
    URI router,
    InstantSource steady,
    String model,
    boolean thinks,
    int capacity) {
  /** What the router is called, on every node and at the coordinator. */
  static final String ROUTER = "router";

  /**
   * One agent's own way to the router, with connections of its own, within its share of the fleet's
   * slots.
   */
  Endpoints endpoints(FleetSlots fleet) {
    return new Endpoints(List.of(endpoint()), doors(), fleet);
  }

  private Endpoint endpoint() {
    return new Endpoint(
        ROUTER,
        router,
        model,
        new KeySource.None(),
        Tier.LOCAL,
        capacity,
        1_000,
        Clocks.STANDARD,
        OptionalInt.of(8192),
        Optional.empty(),
        Optional.empty(),
        Profile.STANDARD);
  }

  private Doors doors() {
    var exchange = new Exchange(local, steady);
    return new Doors(
        exchange::attempt,
        (_, _) -> new Seen(false, OptionalInt.empty()),
        _ -> {
          throw new KeyException("no key is configured");
        },
        Lessons::learned,
        Bells.real(),
        steady,
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
