package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.NodeHello;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Nodes that may be held against one another: those of one platform that bear the same labels, or,
 * for those of which there are fewer than three, all of the platform.
 *
 * @param name what they share
 * @param members in the order of their names
 * @param judged those of the members whom this circle judges
 */
record Circle(String name, List<NodeHello> members, Set<String> judged) {
  /** Two cannot tell who of them is the odd one. */
  static final int LEAST = 3;

  private record Kind(String platform, Map<String, String> labels) {}

  /** Every node is judged in exactly one of them. */
  static List<Circle> of(List<NodeHello> hellos) {
    Map<Kind, List<NodeHello>> alike = new LinkedHashMap<>();
    Map<String, List<NodeHello>> platforms = new TreeMap<>();
    for (NodeHello hello : hellos) {
      var kind = new Kind(hello.platform(), new TreeMap<>(hello.labels()));
      alike.computeIfAbsent(kind, _ -> new ArrayList<>()).add(hello);
      platforms.computeIfAbsent(hello.platform(), _ -> new ArrayList<>()).add(hello);
    }
    var circles = new ArrayList<Circle>();
    Map<String, Set<String>> few = new TreeMap<>();
    alike.forEach((kind, members) -> {
      if (members.size() < LEAST) {
        few.merge(kind.platform, names(members), Circle::both);
      } else {
        circles.add(new Circle(name(kind), members, names(members)));
      }
    });
    few.forEach(
        (platform, judged) -> circles.add(new Circle(platform, platforms.get(platform), judged)));
    return circles;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    one.addAll(other);
    return one;
  }

  private static Set<String> names(List<NodeHello> hellos) {
    return hellos.stream()
        .map(NodeHello::node)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private static String name(Kind kind) {
    var labels =
        kind.labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(" "));
    return labels.isEmpty() ? kind.platform : kind.platform + " " + labels;
  }
}
