package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tools that a node lacks and that two thirds of its peers have: what is not seen only there. */
final class ToolComparison {
  private static final String SUBJECT = "missing tools";
  private static final CallId TABLE = new CallId("r2");
  private static final int NAMES = 6;

  /** How many of the peers know a tool, and how many have it. */
  private record Spread(int known, int have) {
    Spread plus(boolean has) {
      return new Spread(known + 1, have + (has ? 1 : 0));
    }

    boolean usual() {
      return known >= Circle.LEAST && 3L * have >= 2L * known;
    }
  }

  private final Circle circle;
  private final Map<String, FactSheet> sheets;
  private final Judgements judgements;
  private final Map<String, Spread> spreads = new TreeMap<>();

  ToolComparison(Circle circle, Map<String, FactSheet> sheets, Judgements judgements) {
    this.circle = circle;
    this.sheets = sheets;
    this.judgements = judgements;
    for (NodeHello hello : circle.members()) {
      for (NodeHello.Capability tool : hello.tools()) {
        spreads.merge(
            tool.tool(),
            new Spread(0, 0).plus(tool.missing().isEmpty()),
            (all, _) -> all.plus(tool.missing().isEmpty()));
      }
    }
  }

  void judge() {
    for (NodeHello hello : circle.members()) {
      if (circle.judged().contains(hello.node())) {
        judge(hello);
      }
    }
  }

  private void judge(NodeHello hello) {
    if (circle.members().size() < Circle.LEAST) {
      judgements.notApplicable(hello.node(), FleetChecks.TOOLS, "fewer than three peers");
      return;
    }
    var lacking =
        hello.tools().stream()
            .filter(tool -> !tool.missing().isEmpty() && spread(tool).usual())
            .map(NodeHello.Capability::tool)
            .sorted()
            .toList();
    if (lacking.isEmpty()) {
      var reason = "it lacks no tool that two thirds of its peers have";
      judgements.ok(hello.node(), FleetChecks.TOOLS, reason);
    } else {
      judgements.found(finding(hello, lacking), FleetChecks.TOOLS);
    }
  }

  private Spread spread(NodeHello.Capability tool) {
    return spreads.getOrDefault(tool.tool(), new Spread(0, 0));
  }

  private Finding finding(NodeHello hello, List<String> lacking) {
    var count = lacking.size() == 1 ? "1 tool is" : lacking.size() + " tools are";
    var names = String.join(", ", lacking.stream().limit(NAMES).toList());
    var more = lacking.size() > NAMES ? " …" : "";
    return new Finding(
        Fingerprint.of(FleetChecks.TOOLS.value(), SUBJECT),
        Optional.of(FleetChecks.TOOLS),
        FleetChecks.AREA,
        hello.node(),
        SUBJECT,
        Severity.INFO,
        count + " missing that peers have: " + names + more,
        "Its peers: " + circle.name() + ".",
        "Install what is missing, or run the agent with the rights of its peers.",
        "swarm nodes",
        count + " missing",
        Optional.empty(),
        PeerComparison.BY,
        evidence(hello, lacking));
  }

  private List<Evidence> evidence(NodeHello hello, List<String> lacking) {
    var sheet = sheets.get(hello.node());
    var lines = lacking.stream().map(this::line).toList();
    var table = new Tabulated(TABLE, List.of("roll-call", circle.name()), lines);
    var evidence = new ArrayList<Evidence>();
    lacking.forEach(tool -> evidence.add(sheet.line("tool " + tool)));
    evidence.add(table.lines(1, lines.size()));
    return evidence;
  }

  private String line(String tool) {
    var spread = spreads.getOrDefault(tool, new Spread(0, 0));
    return "tool " + tool + " on " + spread.have + " of " + spread.known + " peers";
  }
}
