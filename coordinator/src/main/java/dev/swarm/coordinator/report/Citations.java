package dev.swarm.coordinator.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The short ids under which a report's findings are cited: the begin of their fingerprints. */
public final class Citations {
  private static final int SHORT = 8;

  private final Map<String, List<Report.Finding>> findings = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  private Citations() {}

  /** Those of {@code report}; each is unique in it. */
  public static Citations of(Report report) {
    var citations = new Citations();
    var begins = new HashMap<String, HashSet<String>>();
    for (Report.Finding finding : report.findings()) {
      var whole = finding.fingerprint().value();
      begins.computeIfAbsent(begin(whole), _ -> new HashSet<>()).add(whole);
    }
    for (Report.Finding finding : report.findings()) {
      var whole = finding.fingerprint().value();
      var id = begins.get(begin(whole)).size() == 1 ? begin(whole) : whole;
      citations.ids.put(whole, id);
      citations.findings.computeIfAbsent(id, _ -> new ArrayList<>()).add(finding);
    }
    return citations;
  }

  private static String begin(String fingerprint) {
    return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
  }

  /** The id of one of the report's findings. */
  public String id(Report.Finding finding) {
    return ids.getOrDefault(finding.fingerprint().value(), finding.fingerprint().value());
  }

  /** What an id stands for; nothing for one that nobody has. */
  public List<Report.Finding> findings(String id) {
    return List.copyOf(findings.getOrDefault(id, List.of()));
  }
}
