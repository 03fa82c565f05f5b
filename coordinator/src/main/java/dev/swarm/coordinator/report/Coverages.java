package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every (node, check) with its state, those of subtasks without a result included. */
final class Coverages {
  private static final Comparator<Report.Cover> ORDER =
      Comparator.comparing(Report.Cover::node)
          .thenComparing(Report.Cover::area, AreaOrder.STANDARD_FIRST)
          .thenComparing(Report.Cover::check);

  private final Map<Area, Set<CheckId>> seen = new HashMap<>();
  private final List<CheckId> asked;

  private Coverages(Ledger ledger) {
    asked = ledger.started().checks();
    for (SubtaskLife life : ledger.lives()) {
      life.completed().map(Outcome.Completed::coverage).stream()
          .flatMap(Collection::stream)
          .forEach(cover -> checks(cover.area()).add(cover.check()));
    }
  }

  private Set<CheckId> checks(Area area) {
    return seen.computeIfAbsent(area, _ -> new TreeSet<>());
  }

  /**
   * All of them.
   *
   * @param compared what comparing the nodes with one another judged
   */
  static List<Report.Cover> of(Ledger ledger, List<Coverage> compared) {
    var coverages = new Coverages(ledger);
    return Stream.concat(
            ledger.lives().stream().flatMap(life -> coverages.of(life).stream()),
            compared.stream().map(Coverages::told))
        .sorted(ORDER)
        .toList();
  }

  private List<Report.Cover> of(SubtaskLife life) {
    var covers = new ArrayList<Report.Cover>();
    var reported = new HashSet<CheckId>();
    life.completed().map(Outcome.Completed::coverage).stream()
        .flatMap(Collection::stream)
        .map(Coverages::told)
        .forEach(covers::add);
    covers.forEach(cover -> reported.add(cover.check()));
    expected(life).stream()
        .filter(check -> !reported.contains(check))
        .map(check -> untold(life, check))
        .forEach(covers::add);
    return covers;
  }

  /** What a node that completed has reported is enough, unless it was asked for certain checks. */
  private Collection<CheckId> expected(SubtaskLife life) {
    Subtask subtask = life.subtask();
    if (!subtask.checks().isEmpty()) {
      return new TreeSet<>(subtask.checks());
    }
    if (life.completed().isPresent()) {
      return List.of();
    }
    var prefix = subtask.area() + ".";
    var named = asked.stream().filter(check -> check.value().startsWith(prefix)).toList();
    return named.isEmpty() ? checks(subtask.area()) : new TreeSet<>(named);
  }

  private static Report.Cover told(Coverage cover) {
    return new Report.Cover(
        cover.node(),
        cover.check(),
        cover.area(),
        cover.state(),
        cover.reason(),
        cover.blindness(),
        cover.hint());
  }

  private static Report.Cover untold(SubtaskLife life, CheckId check) {
    var state = Causes.coverage(life.ending());
    var reason = life.completed().isPresent() ? "the node did not report on it" : unheard(life);
    return new Report.Cover(
        life.subtask().node(),
        check,
        life.subtask().area(),
        state,
        reason,
        state == CoverageState.UNKNOWN ? Optional.of(Blindness.SUBTASK) : Optional.empty(),
        "");
  }

  private static String unheard(SubtaskLife life) {
    return life.ending().failed() ? Ids.words(life.ending()) + ": " + life.reason() : life.reason();
  }
}
