package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One trait of one circle: who stands apart from a clear majority, if there is one. */
final class TraitComparison {
  private static final CallId TABLE = new CallId("r2");
  private static final int NAMES = 8;
  private static final int LINES = 5;

  private record Camp(String value, List<String> nodes, String share) {}

  private final Trait trait;
  private final Circle circle;
  private final Map<String, FactSheet> sheets;
  private final Judgements judgements;
  private final List<Camp> camps;
  private final int told;

  /**
   * A comparison.
   *
   * @param sheets by node
   */
  TraitComparison(
      Trait trait, Circle circle, Map<String, FactSheet> sheets, Judgements judgements) {
    this.trait = trait;
    this.circle = circle;
    this.sheets = sheets;
    this.judgements = judgements;
    this.camps = camps();
    this.told = camps.stream().mapToInt(camp -> camp.nodes.size()).sum();
  }

  /** The largest first. */
  private List<Camp> camps() {
    Map<String, List<String>> byValue = new TreeMap<>();
    for (NodeHello hello : circle.members()) {
      trait
          .value(hello)
          .ifPresent(
              value -> byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(hello.node()));
    }
    int all = byValue.values().stream().mapToInt(List::size).sum();
    return byValue.entrySet().stream()
        .map(camp -> new Camp(camp.getKey(), camp.getValue(), of(camp.getValue().size(), all)))
        .sorted(Comparator.comparingInt((Camp camp) -> camp.nodes.size()).reversed())
        .toList();
  }

  void judge() {
    var table = new Tabulated(TABLE, List.of("roll-call", circle.name()), lines());
    for (NodeHello hello : circle.members()) {
      if (circle.judged().contains(hello.node())) {
        judge(hello, table);
      }
    }
  }

  private List<String> lines() {
    return camps.stream()
        .map(camp ->
            trait.fact()
                + " "
                + camp.value.replaceAll("\\R", " ")
                + " on "
                + camp.share
                + ": "
                + NodeNames.shortly(camp.nodes, NAMES))
        .toList();
  }

  private static String of(int some, int all) {
    return NodeNames.number(some) + " of " + NodeNames.number(all) + " peers";
  }

  private void judge(NodeHello hello, Tabulated table) {
    CheckId check = trait.check();
    var value = trait.value(hello);
    if (camps.isEmpty()) {
      judgements.notApplicable(hello.node(), check, "no node tells the " + trait.subject());
    } else if (value.isEmpty()) {
      judgements.untold(hello.node(), check, "its hello does not tell the " + trait.subject());
    } else if (told < Circle.LEAST) {
      judgements.notApplicable(hello.node(), check, "fewer than three peers");
    } else if (majority().filter(camp -> camp.value.equals(value.get())).isPresent()) {
      var reason = trait.subject() + " " + value.get() + ", as " + camps.getFirst().share;
      judgements.ok(hello.node(), check, reason);
    } else {
      judgements.found(finding(hello, value.get(), table), check);
    }
  }

  /** Two thirds of those that tell it. */
  private Optional<Camp> majority() {
    return camps.stream().limit(1).filter(camp -> 3L * camp.nodes.size() >= 2L * told).findFirst();
  }

  private Finding finding(NodeHello hello, String value, Tabulated table) {
    var usual = majority();
    var here = "The " + trait.subject() + " is " + value;
    var title =
        usual
            .map(camp -> here + ", on " + camp.share + " it is " + camp.value)
            .orElseGet(() -> "The " + trait.subject() + " differs among peers: " + value + " here");
    var detail =
        usual.isPresent()
            ? "Its peers: " + circle.name() + "."
            : NodeNames.number(camps.size())
                + " different ones among "
                + NodeNames.number(told)
                + " peers ("
                + circle.name()
                + "), none on two thirds of them.";
    int last = usual.isPresent() ? 1 : Math.min(LINES, camps.size());
    return new Finding(
        Fingerprint.of(trait.check().value(), trait.subject()),
        Optional.of(trait.check()),
        FleetChecks.AREA,
        hello.node(),
        trait.subject(),
        usual.isPresent() ? trait.severity() : Severity.INFO,
        title,
        detail,
        usual.isPresent() ? trait.remedy() : "",
        "swarm nodes",
        value + " here; " + camps.getFirst().value + " on " + camps.getFirst().share,
        Optional.empty(),
        PeerComparison.BY,
        List.of(sheets.get(hello.node()).line(trait.fact()), table.lines(1, last)));
  }
}
