package dev.swarm.coordinator.report;

import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came back from each node that was targeted; silence is a state too. */
final class Nodes {
  private static final int AREAS = 3;

  private final Ledger ledger;

  private Nodes(Ledger ledger) {
    this.ledger = ledger;
  }

  static List<Report.Node> of(Ledger ledger) {
    Map<String, List<SubtaskLife>> nodes = new TreeMap<>();
    ledger.started().nodes().forEach(node -> nodes.put(node, new ArrayList<>()));
    for (SubtaskLife life : ledger.lives()) {
      nodes.computeIfAbsent(life.subtask().node(), _ -> new ArrayList<>()).add(life);
    }
    var self = new Nodes(ledger);
    return nodes.entrySet().stream().map(e -> self.node(e.getKey(), e.getValue())).toList();
  }

  private Report.Node node(String name, List<SubtaskLife> lives) {
    var hello = ledger.hello(name);
    var state = state(name, lives);
    return new Report.Node(
        name,
        state,
        reason(name, state, lives),
        hello.map(NodeHello::version).orElse(""),
        hello.map(NodeHello::platform).orElse(""),
        hello.map(NodeHello::root),
        hello.map(NodeHello::sandbox).orElse(""),
        hello.map(NodeHello::address).orElse(""),
        ledger.fleet().neighbours(name));
  }

  private NodeState state(String name, List<SubtaskLife> lives) {
    var endings = lives.stream().map(SubtaskLife::ending).distinct().toList();
    if (lives.isEmpty() || endings.stream().noneMatch(Ending.COMPLETED::equals)) {
      return withoutResult(name, endings);
    }
    if (endings.contains(Ending.LOST)) {
      return NodeState.LOST;
    }
    if (endings.stream().anyMatch(Ending::open)) {
      return NodeState.OPEN;
    }
    return endings.size() == 1 ? NodeState.COMPLETE : NodeState.PARTIAL;
  }

  private NodeState withoutResult(String name, List<Ending> endings) {
    var hello = ledger.hello(name);
    if (refuses(name, endings)) {
      return NodeState.REFUSING;
    }
    if (hello.isEmpty() && !endings.contains(Ending.RUNNING)) {
      return NodeState.SILENT;
    }
    if (hello.filter(h -> h.protocolVersion() != Wire.VERSION).isPresent()) {
      return NodeState.INCOMPATIBLE;
    }
    if (endings.contains(Ending.LOST)) {
      return NodeState.LOST;
    }
    return endings.isEmpty() || endings.stream().anyMatch(Ending::open)
        ? NodeState.OPEN
        : NodeState.FAILED;
  }

  /** Runs of one machine, and of before there were fleets, have no such state. */
  private boolean refuses(String name, List<Ending> endings) {
    boolean only = endings.equals(List.of(Ending.REFUSED));
    boolean turnedAway = ledger.hello(name).isEmpty() && ledger.fleet().refusal(name).isPresent();
    return ledger.fleet().terms().isPresent() && (only || turnedAway);
  }

  private String reason(String name, NodeState state, List<SubtaskLife> lives) {
    return switch (state) {
      case COMPLETE -> "";
      case SILENT -> ledger.fleet().trouble(name).orElse("it never answered");
      case INCOMPATIBLE ->
          "it speaks protocol version "
              + ledger.hello(name).map(NodeHello::protocolVersion).orElse(0)
              + ", we speak "
              + Wire.VERSION;
      case OPEN -> lives.isEmpty() ? "it was given no subtask" : "not all outcomes are in";
      case REFUSING -> ledger.fleet().refusal(name).orElseGet(() -> failures(lives));
      case PARTIAL, FAILED, LOST -> failures(lives);
    };
  }

  private static String failure(SubtaskLife life) {
    return life.ending() == Ending.LOST
        ? life.reason()
        : Ids.words(life.ending()) + ": " + life.reason();
  }

  private String failures(List<SubtaskLife> lives) {
    return lives.stream()
        .filter(life -> life.ending().failed())
        .collect(
            Collectors.groupingBy(
                Nodes::failure,
                TreeMap::new,
                Collectors.mapping(life -> life.subtask().area().value(), Collectors.toList())))
        .entrySet()
        .stream()
        .map(group -> group.getKey() + " (" + areas(group.getValue(), lives.size()) + ")")
        .collect(Collectors.joining("; "));
  }

  /** All of them; of a fleet's nodes, which may be many, some. */
  private String areas(List<String> areas, int all) {
    if (ledger.fleet().terms().isEmpty() || areas.size() <= AREAS) {
      return String.join(", ", areas);
    }
    return areas.size() == all
        ? "all " + all + " areas"
        : areas.size() + " of " + all + " areas: " + Words.some(areas, AREAS);
  }
}
