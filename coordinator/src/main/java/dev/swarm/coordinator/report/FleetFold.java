package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.Compared;
import dev.swarm.coordinator.report.peers.FleetChecks;
import dev.swarm.coordinator.report.peers.Peer;
import dev.swarm.coordinator.report.peers.PeerComparison;
import java.util.List;
import java.util.Optional;

/** What a run of a fleet has beyond those of its nodes; a run of one machine has nothing of it. */
final class FleetFold {
  private FleetFold() {}

  /** The nodes beside their peers, unless only certain checks were asked for, and none of these. */
  static Compared compared(Ledger ledger, List<Report.Node> nodes) {
    boolean meant = FleetChecks.meant(ledger.started().checks());
    if (ledger.fleet().terms().isEmpty() || nodes.size() < 2 || !meant) {
      return Compared.NOTHING;
    }
    var peers =
        nodes.stream()
            .map(node -> new Peer(node.node(), ledger.hello(node.node()), unheard(node)))
            .toList();
    return PeerComparison.of(peers, ledger.fleet().clocks());
  }

  private static String unheard(Report.Node node) {
    return Ids.words(node.state()) + ": " + node.reason();
  }

  static Optional<Fleet> fleet(
      Ledger ledger,
      List<Report.Node> nodes,
      List<Report.Finding> findings,
      List<Report.Cover> coverage) {
    var fleet = ledger.fleet();
    return fleet
        .terms()
        .map(_ ->
            fleet.fleet(
                PeerComparison.behind(fleet.clocks()),
                Contradictions.of(fleet, nodes, findings, coverage)));
  }
}
