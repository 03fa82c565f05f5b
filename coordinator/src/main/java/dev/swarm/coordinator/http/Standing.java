package dev.swarm.coordinator.http;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.standby.Colleague;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How things stand with the coordinator now: who is there, and who leads what. Blocks a moment. */
final class Standing {
  private static final long PATIENCE_SECONDS = 5;

  private final Coordinator coordinator;
  private final InstantSource clock;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  Standing(Coordinator coordinator, InstantSource clock) {
    this.coordinator = coordinator;
    this.clock = clock;
  }

  /** Every node that is known or expected, by name. */
  List<NodeView> nodes() {
    return noted(within(coordinator.nodes()));
  }

  /** The same, later. */
  Future<List<NodeView>> soon() {
    return coordinator.nodes().map(this::noted);
  }

  private List<NodeView> noted(List<NodeView> nodes) {
    var now = clock.instant();
    nodes.stream()
        .filter(node -> node.state() == NodeView.State.PRESENT)
        .forEach(node -> seen.put(node.node(), now));
    return nodes;
  }

  Instant now() {
    return clock.instant();
  }

  /** When it was last present, as far as this process has seen it. */
  Optional<Instant> lastSeen(String node) {
    return Optional.ofNullable(seen.get(node));
  }

  /** The runs that are led here. */
  Set<RunId> leads() {
    return within(coordinator.leads());
  }

  /** Whether a run is led by anybody who is heard. */
  Predicate<RunId> led() {
    var theirs =
        within(coordinator.staying()).values().stream()
            .map(Colleague::leading)
            .flatMap(runs -> runs.keySet().stream());
    return Stream.concat(leads().stream(), theirs).collect(Collectors.toSet())::contains;
  }

  /** Stops a run; whether it is led here. */
  boolean cancel(RunId run) {
    return within(coordinator.cancel(run));
  }

  private static <T> T within(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw ProblemException.later(
          503,
          2,
          "the coordinator did not answer within 5 s",
          "try again; see its log if it stays so");
    }
  }
}
