package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first thing that a model is told by us: what this is about, the machine in one line, what the
 * checks found odd, with the lines that show it, and what they could not see. What is the same on
 * all nodes comes first, what changes fastest last.
 */
final class Opening {
  private static final int MOST_FINDINGS = 8;
  private static final int MOST_CHARS = 2600;
  private static final int MOST_NAMES = 24;
  private static final int MOST_LINES = 3;
  private static final int MOST_BLIND = 8;
  private static final int LONGEST = 220;
  private static final String ANSWER =
      "Find out what answers this. Report what shows it, and answer in one or two sentences as the"
          + " summary of conclude.";

  private final Conversation conversation;
  private final Facts facts;
  private final Platform platform;
  private final Optional<String> question;

  /** Over what the playbook did. */
  Opening(Conversation conversation, Facts facts, Platform platform, Optional<String> question) {
    this.conversation = conversation;
    this.facts = facts;
    this.platform = platform;
    this.question = question;
  }

  String text() {
    var lines = new ArrayList<String>();
    lines.add(
        question.isPresent()
            ? "The checks look at: " + areas() + "."
            : "Area: " + conversation.subtask().area() + ". The checks look at: " + topics() + ".");
    question.ifPresent(asked -> lines.add("The administrator asks: " + Harmless.line(asked, 1000)));
    lines.add("--- data of the machine ---");
    lines.addAll(found());
    lines.addAll(blind());
    lines.add("--- end ---");
    lines.add("Results at hand, for read_more: " + atHand() + ".");
    lines.add("The machine: " + machine() + ".");
    lines.add(question.isPresent() ? ANSWER : "Begin.");
    return String.join("\n", lines);
  }

  private String areas() {
    return conversation.checks().stream()
        .map(check -> check.area().value())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String topics() {
    return conversation.checks().stream()
        .map(check -> check.id().value().replaceFirst("^[^.]*\\.", ""))
        .collect(Collectors.joining(", "));
  }

  private List<String> found() {
    var findings =
        conversation.verdicts().stream()
            .flatMap(verdict ->
                verdict instanceof Verdict.Proven(_, var proven)
                    ? proven.stream()
                    : Stream.<Finding>empty())
            .toList();
    var lines = new ArrayList<String>();
    lines.add(findings.isEmpty() ? "The checks found nothing odd." : "The checks found:");
    int told = 0;
    for (var finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
      if (lines.stream().mapToInt(String::length).sum() > MOST_CHARS) {
        break;
      }
      add(lines, finding);
      told++;
    }
    if (told < findings.size()) {
      lines.add("- and " + (findings.size() - told) + " more");
    }
    return lines;
  }

  private static void add(List<String> lines, Finding finding) {
    var check = finding.check().map(id -> id.value() + ": ").orElse("");
    lines.add(
        "- " + finding.severity().id() + " " + check + Harmless.line(finding.title(), LONGEST));
    finding.evidence().stream()
        .flatMap(evidence -> labelled(evidence).stream())
        .limit(MOST_LINES)
        .forEach(lines::add);
  }

  private static List<String> labelled(Evidence evidence) {
    var labelled = new ArrayList<String>();
    int number = evidence.firstLine();
    for (var line : evidence.quote().lines().toList()) {
      labelled.add(
          evidence.call()
              + ":"
              + number
              + "| "
              + Harmless.line(line.strip().replaceAll("\\s+", " "), LONGEST));
      number++;
    }
    return labelled;
  }

  private List<String> blind() {
    var blind =
        conversation.looks().stream()
            .filter(look -> !look.seen())
            .map(look -> "- " + Harmless.line(new Sheet(look, 0).first(), LONGEST))
            .toList();
    var lines = new ArrayList<String>();
    if (!blind.isEmpty()) {
      lines.add("Not seen, or not there:");
      lines.addAll(blind.subList(0, Math.min(MOST_BLIND, blind.size())));
    }
    if (blind.size() > MOST_BLIND) {
      lines.add("- and " + (blind.size() - MOST_BLIND) + " more");
    }
    return lines;
  }

  private String atHand() {
    var names =
        conversation.looks().stream()
            .filter(look -> look.seen())
            .limit(MOST_NAMES)
            .map(look -> new Sheet(look, 0).name())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private String machine() {
    var known = new ArrayList<String>();
    known.add(platform.id());
    fact("kernel", "kernel ").ifPresent(known::add);
    fact("cores", "cores ").ifPresent(known::add);
    fact("memory_total", "memory ").ifPresent(known::add);
    known.add(
        facts.name("root").filter(new Value.Flag(true)::equals).isPresent()
            ? "looked at as root"
            : "looked at without root");
    fact("uptime", "up ").ifPresent(known::add);
    return String.join(", ", known);
  }

  private Optional<String> fact(String name, String words) {
    return facts.name(name).map(value -> words + Harmless.line(value.shown(), 80));
  }
}
