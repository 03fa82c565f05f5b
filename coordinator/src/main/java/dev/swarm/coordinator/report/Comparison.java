package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run against an earlier one: the one notion of what became of findings, for reports, {@code
 * swarm diff} and the API alike. A finding's life is kept per (node, fingerprint). What is gone
 * counts as fixed only where its check was looked at again, and what is there as new only where
 * somebody had looked before: silence neither mends nor breaks.
 */
final class Comparison {
  private static final Comparator<Report.Change> ORDER =
      Comparator.comparing(Report.Change::severity)
          .reversed()
          .thenComparing(Report.Change::node)
          .thenComparing(Report.Change::title)
          .thenComparing(change -> change.fingerprint().value());

  private record Key(String node, Fingerprint fingerprint) {}

  private record Place(String node, CheckId check) {}

  private record Spot(String node, Area area) {}

  private final Optional<Report> previous;
  private final Map<Key, Report.Change> before = new HashMap<>();
  private final Map<Key, Finding> now = new HashMap<>();
  private final Map<Place, Report.Cover> coverage = new HashMap<>();
  private final Map<Key, Area> areas = new HashMap<>();
  private final Map<Place, Report.Cover> coverageBefore = new HashMap<>();
  private final Set<Spot> thought;
  private final Set<Spot> thoughtBefore = new HashSet<>();

  Comparison(
      List<Report.Work> works,
      List<Found> found,
      List<Report.Cover> covers,
      Optional<Report> previous) {
    this.previous = previous;
    previous.ifPresent(this::remember);
    found.stream()
        .map(Found::finding)
        .forEach(f -> now.merge(new Key(f.node(), f.fingerprint()), f, this::worse));
    thought = thought(works);
    covers.forEach(cover -> coverage.put(new Place(cover.node(), cover.check()), cover));
  }

  private void remember(Report report) {
    report.findings().forEach(this::remember);
    report.coverage().forEach(c -> coverageBefore.put(new Place(c.node(), c.check()), c));
    thoughtBefore.addAll(thought(report.subtasks()));
  }

  /** Where a model has looked to the end. */
  private static Set<Spot> thought(List<Report.Work> works) {
    return works.stream()
        .filter(work -> work.look() == Look.COMPLETE)
        .map(work -> new Spot(work.node(), work.area()))
        .collect(Collectors.toSet());
  }

  private void remember(Report.Finding finding) {
    for (Report.Occurrence on : finding.nodes()) {
      areas.putIfAbsent(new Key(on.node(), finding.fingerprint()), finding.area());
      before.putIfAbsent(
          new Key(on.node(), finding.fingerprint()),
          change(on.node(), finding.fingerprint(), finding.check(), on.severity(), on.title()));
    }
  }

  private Finding worse(Finding one, Finding other) {
    return other.severity().atLeast(one.severity()) ? other : one;
  }

  Novelty novelty(Finding finding) {
    if (previous.isEmpty()) {
      return Novelty.FIRST;
    }
    var old = before.get(new Key(finding.node(), finding.fingerprint()));
    if (old == null) {
      return lookedForBefore(finding) ? Novelty.NEW : Novelty.REVEALED;
    }
    return old.severity().atLeast(finding.severity()) ? Novelty.STILL : Novelty.WORSE;
  }

  private boolean lookedForBefore(Finding finding) {
    return finding
        .check()
        .map(check -> coverBefore(finding, check).filter(c -> judged(c.state())).isPresent())
        .orElseGet(() -> thoughtBefore.contains(new Spot(finding.node(), finding.area())));
  }

  private Optional<Report.Cover> coverBefore(Finding finding, CheckId check) {
    return Optional.ofNullable(coverageBefore.get(new Place(finding.node(), check)));
  }

  Optional<Report.Changes> changes() {
    return previous.map(Report::run).map(this::changes);
  }

  private Report.Changes changes(Report.Run old) {
    var there = new EnumMap<Novelty, List<Report.Change>>(Novelty.class);
    now.forEach((key, finding) ->
        there.computeIfAbsent(novelty(finding), _ -> new ArrayList<>()).add(present(key, finding)));
    var still = new ArrayList<>(there.getOrDefault(Novelty.STILL, List.of()));
    still.addAll(there.getOrDefault(Novelty.WORSE, List.of()));
    var gone = new TreeMap<Boolean, List<Report.Change>>();
    before.entrySet().stream()
        .filter(entry -> !now.containsKey(entry.getKey()))
        .forEach(entry -> sort(entry.getValue(), gone));
    return new Report.Changes(
        old.id(),
        old.startedAt(),
        ordered(there.getOrDefault(Novelty.NEW, List.of())),
        ordered(there.getOrDefault(Novelty.REVEALED, List.of())),
        ordered(still),
        ordered(gone.getOrDefault(true, List.of())),
        ordered(gone.getOrDefault(false, List.of())));
  }

  private Report.Change present(Key key, Finding finding) {
    return new Report.Change(
        key.node,
        key.fingerprint,
        finding.check(),
        finding.severity(),
        Optional.ofNullable(before.get(key)).map(Report.Change::severity),
        finding.title(),
        novelty(finding) == Novelty.REVEALED ? unseenBefore(finding) : "");
  }

  private String unseenBefore(Finding finding) {
    return finding
        .check()
        .map(check ->
            coverBefore(finding, check).map(Report.Cover::reason).orElse("not part of that run"))
        .orElse("no check covers it, and no model looked then");
  }

  private void sort(Report.Change old, Map<Boolean, List<Report.Change>> gone) {
    var cover = old.check().map(check -> coverage.get(new Place(old.node(), check)));
    boolean looked = cover.filter(c -> judged(c.state())).isPresent();
    var reason =
        cover
            .map(Report.Cover::reason)
            .orElse(old.check().isPresent() ? "not part of this run" : uncovered(old));
    gone.computeIfAbsent(looked, _ -> new ArrayList<>())
        .add(
            new Report.Change(
                old.node(),
                old.fingerprint(),
                old.check(),
                old.severity(),
                Optional.of(old.severity()),
                old.title(),
                reason));
  }

  /** A model that does not say it again has mended nothing. */
  private String uncovered(Report.Change old) {
    var area = Optional.ofNullable(areas.get(new Key(old.node(), old.fingerprint())));
    return area.filter(is -> thought.contains(new Spot(old.node(), is))).isPresent()
        ? "no check covers it; a model looked and did not report it again"
        : "no check covers it, and no model looked this time";
  }

  private static boolean judged(CoverageState state) {
    return switch (state) {
      case OK, FINDING, NOT_APPLICABLE -> true;
      case UNKNOWN, NOT_RUN -> false;
    };
  }

  private static List<Report.Change> ordered(List<Report.Change> changes) {
    return changes.stream().sorted(ORDER).toList();
  }

  private static Report.Change change(
      String node,
      Fingerprint fingerprint,
      Optional<CheckId> check,
      Severity severity,
      String title) {
    return new Report.Change(node, fingerprint, check, severity, Optional.empty(), title, "");
  }
}
