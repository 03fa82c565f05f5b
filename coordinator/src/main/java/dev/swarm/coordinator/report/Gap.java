package dev.swarm.coordinator.report;

import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CoverageState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks that could not be looked at for one and the same reason.
 *
 * @param reason of the first of them, where the others differ in numbers alone
 * @param blindness why they are unknown; empty for those that did not run
 * @param count how many (node, check) it is
 * @param hints what would reveal them; may be empty
 */
record Gap(
    CoverageState state,
    Optional<Blindness> blindness,
    String reason,
    int count,
    Set<String> checks,
    Set<String> nodes,
    Set<String> hints) {

  private record Key(CoverageState state, Optional<Blindness> blindness, String reason) {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::state)
            .thenComparing(key -> key.blindness.map(Blindness::ordinal).orElse(-1))
            .thenComparing(Key::reason);
  }

  /** The gaps of a report: unknown first, by cause, then not run. */
  static List<Gap> of(Report report) {
    Map<Key, Gap> gaps = new TreeMap<>(Key.ORDER);
    boolean many = report.nodes().size() > 1;
    for (Report.Cover cover : report.coverage()) {
      if (cover.state() == CoverageState.UNKNOWN || cover.state() == CoverageState.NOT_RUN) {
        var key = new Key(cover.state(), cover.blindness(), key(cover.reason(), many));
        gaps.merge(key, one(cover), Gap::plus);
      }
    }
    return List.copyOf(gaps.values());
  }

  /** Over many nodes, numbers make no reason another one: when, how long, which port. */
  private static String key(String reason, boolean many) {
    return many ? Reasoned.alike(reason) : reason;
  }

  private static Gap one(Report.Cover cover) {
    return new Gap(
        cover.state(),
        cover.blindness(),
        cover.reason(),
        1,
        new TreeSet<>(Set.of(cover.check().value())),
        new TreeSet<>(Set.of(cover.node())),
        cover.hint().isBlank() ? new TreeSet<>() : new TreeSet<>(Set.of(cover.hint())));
  }

  private Gap plus(Gap other) {
    checks.addAll(other.checks);
    nodes.addAll(other.nodes);
    hints.addAll(other.hints);
    return new Gap(state, blindness, reason, count + other.count, checks, nodes, hints);
  }

  /** {@code privilege}, {@code timed out} … or {@code not run}. */
  String cause() {
    return blindness.map(Ids::words).orElse(Ids.words(state));
  }
}
