package dev.swarm.cli;

import dev.swarm.router.Tier;

/** Which model each router is asked for. */
final class ModelNames {
  private ModelNames() {}

  /** The configuration in which every router has its model. */
  static Settings resolved(Surroundings here, Settings settings, Bus bus) {
    return settings;
  }

  /** Who thinks in a run: the model that is asked first, or the playbook alone. */
  static String mind(Settings settings) {
    return settings.routers().stream()
        .filter(router -> router.tier() == Tier.LOCAL)
        .findFirst()
        .or(() -> settings.routers().stream().findFirst())
        .map(router -> router.model())
        .orElse("playbook");
  }
}
