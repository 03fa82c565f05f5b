package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings over time, and their newest evidence. Reading blocks. Any thread. */
public final class FindingBook {
  private final Lives lives;
  private final Reports reports;
  private final InstantSource clock;

  public FindingBook(Lives lives, Reports reports, InstantSource clock) {
    this.lives = lives;
    this.reports = reports;
    this.clock = clock;
  }

  public FindingPage page(FindingQuery query) {
    return FindingPage.of(lives.all(), query, clock.instant());
  }

  /** Every life of {@code fingerprint}; none where nobody ever saw it. */
  public List<Life> of(Fingerprint fingerprint) {
    return lives.all().stream().filter(life -> life.fingerprint().equals(fingerprint)).toList();
  }

  /** The finding of these lives, of which there is at least one. */
  public FindingLine line(List<Life> of) {
    return FindingLine.of(of, clock.instant());
  }

  public FindingDetail detail(List<Life> of) {
    var told = new HashMap<RunId, Optional<Report>>();
    var now = clock.instant();
    var sights =
        of.stream()
            .map(life -> new FindingDetail.Sight(LifeLine.at(now, life), newest(life, told)))
            .toList();
    return new FindingDetail(line(of), remedy(of, told), sights);
  }

  private Optional<Report.Occurrence> newest(Life life, Map<RunId, Optional<Report>> told) {
    return findings(life, told)
        .flatMap(finding -> finding.nodes().stream())
        .filter(occurrence -> occurrence.node().equals(life.node()))
        .findFirst();
  }

  private String remedy(List<Life> of, Map<RunId, Optional<Report>> told) {
    return of.stream()
        .flatMap(life -> findings(life, told))
        .map(Report.Finding::remedy)
        .findFirst()
        .orElse("");
  }

  private Stream<Report.Finding> findings(Life life, Map<RunId, Optional<Report>> told) {
    return told.computeIfAbsent(life.lastRun(), this::report).stream()
        .flatMap(report -> report.findings().stream())
        .filter(finding -> finding.fingerprint().equals(life.fingerprint()));
  }

  /** A run that was deleted, or is damaged, takes its evidence along. */
  private Optional<Report> report(RunId run) {
    try {
      return Optional.of(reports.of(run));
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /** What is open and not accepted, on all nodes. */
  public Severities open() {
    var now = clock.instant();
    return Severities.of(lives.all().stream().filter(life -> life.counts(now)).map(Life::severity));
  }

  /** The same by node. */
  public Map<String, Severities> openByNode() {
    var now = clock.instant();
    var byNode = new HashMap<String, Severities>();
    lives.all().stream()
        .filter(life -> life.counts(now))
        .forEach(life ->
            byNode.merge(
                life.node(),
                Severities.NONE.plus(life.severity()),
                (before, one) -> before.plus(one)));
    return byNode;
  }

  /** On one node, open ones first. */
  public List<LifeLine> on(String node) {
    var now = clock.instant();
    return lives.all().stream()
        .filter(life -> life.node().equals(node))
        .map(life -> LifeLine.at(now, life))
        .sorted((one, other) -> one.life().compareTo(other.life()))
        .toList();
  }
}
