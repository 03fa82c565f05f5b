package dev.swarm.cli;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Attempts;
import dev.swarm.router.endpoint.Doors;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.exchange.Probed;
import dev.swarm.router.wire.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Routers of a process that stays, and what they serve: what the configuration does not say of one,
 * it is asked itself, and asked again until it tells. One that is away does not keep anybody from
 * beginning. Any thread; looks block for some seconds at most.
 */
final class Acquaintance {
  /** Between two looks, however many threads wish for one. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What says that there is no list of models, and nothing about the models. */
  private static final Set<Kind> LISTLESS = Set.of(Kind.NO_MODEL, Kind.NO_ROUTER, Kind.REFUSED);

  private final RouterWire wire;
  private final Map<String, Endpoint> routers = new LinkedHashMap<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final Map<String, Trouble> troubles = new HashMap<>();
  private Consumer<Endpoint> learned = _ -> {};
  private Instant again = Instant.MIN;

  private Acquaintance(RouterWire wire, List<Endpoint> configured) {
    this.wire = wire;
    configured.forEach(router -> routers.put(router.name(), router));
  }

  /** Of routers that were looked at already. */
  static Acquaintance made(RouterWire wire, List<Endpoint> configured) {
    return new Acquaintance(wire, configured);
  }

  /** Of routers that are looked at as soon as that is possible. */
  static Acquaintance toBeMade(RouterWire wire, List<Endpoint> configured) {
    var acquaintance = new Acquaintance(wire, configured);
    configured.stream()
        .filter(router -> router.model().isEmpty() || router.context().isEmpty())
        .forEach(router -> acquaintance.unknown.add(router.name()));
    return acquaintance;
  }

  /**
   * Tells {@code listener} of each router that has told what it serves, on the thread of a look.
   */
  synchronized void onLearned(Consumer<Endpoint> listener) {
    learned = listener;
  }

  /** Looks for the first time, on a thread of its own. */
  void begin() {
    if (!unknown.isEmpty()) {
      var _ = Thread.ofVirtual().name("routers").start(this::look);
    }
  }

  /** The routers with what is known of each by now. */
  List<Endpoint> met() {
    look();
    return routers();
  }

  /** What endpoints need of the world; who has no model yet is asked for it before a request. */
  Doors doors() {
    var doors = wire.doors();
    return new Doors(
        introduced(doors.attempts()),
        doors.probing(),
        doors.keys(),
        doors.learning(),
        doors.bells(),
        doors.clock(),
        doors.chance());
  }

  private Attempts introduced(Attempts attempts) {
    return (endpoint, key, request, profile, sample, atMost) ->
        endpoint.model().isEmpty()
            ? met(attempts, endpoint, key, request, profile, sample, atMost)
            : attempts.attempt(endpoint, key, request, profile, sample, atMost);
  }

  private Attempt met(
      Attempts attempts,
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException {
    look();
    var known = known(endpoint);
    return known.model().isEmpty()
        ? new Attempt.Bad(trouble(endpoint), "")
        : attempts.attempt(known, key, request, profile, sample, atMost);
  }

  private synchronized List<Endpoint> routers() {
    return List.copyOf(routers.values());
  }

  private synchronized Endpoint known(Endpoint endpoint) {
    return Optional.ofNullable(routers.get(endpoint.name())).orElse(endpoint);
  }

  private synchronized Trouble trouble(Endpoint endpoint) {
    return Optional.ofNullable(troubles.get(endpoint.name()))
        .orElseGet(() ->
            Trouble.of(Kind.UNREACHABLE, endpoint.name(), "it has not told which model it serves"));
  }

  /** One at a time; who waited for it takes what it brought. */
  private synchronized void look() {
    if (unknown.isEmpty() || wire.clock().instant().isBefore(again)) {
      return;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks = new LinkedHashMap<Endpoint, Future<Probed>>();
      routers.values().stream()
          .filter(router -> unknown.contains(router.name()))
          .forEach(router -> looks.put(router, threads.submit(() -> wire.probe(router))));
      for (var each : looks.entrySet()) {
        seen(each.getKey(), each.getValue().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not look at a router", e.getCause());
    } finally {
      again = wire.clock().instant().plus(PAUSE);
    }
  }

  private void seen(Endpoint router, Probed probed) {
    var trouble = trouble(router, probed);
    if (trouble.isPresent()) {
      troubles.put(router.name(), trouble.get());
      return;
    }
    try {
      var known = ModelNames.known(router, probed);
      routers.put(router.name(), known);
      boolean _ = unknown.remove(router.name());
      learned.accept(known);
    } catch (UsageException several) {
      troubles.put(
          router.name(),
          Trouble.of(Kind.NO_MODEL, router.name(), String.valueOf(several.getMessage())));
    }
  }

  /** Why nothing can be said of it yet. */
  private static Optional<Trouble> trouble(Endpoint router, Probed probed) {
    if (probed.loading()) {
      return Optional.of(Trouble.of(Kind.LOADING, router.name(), "it is loading its model"));
    }
    return probed
        .trouble()
        .filter(trouble -> !probed.reachable() || !LISTLESS.contains(trouble.kind()));
  }
}
