package dev.swarm.cli;

import dev.swarm.coordinator.Limit;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Target;
import dev.swarm.router.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom of a fleet something is put to. */
final class FleetTarget {
  private static final int MOST_AT_ONCE = 100_000;

  @Option(
      names = "--local",
      order = 50,
      description =
          "This machine alone, whatever fleet it belongs to, and whatever coordinator stays on it.")
  private boolean local;

  @Option(
      names = "--nodes",
      order = 51,
      split = ",",
      paramLabel = "NODE",
      description = "Only these nodes of the fleet; swarm nodes lists them.")
  private List<String> nodes = new ArrayList<>();

  @Option(
      names = "--labels",
      order = 52,
      split = ",",
      paramLabel = "NAME=VALUE",
      description = "Only nodes that bear all these labels.")
  private Map<String, String> labels = new LinkedHashMap<>();

  @Option(
      names = "--limit",
      order = 53,
      paramLabel = "N|N%",
      description = "Only so many of them, drawn by lot: 5, or 10%%.")
  @Nullable
  private String limit;

  @Option(
      names = "--concurrency",
      order = 54,
      paramLabel = "N",
      description =
          "Subtasks at once over the whole fleet; default as many as the routers take where a model"
              + " thinks.")
  @Nullable
  private Integer concurrency;

  @Option(
      names = "--via-serve",
      order = 55,
      description = "Hand the run to a coordinator that stays (swarm serve), and follow it.")
  private boolean viaServe;

  /** Whether this process shall do it all itself. */
  boolean local() {
    return local;
  }

  /** Whether a coordinator that stays shall lead. */
  boolean viaServe() {
    return viaServe;
  }

  /** Whether the fleet is meant, where there is one. */
  boolean fleet(Settings settings) {
    boolean meant =
        !nodes.isEmpty() || !labels.isEmpty() || limit != null || concurrency != null || viaServe;
    if (local && meant) {
      throw new UsageException(
          "--local and an option of a fleet were given; leave one of them out");
    }
    if (meant && !settings.fleet().exists()) {
      throw new UsageException(
          "this machine belongs to no fleet, so there are no nodes to choose from: name its"
              + " coordinator's key with --key FILE, or as fleet.command-key in swarm.yaml");
    }
    return settings.fleet().exists() && !local;
  }

  Target target() {
    if (!nodes.isEmpty() && !labels.isEmpty()) {
      throw new UsageException("--nodes and --labels: choose by one of them");
    }
    return nodes.isEmpty()
        ? new Target.Matching(labels)
        : new Target.Named(nodes.stream().distinct().toList());
  }

  Optional<Limit> limit() {
    try {
      return Optional.ofNullable(limit).map(Limit::new);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--limit: " + e.getMessage());
    }
  }

  /** Subtasks at once, where somebody said how many. */
  Optional<Integer> atOnce() {
    return Optional.ofNullable(concurrency);
  }

  /** How patient a run is, and how much of it goes on at once where nobody said. */
  static Pace usual(Settings settings) {
    return new FleetTarget().pace(settings);
  }

  /** How patient the run is, and how much of it goes on at once. */
  Pace pace(Settings settings) {
    if (concurrency != null && (concurrency < 1 || concurrency > MOST_AT_ONCE)) {
      throw new UsageException("--concurrency is from 1 to " + MOST_AT_ONCE);
    }
    var standard = Pace.standard();
    int slots = settings.routers().stream().mapToInt(Endpoint::concurrency).sum();
    int usual = slots == 0 ? standard.inFlight() : slots;
    return new Pace(
        standard.answer(),
        standard.retry(),
        standard.joining(),
        standard.grace(),
        standard.farewell(),
        standard.tries(),
        concurrency == null ? usual : concurrency);
  }
}
