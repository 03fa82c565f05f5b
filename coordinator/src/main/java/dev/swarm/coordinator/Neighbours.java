package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.Optional;

/** Asks two of those who are there whether they reach a node that has gone dark. */
final class Neighbours {
  private static final int ASKED = 2;

  /** A neighbour tries for two seconds itself before it says that nobody answered. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Docket docket;
  private final Surroundings here;
  private final Watch watch;
  private final Holds holds;

  Neighbours(Docket docket, Surroundings here, Watch watch, Holds holds) {
    this.docket = docket;
    this.here = here;
    this.watch = watch;
    this.holds = holds;
  }

  /** Asks about the lane's node; what they say is recorded. */
  void ask(Lane lane) {
    reach(lane)
        .ifPresent(reach -> {
          var peers =
              here.fleet().nodes().stream()
                  .filter(node -> node.state() == NodeView.State.PRESENT)
                  .map(NodeView::node)
                  .filter(peer -> !peer.equals(lane.node()));
          peers.limit(ASKED).forEach(peer -> ask(peer, reach));
        });
  }

  private void ask(String peer, Reach reach) {
    holds.take();
    var _ =
        here.line()
            .ask(Verb.REACH, here.fleet().to(peer).orElseThrow(), reach, PATIENCE)
            .onSuccess(reached ->
                watch.guarded(() ->
                    docket.note(
                        new FleetEvent.NeighbourAsked(
                            reach.node(), peer, reached.open(), reached.detail()))))
            .onComplete(_ -> watch.guarded(holds::release));
  }

  private static Optional<Reach> reach(Lane lane) {
    var address = lane.hello().map(NodeHello::address).orElse("");
    int colon = address.lastIndexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      return Optional.of(new Reach(lane.node(), address.substring(0, colon), port));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
