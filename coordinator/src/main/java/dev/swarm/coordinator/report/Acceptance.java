package dev.swarm.coordinator.report;

import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.report.peers.NodeNames;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operators said of a finding, as a report tells it: in words, for all formats alike. */
final class Acceptance {
  private static final int NAMES = 6;

  private Acceptance() {}

  /** A line for each thing that was said, and of which nodes. */
  static List<String> words(Report.Finding finding, ZoneId zone) {
    Map<Judgement, List<String>> said = new LinkedHashMap<>();
    for (var on : finding.nodes()) {
      on.judgement()
          .ifPresent(one -> said.computeIfAbsent(one, _ -> new ArrayList<>()).add(on.node()));
    }
    boolean one = finding.nodes().size() == 1;
    return said.entrySet().stream()
        .map(each ->
            (one ? "" : NodeNames.shortly(each.getValue(), NAMES) + ": ")
                + words(each.getKey(), zone))
        .toList();
  }

  /** {@code accepted by ann until 1 Dec 2026 00:00 UTC: it is being grown}. */
  static String words(Judgement judgement, ZoneId zone) {
    return switch (judgement) {
      case Judgement.Accepted accepted ->
          "accepted by "
              + accepted.by()
              + " until "
              + Words.time(accepted.until(), zone)
              + ": "
              + accepted.reason();
      case Judgement.Wrong wrong -> "called wrong by " + wrong.by() + ": " + wrong.reason();
      case Judgement.Acknowledged seen -> noted("acknowledged by " + seen.by(), seen.note());
      case Judgement.Withdrawn gone -> noted("withdrawn by " + gone.by(), gone.note());
    };
  }

  private static String noted(String words, String note) {
    return note.isBlank() ? words : words + ": " + note;
  }
}
