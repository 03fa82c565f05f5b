package dev.swarm.cli;

import static java.util.Comparator.naturalOrder;

import dev.swarm.bus.seal.issue.KeysFolder;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.lease.Lending;
import dev.swarm.protocol.Role;
import dev.swarm.router.endpoint.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What commands to a fleet have in common. */
final class FleetCommand {
  /** Members show themselves at once, and answer within a moment; a loaded machine takes longer. */
  private static final int LOOKS = 300;

  private static final int EMPTY_LOOKS = 100;

  private static final long LOOK_MILLIS = 50;
  private static final int QUIET_LOOKS = 5;

  /** Coordinators beat every second. */
  private static final int ROUND_OF_BEATS = 25;

  private FleetCommand() {}

  /** The coordinator's key of this machine. */
  static FleetKey key(Surroundings here, Settings settings) {
    var fleet = settings.fleet();
    var file =
        fleet
            .commandKey()
            .or(fleet::key)
            .or(() -> operators(here))
            .orElseThrow(() ->
                new UsageException(
                    "this machine belongs to no fleet: name its coordinator's key with --key FILE,"
                        + " or as fleet.command-key in swarm.yaml (docs/fleet.md)"));
    return FleetKey.of(here, file, Role.COORDINATOR, Optional.empty(), new SystemClock());
  }

  /** Whether this machine has anything to do with a fleet. */
  static boolean fleet(Surroundings here, Settings settings) {
    return settings.fleet().exists() || operators(here).isPresent();
  }

  /** Whoever made the fleet's keys commands it with their own. */
  private static Optional<Path> operators(Surroundings here) {
    return Optional.of(here.folders().keys().resolve(KeysFolder.OPERATOR)).filter(Files::exists);
  }

  /** What the fleet shares where models think: the slots of the routers, and the frontier tier. */
  static Optional<Lending> lending(Settings settings) {
    var slots =
        settings.routers().stream()
            .collect(Collectors.toMap(Endpoint::name, Endpoint::concurrency));
    return Optional.of(new Lending(slots, ModelDoor.limits(settings)));
  }

  /**
   * Everybody who is there, once they have had the time to say so, and to beat; blocks for a few
   * seconds at most.
   */
  static List<NodeView> gathered(CoordinatorProcess process) {
    List<NodeView> nodes = List.of();
    int quiet = 0;
    for (int look = 0; look < LOOKS && quiet < QUIET_LOOKS; look++) {
      pause();
      nodes = process.coordinator().nodes().await();
      int looked = look;
      var members = members(process);
      boolean waiting =
          nodes.isEmpty()
              ? look < EMPTY_LOOKS
              : nodes.stream().anyMatch(node -> waitedFor(node, members, looked));
      quiet = waiting ? 0 : quiet + 1;
    }
    return nodes;
  }

  /** Who is a member answers in the end; its load comes with its next beat. */
  private static boolean waitedFor(NodeView node, Set<String> members, int look) {
    return switch (node.state()) {
      case EXPECTED -> members.contains(node.node()) || look < EMPTY_LOOKS;
      case PRESENT -> node.load() < 0;
      case SUSPECTED, LOST, LEAVING, INCOMPATIBLE, REFUSING -> false;
    };
  }

  private static Set<String> members(CoordinatorProcess process) {
    return process.cluster().peers().stream()
        .map(peer -> peer.bearer().name())
        .collect(Collectors.toSet());
  }

  /** Whether any node answers; blocks for a few seconds at most. */
  static boolean somebody(CoordinatorProcess process) {
    for (int look = 0; look < LOOKS; look++) {
      var nodes = process.coordinator().nodes().await();
      if (nodes.stream()
          .anyMatch(node -> node.hello().isPresent() || node.state() == NodeView.State.REFUSING)) {
        return true;
      }
      if (look > EMPTY_LOOKS && members(process).isEmpty()) {
        return false;
      }
      pause();
    }
    return false;
  }

  private static void pause() {
    try {
      boolean _ = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The session of the coordinator that stays and leads what is handed over: of those that are
   * heard within a round of beats, the lowest, so that equal audits come to the same one. Blocks
   * for a few seconds at most.
   */
  static Optional<String> standing(CoordinatorProcess process) {
    for (int look = 0; look < LOOKS; look++) {
      if (!process.coordinator().staying().await().isEmpty()) {
        break;
      }
      pause();
    }
    for (int look = 0; look < ROUND_OF_BEATS; look++) {
      pause();
    }
    return process.coordinator().staying().await().keySet().stream().min(naturalOrder());
  }

  /** What to say when the fleet is empty. */
  static String nobody(CoordinatorProcess process) {
    var strangers = process.cluster().strangers();
    return "no node answers: "
        + (strangers.isEmpty()
            ? "nobody with the key of this fleet listens where it was looked"
            : "who is there has no key of this fleet: "
                + strangers.stream().map(Object::toString).collect(Collectors.joining(", ")))
        + "; start agents with swarm agent, and see docs/fleet.md";
  }
}
