package dev.swarm.cli;

import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.exchange.Probed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What a router serves, asked of it where nobody said: its model, and how much fits into it. */
final class ModelNames {
  /** For routers that tell nothing, and take whatever name. */
  static final String NAMELESS = "default";

  private ModelNames() {}

  /**
   * The configuration in which every router has its model, and its context where it tells. One that
   * cannot be looked at is kept as it is: what is wrong with it, its first request tells.
   *
   * @throws UsageException if a router serves several models and none is named
   */
  static Settings resolved(Surroundings here, Settings settings, Bus bus) {
    var routers = settings.routers();
    if (routers.isEmpty()) {
      return settings;
    }
    if (routers.stream().noneMatch(router -> router.tier() == Tier.LOCAL)) {
      throw new UsageException(
          "could not begin: a frontier router is asked only where a local one does not get on, and"
              + " there is no local one; name it too, or leave 'tier: frontier' out");
    }
    boolean known =
        routers.stream().noneMatch(one -> one.model().isEmpty() || one.context().isEmpty());
    return known ? settings : settings.with(looked(here, routers, bus));
  }

  /** The same where nothing rests on it: what is wrong is said, and the configuration is kept. */
  static Settings lookedAt(Surroundings here, Settings settings, Bus bus) {
    try {
      return resolved(here, settings, bus);
    } catch (UsageException e) {
      here.say(String.valueOf(e.getMessage()));
      return settings;
    }
  }

  /** Who thinks in a run: the model that is asked first, or the playbook alone. */
  static String mind(Settings settings) {
    if (settings.routers().isEmpty()) {
      return "playbook";
    }
    return settings.routers().stream()
        .filter(router -> router.tier() == Tier.LOCAL)
        .findFirst()
        .map(ModelNames::named)
        .orElse("playbook");
  }

  /** The model that a router serves or, as long as nobody knows which, the router itself. */
  static String named(Endpoint router) {
    return router.model().isEmpty() ? router.name() : router.model();
  }

  private static List<Endpoint> looked(Surroundings here, List<Endpoint> routers, Bus bus) {
    try (var wire = RouterWire.on(bus.vertx(), FoundKeys.of(here));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          routers.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> probed(wire, one), threads))
              .toList();
      var looked = new ArrayList<Endpoint>();
      for (int i = 0; i < routers.size(); i++) {
        looked.add(known(routers.get(i), looks.get(i).join()));
      }
      return looked;
    }
  }

  private static Probed probed(RouterWire wire, Endpoint router) {
    try {
      return wire.probe(router);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a router was looked at", e);
    }
  }

  /** The router with what was seen of it. */
  static Endpoint known(Endpoint router, Probed probed) {
    var model = router.model().isEmpty() ? only(router, probed) : router.model();
    var context = router.context().isPresent() ? router.context() : context(model, probed);
    return SaidRouter.serving(router, model, context);
  }

  private static OptionalInt context(String model, Probed probed) {
    var ofModel = probed.model(model).map(one -> one.context()).orElse(OptionalInt.empty());
    return ofModel.isPresent() ? ofModel : probed.context();
  }

  private static String only(Endpoint router, Probed probed) {
    var names = probed.models().stream().map(one -> one.names().getFirst()).toList();
    if (names.size() > 1) {
      throw new UsageException(
          "could not choose a model: "
              + router.name()
              + " serves several; name one with --model, or as its 'model' in swarm.yaml: "
              + names.stream().limit(20).collect(Collectors.joining(", "))
              + (names.size() > 20 ? " and " + (names.size() - 20) + " more" : ""));
    }
    return names.isEmpty() ? NAMELESS : names.getFirst();
  }
}
