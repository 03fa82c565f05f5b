package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What each completed piece of work found: none is lost and none is doubled, whatever was broken
 * meanwhile.
 *
 * @param byWork fingerprints by {@code node/area}, sorted; what did not complete is not there
 */
record Findings(Map<String, List<String>> byWork) {
  private static final Set<String> WORKED =
      Set.of("quick", "steady", "slow", Work.LONG, Work.POISON);

  Findings {
    byWork = Map.copyOf(byWork);
  }

  /** As the outcomes in a run's events tell. */
  static Findings of(RunLog log) {
    var found = new TreeMap<String, List<String>>();
    for (var ended : log.of("subtask-ended")) {
      var outcome = ended.get("outcome");
      if (outcome.get("kind").asText().equals("completed")) {
        found
            .computeIfAbsent(work(log, outcome), _ -> new ArrayList<>())
            .addAll(fingerprints(outcome.get("findings")));
      }
    }
    found.values().forEach(list -> list.sort(Comparator.naturalOrder()));
    return new Findings(found);
  }

  /** What differs from a run in which nothing was broken; work that did not complete aside. */
  List<String> differencesFrom(Findings undisturbed) {
    var differences = new ArrayList<String>();
    byWork.forEach((work, found) -> {
      var expected = undisturbed.byWork().getOrDefault(work, List.of("no such work"));
      if (!found.equals(expected)) {
        differences.add(work + " found " + found + ", undisturbed " + expected);
      }
    });
    return differences;
  }

  /**
   * What differs from the printed report, in which a finding of many nodes stands once; those that
   * a comparison of peers brought are no node's.
   */
  List<String> differencesFrom(JsonNode report) {
    var printed = new TreeMap<String, Integer>();
    for (var finding : report.get("findings")) {
      if (!WORKED.contains(finding.get("area").asText())) {
        continue;
      }
      for (var node : finding.get("nodes")) {
        var key = node.get("node").asText() + " " + finding.get("fingerprint").asText();
        printed.merge(key, 1, Integer::sum);
      }
    }
    var told = new TreeMap<String, Integer>();
    byWork.forEach((work, found) ->
        found.forEach(one -> told.merge(work.replaceFirst("/.*", " ") + one, 1, Integer::sum)));
    return printed.equals(told)
        ? List.of()
        : List.of("the outcomes say " + told + ", the report says " + printed);
  }

  private static String work(RunLog log, JsonNode outcome) {
    return outcome.get("subtask").asText().substring(log.run().length() + 1);
  }

  private static List<String> fingerprints(JsonNode findings) {
    return StreamSupport.stream(findings.spliterator(), false)
        .map(one -> one.get("fingerprint").asText())
        .toList();
  }
}
