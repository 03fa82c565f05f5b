package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question to the fleet. Two that are equal ask the same.
 *
 * @param target whom it is put to
 * @param limit of how many of them; empty for all
 * @param areas what to look at, in the order of the report
 * @param checks the checks asked for, by their ids {@code AREA.NAME}; empty means every check
 * @param budget what each subtask may spend, counted from its receipt on the node
 * @param deadline of the whole run, counted from its start
 * @param mind who thinks: {@code playbook}, or a model's name
 * @param known every check there is, so that one whose subtask fails is accounted for where all are
 *     asked for; may be empty where nobody knows
 * @param byPlatform those of them that concern a platform, for nodes whose platform is known by
 *     then; without an entry all of {@code known} do. A node leaves out what is not of its own
 * @param question what somebody wants to know; then there is one area, and its checks may be of any
 */
public record Audit(
    Target target,
    Optional<Limit> limit,
    List<Area> areas,
    List<CheckId> checks,
    Budget budget,
    Duration deadline,
    String mind,
    List<CheckId> known,
    Map<String, List<CheckId>> byPlatform,
    Optional<String> question) {

  /** Of nodes whose platform does not matter. */
  public Audit(
      Target target,
      Optional<Limit> limit,
      List<Area> areas,
      List<CheckId> checks,
      Budget budget,
      Duration deadline,
      String mind,
      List<CheckId> known,
      Optional<String> question) {
    this(target, limit, areas, checks, budget, deadline, mind, known, Map.of(), question);
  }

  /** An audit, or a question, of named nodes. */
  public Audit(
      List<String> nodes,
      List<Area> areas,
      List<CheckId> checks,
      Budget budget,
      Duration deadline,
      String mind,
      List<CheckId> known,
      Optional<String> question) {
    this(
        new Target.Named(nodes),
        Optional.empty(),
        areas,
        checks,
        budget,
        deadline,
        mind,
        known,
        Map.of(),
        question);
  }

  /** An audit of checks that are known. */
  public Audit(
      List<String> nodes,
      List<Area> areas,
      List<CheckId> checks,
      Budget budget,
      Duration deadline,
      String mind,
      List<CheckId> known) {
    this(nodes, areas, checks, budget, deadline, mind, known, Optional.empty());
  }

  /** An audit of checks that only the nodes know. */
  public Audit(
      List<String> nodes,
      List<Area> areas,
      List<CheckId> checks,
      Budget budget,
      Duration deadline,
      String mind) {
    this(nodes, areas, checks, budget, deadline, mind, List.of());
  }

  public Audit {
    known = List.copyOf(known);
    byPlatform = Map.copyOf(byPlatform);
    areas = List.copyOf(areas);
    checks = List.copyOf(checks);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("an audit names at least one area");
    }
    if (areas.stream().distinct().count() < areas.size()) {
      throw new IllegalArgumentException("an audit names each area once: " + areas);
    }
    if (question.isPresent() && areas.size() > 1) {
      throw new IllegalArgumentException("a question is put once, not for each area: " + areas);
    }
    if (deadline.toMillis() < 1) {
      throw new IllegalArgumentException("a deadline is at least a millisecond away: " + deadline);
    }
  }
}
