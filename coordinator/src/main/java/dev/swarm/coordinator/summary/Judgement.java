package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Citations;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Summary;
import dev.swarm.protocol.prose.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges what a model wrote: a sentence a line, its ids in brackets at the end. Kept is a sentence
 * whose ids all exist and that one of the findings cited bears, or whose clauses are each borne by
 * one of them. An answer to a question may also say of checks that they are ok.
 */
final class Judgement {
  private static final int MOST = 6;
  private static final int CITED = 6;
  private static final Pattern LINE =
      Pattern.compile("^(?:[-*•]|\\d{1,2}[.)])?\\s*(.+?)\\s*\\[([^\\[\\]]{1,200})][.\\s]*$");
  private static final Pattern IDS = Pattern.compile("[,;\\s]+");
  private static final Pattern CLAUSES = Pattern.compile("(?:;|,? and |, while |, but |: )\\s*");

  private final Report report;
  private final Citations citations;
  private final Vocabulary vocabulary;
  private final Optional<Clearance> clearance;

  Judgement(Report report, Vocabulary vocabulary) {
    this.report = report;
    this.citations = Citations.of(report);
    this.vocabulary = vocabulary;
    this.clearance = report.question().map(_ -> new Clearance(report));
  }

  /**
   * What came of it.
   *
   * @param said how many sentences there were
   * @param clears whether any says that something is well
   */
  record Kept(List<Summary.Sentence> sentences, int said, boolean clears) {}

  Kept kept(String written) {
    var lines = written.lines().map(Tokens::squeezed).filter(line -> !line.isEmpty()).toList();
    var kept = new ArrayList<Summary.Sentence>();
    lines.stream().limit(MOST).forEach(line -> judged(line).ifPresent(kept::add));
    boolean clears = kept.stream().anyMatch(one -> !exist(one.cites()));
    return new Kept(kept, lines.size(), clears);
  }

  private Optional<Summary.Sentence> judged(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var ids = IDS.splitAsStream(parts.group(2)).filter(id -> !id.isEmpty()).distinct().toList();
    if (ids.isEmpty() || ids.size() > CITED) {
      return Optional.empty();
    }
    var text = parts.group(1);
    boolean borne = exist(ids) ? borne(text, witnesses(ids)) : cleared(text, ids);
    return borne ? Optional.of(new Summary.Sentence(text, ids)) : Optional.empty();
  }

  private boolean exist(List<String> ids) {
    return ids.stream().noneMatch(id -> citations.findings(id).isEmpty());
  }

  private boolean cleared(String text, List<String> ids) {
    return clearance.filter(of -> of.knows(ids)).filter(of -> of.bears(text, ids)).isPresent();
  }

  private List<Witness> witnesses(List<String> ids) {
    return ids.stream()
        .flatMap(id -> citations.findings(id).stream())
        .map(finding -> new Witness(finding, report, vocabulary))
        .toList();
  }

  private static boolean borne(String text, List<Witness> witnesses) {
    if (witnesses.stream().anyMatch(one -> one.bears(text))) {
      return true;
    }
    var clauses = CLAUSES.splitAsStream(text).filter(part -> !part.isBlank()).toList();
    return clauses.size() > 1
        && witnesses.size() > 1
        && clauses.stream().allMatch(part -> witnesses.stream().anyMatch(one -> one.bears(part)));
  }
}
