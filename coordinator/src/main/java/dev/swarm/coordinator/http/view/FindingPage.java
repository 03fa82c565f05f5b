package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.life.Life;
import dev.swarm.protocol.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings, rolled up by fingerprint.
 *
 * @param total how many match
 * @param bySeverity how many there are of each severity, whatever severity is asked for
 * @param byLife how many there are of each word, whatever word is asked for
 * @param next where the next page begins
 */
public record FindingPage(
    List<FindingLine> findings,
    int total,
    Severities bySeverity,
    Map<String, Integer> byLife,
    Optional<String> next) {
  public FindingPage {
    findings = List.copyOf(findings);
    byLife = Map.copyOf(byLife);
  }

  /** The page of {@code lives} that {@code query} asks for. */
  public static FindingPage of(List<Life> lives, FindingQuery query, Instant time) {
    var meant = lives.stream().filter(query::means).toList();
    var anySeverity = rolled(meant.stream().filter(l -> query.word(l, time)).toList(), time);
    var anyWord = rolled(meant.stream().filter(query::severity).toList(), time);
    var both = meant.stream().filter(query::severity).filter(l -> query.word(l, time)).toList();
    var all = rolled(both, time).stream().sorted(query.sort().order()).toList();
    int from = Math.min(query.from(), all.size());
    int to = Math.min(all.size(), from + query.limit());
    var words = new TreeMap<String, Integer>();
    anyWord.forEach(line -> words.merge(line.life().id(), 1, Integer::sum));
    return new FindingPage(
        all.subList(from, to),
        all.size(),
        Severities.of(anySeverity.stream().map(FindingLine::severity)),
        words,
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  private static List<FindingLine> rolled(List<Life> lives, Instant time) {
    var byFingerprint = new LinkedHashMap<Fingerprint, List<Life>>();
    lives.forEach(life ->
        byFingerprint.computeIfAbsent(life.fingerprint(), _ -> new ArrayList<>()).add(life));
    return byFingerprint.values().stream().map(all -> FindingLine.of(all, time)).toList();
  }
}
