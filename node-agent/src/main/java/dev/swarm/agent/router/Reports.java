package dev.swarm.agent.router;

import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The reports of a model, numbered {@code c1}, {@code c2} …, and what it is told of each. */
final class Reports {
  private static final int LONGEST = 300;

  private final List<Claim> claims = new ArrayList<>();
  private final Set<Claim> open = new HashSet<>();
  private final Set<String> proven = new HashSet<>();

  /** The report of that number, if it did not hold and still stands. */
  Optional<Claim> open(String number) {
    return claims.stream()
        .filter(claim -> number(claims.indexOf(claim)).equals(number) && open.contains(claim))
        .findFirst();
  }

  void withdrawn(Claim claim) {
    open.remove(claim);
  }

  /** What was proven before this mind began. */
  void known(Verdict verdict) {
    if (verdict instanceof Verdict.Proven(_, var findings)) {
      findings.forEach(finding -> proven.add(finding.fingerprint() + finding.subject()));
    }
  }

  /** What a model is told of a verdict on its report. */
  String told(Verdict verdict) {
    var claim = verdict.claim();
    if (!claims.contains(claim)) {
      claims.add(claim);
    }
    var number = number(claims.indexOf(claim));
    open.removeIf(claim::sameMatter);
    return switch (verdict) {
      case Verdict.Proven(_, var findings) -> {
        var news =
            findings.stream()
                .filter(finding -> proven.add(finding.fingerprint() + finding.subject()))
                .findFirst();
        yield number
            + news.map(finding -> " holds: " + Harmless.line(finding.title(), LONGEST))
                .orElse(" holds, and was known already.");
      }
      case Verdict.Rejected(_, var doubt, var last) -> {
        open.add(claim);
        var measured = doubt.measured().isBlank() ? "" : " Measured: " + doubt.measured() + ".";
        var reason = Harmless.line(doubt.reason() + "." + measured, LONGEST);
        yield number
            + " does not hold: "
            + reason
            + (last
                ? " It is closed; leave it, or withdraw_finding id=" + number + "."
                : " Report it mended, or withdraw_finding id=" + number + ".");
      }
    };
  }

  /** Numbers of reports that did not hold, {@code c1, c3}. */
  String stillOpen() {
    return String.join(
        ", ",
        claims.stream().filter(open::contains).map(one -> number(claims.indexOf(one))).toList());
  }

  /** How many held so far. */
  String gist() {
    return String.format(
        Locale.ROOT, "%d of your %d reports did not hold", open.size(), claims.size());
  }

  private static String number(int index) {
    return "c" + (index + 1);
  }
}
