package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.SubtaskId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of models in a run. A report has it only where one was asked.
 *
 * @param investigations every subtask once, by whether a model has looked
 * @param total of all models; of a subtask without a result the turns and tokens of its events,
 *     without a cost
 * @param shares by turns, most first; {@value #MOST} at most
 * @param others the models beyond those, together
 * @param escalations in the order of nodes and areas
 * @param escalationsLeftOut those of subtasks with more than {@value Thought#ESCALATIONS}
 * @param lacking why a model's look is lacking, by reason, the most frequent first
 */
public record Models(
    Map<Look, Integer> investigations,
    Tally total,
    List<Share> shares,
    Optional<Others> others,
    List<Escalation> escalations,
    long escalationsLeftOut,
    List<Lack> lacking) {
  /** Models that a report lists one by one. */
  static final int MOST = 100;

  public Models {
    investigations = Count.copy(Look.class, investigations);
    shares = List.copyOf(shares);
    escalations = List.copyOf(escalations);
    lacking = List.copyOf(lacking);
  }

  /**
   * A model over all subtasks and nodes.
   *
   * @param model as configured
   * @param tiers {@code local}, {@code frontier}; both where nodes differ, none where it is not
   *     known
   * @param nodes how many it worked for
   * @param investigations how many it worked in
   */
  public record Share(
      String model, List<String> tiers, int nodes, int investigations, Tally tally) {
    public Share {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * Models that are not listed.
   *
   * @param models how many
   */
  public record Others(int models, Tally tally) {}

  /**
   * A wish for a stronger model.
   *
   * @param to the model asked instead; empty where none was
   * @param reason the signal
   * @param answer {@code permitted}, or why not
   * @param cost of the stronger model in this subtask, beside the first escalation to it; empty
   *     where there is none
   */
  public record Escalation(
      String node,
      Area area,
      SubtaskId subtask,
      String from,
      String to,
      boolean permitted,
      String reason,
      String answer,
      Optional<BigDecimal> cost) {}

  /**
   * Investigations that lack a model's look, or the end of it, for one and the same reason.
   *
   * @param investigations how many
   */
  public record Lack(String reason, int investigations, List<String> nodes, List<Area> areas) {
    public Lack {
      nodes = List.copyOf(nodes);
      areas = List.copyOf(areas);
    }
  }
}
