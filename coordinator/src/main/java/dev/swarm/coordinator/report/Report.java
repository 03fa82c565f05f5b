package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.SubtaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run found out, merged. The record tree is the published JSON document ({@code
 * docs/report.schema.json}), field by field; times are UTC, durations milliseconds. Immutable.
 *
 * @param schemaVersion raised when a field changes its meaning or goes away; new fields do not
 * @param changes against the previous run; empty for a first one
 * @param findings worst first; proven ones only
 * @param unproven claims that could not be checked
 * @param refuted claims that the tools contradict
 * @param coverage every (node, check) once
 * @param models what models brought; empty where none was asked
 * @param question what somebody wanted to know; empty for an audit
 * @param fleet what happened to the fleet; empty for a run of one machine
 * @param summary the whole in a few sentences; empty for a run of one machine
 */
public record Report(
    int schemaVersion,
    Run run,
    Totals totals,
    Optional<Changes> changes,
    List<Finding> findings,
    List<Claim> unproven,
    List<Claim> refuted,
    List<Cover> coverage,
    List<AreaLine> areas,
    List<Node> nodes,
    List<Work> subtasks,
    Optional<Models> models,
    Optional<Question> question,
    Optional<Fleet> fleet,
    Optional<Summary> summary) {
  /** The version of the JSON document that this class writes. */
  public static final int SCHEMA_VERSION = 1;

  public Report {
    findings = List.copyOf(findings);
    unproven = List.copyOf(unproven);
    refuted = List.copyOf(refuted);
    coverage = List.copyOf(coverage);
    areas = List.copyOf(areas);
    nodes = List.copyOf(nodes);
    subtasks = List.copyOf(subtasks);
  }

  /** This report, of a run whose events are not kept: no command can show it again. */
  public Report unkept() {
    return with(run.unkept(), question, summary);
  }

  /** This report with another summary. */
  public Report summarised(Summary other) {
    return with(run, question, Optional.of(other));
  }

  /** This report with one answer for all nodes. */
  public Report answered(Summary answer) {
    return with(run, question.map(one -> one.answered(answer)), summary);
  }

  private Report with(Run run, Optional<Question> question, Optional<Summary> summary) {
    return new Report(
        schemaVersion,
        run,
        totals,
        changes,
        findings,
        unproven,
        refuted,
        coverage,
        areas,
        nodes,
        subtasks,
        models,
        question,
        fleet,
        summary);
  }

  /**
   * How it was obtained.
   *
   * @param version of swarm, on the coordinator
   * @param mind what decided the steps: {@code playbook}, or a model's name
   * @param endedAt of the last event, where the run is still open
   * @param sandbox what contained the tools; more than one where nodes differ
   * @param kept whether the run's events are kept, so that {@code swarm show} knows it
   */
  public record Run(
      RunId id,
      RunState state,
      String version,
      String mind,
      List<String> sandbox,
      Instant startedAt,
      Instant endedAt,
      long durationMillis,
      boolean kept) {
    public Run {
      sandbox = List.copyOf(sandbox);
    }

    Run unkept() {
      return new Run(id, state, version, mind, sandbox, startedAt, endedAt, durationMillis, false);
    }
  }

  /**
   * What became of the findings of the previous run.
   *
   * @param fresh there now, looked for before and not there
   * @param revealed there now, and nobody had looked before
   * @param fixed there before, looked for again and not there
   * @param notLookedAt there before, and nobody has looked this time
   */
  public record Changes(
      RunId previous,
      Instant previousAt,
      @JsonProperty("new") List<Change> fresh,
      List<Change> revealed,
      List<Change> still,
      List<Change> fixed,
      List<Change> notLookedAt) {
    public Changes {
      fresh = List.copyOf(fresh);
      revealed = List.copyOf(revealed);
      still = List.copyOf(still);
      fixed = List.copyOf(fixed);
      notLookedAt = List.copyOf(notLookedAt);
    }
  }

  /**
   * One finding of one node, now or before.
   *
   * @param severity now, or when it was last seen
   * @param was its severity in the previous run, where there was one
   * @param reason why it counts as fixed, as not looked at, or as revealed; empty otherwise
   */
  public record Change(
      String node,
      Fingerprint fingerprint,
      Optional<CheckId> check,
      Severity severity,
      Optional<Severity> was,
      String title,
      String reason) {}

  /** The findings that count: those that are not accepted on every node. */
  List<Finding> counting() {
    return findings.stream().filter(finding -> !finding.accepted()).toList();
  }

  /**
   * What is wrong, on however many nodes. Severity, title, detail and remedy are those of the worst
   * one that is not accepted, or of the worst where all are.
   *
   * @param check empty for what no check covers
   * @param novelty the greatest of its nodes
   */
  public record Finding(
      Fingerprint fingerprint,
      Optional<CheckId> check,
      Area area,
      Severity severity,
      String title,
      String detail,
      String remedy,
      Novelty novelty,
      List<Occurrence> nodes) {
    public Finding {
      nodes = List.copyOf(nodes);
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("a finding is on a node: " + title);
      }
    }

    /** Whether it is accepted on every node. */
    boolean accepted() {
      return nodes.stream().allMatch(Occurrence::accepted);
    }
  }

  /**
   * A finding on one node.
   *
   * @param measured how it was looked at again
   * @param see a command that shows it with one's own eyes
   * @param explanation the mind's own sentence, borne by the evidence; empty if it said none
   * @param subtask that brought it; in the area {@code fleet} the comparison, which is no subtask
   * @param mind who reported it
   * @param evidence what it rests on first, what was followed up after
   * @param judgement the acceptance that held when the run ended, or that it was called wrong; not
   *     told where there is neither
   */
  public record Occurrence(
      String node,
      String subject,
      Proof proof,
      Severity severity,
      String title,
      String detail,
      String measured,
      String see,
      Optional<String> explanation,
      String mind,
      Novelty novelty,
      SubtaskId subtask,
      List<Evidence> evidence,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Judgement> judgement) {
    public Occurrence {
      evidence = List.copyOf(evidence);
    }

    /** Whether it is accepted that it is so: it neither counts nor makes a run fail. */
    boolean accepted() {
      return judgement.filter(Judgement.Accepted.class::isInstance).isPresent();
    }
  }

  /**
   * Lines of a tool call's output, verbatim.
   *
   * @param call names the call within the subtask
   * @param before the lines that stand before the quote, two at most; none where the output is not
   *     among the events
   * @param after the lines that stand after it
   * @param sha256 of the whole (redacted) output that the quote was cut from
   */
  public record Evidence(
      CallId call,
      String tool,
      List<String> argv,
      Lines lines,
      List<String> before,
      String quote,
      List<String> after,
      String sha256) {
    public Evidence {
      argv = List.copyOf(argv);
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** A range of lines, counted from 1, both inclusive. */
  public record Lines(int first, int last) {}

  /** A claim of a mind that did not hold; no part of any verdict. */
  public record Claim(
      String node,
      Area area,
      SubtaskId subtask,
      String subject,
      String claimed,
      String measured,
      String reason,
      String mind,
      List<String> cited) {
    public Claim {
      cited = List.copyOf(cited);
    }
  }

  /**
   * How a check ended on a node.
   *
   * @param blindness why it is unknown; present exactly when it is
   * @param hint what more privilege or another setting would reveal; may be empty
   */
  public record Cover(
      String node,
      CheckId check,
      Area area,
      CoverageState state,
      String reason,
      Optional<Blindness> blindness,
      String hint) {}

  /**
   * An area over all nodes.
   *
   * @param findings on all its nodes, before the roll-up
   * @param durationMillis of its longest subtask
   */
  public record AreaLine(
      Area area,
      Map<CoverageState, Integer> checks,
      int findings,
      int toolCalls,
      long durationMillis) {
    public AreaLine {
      checks = Count.copy(CoverageState.class, checks);
    }
  }

  /**
   * A node of the run.
   *
   * @param reason why it is not complete; empty if it is
   * @param version of swarm on it; empty if it never introduced itself
   * @param address of its cluster member; empty, and not told, where there is none
   * @param neighbours what they say of it, where it went dark; else empty, and not told
   */
  public record Node(
      String node,
      NodeState state,
      String reason,
      String version,
      String platform,
      Optional<Boolean> root,
      String sandbox,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String address,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fleet.Neighbour> neighbours) {
    public Node {
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * A subtask.
   *
   * @param reason why it failed; empty if it did not
   * @param look whether a model looked; not told, {@link Models} has the sums
   */
  public record Work(
      SubtaskId id,
      String node,
      Area area,
      Ending outcome,
      String reason,
      int attempt,
      String mind,
      int turns,
      int toolCalls,
      long durationMillis,
      @JsonIgnore Look look) {}
}
