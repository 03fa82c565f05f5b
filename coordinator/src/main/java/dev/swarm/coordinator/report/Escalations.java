package dev.swarm.coordinator.report;

import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.ModelShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The escalations of a subtask, with what the stronger model cost in it. */
final class Escalations {
  private Escalations() {}

  static List<Models.Escalation> of(SubtaskLife life) {
    var thought = life.thought();
    var counted = new HashSet<String>();
    var escalations = new ArrayList<Models.Escalation>();
    for (Escalation each : thought.escalations()) {
      boolean first = each.permitted() && counted.add(each.to());
      escalations.add(
          escalation(life, each, first ? cost(each.to(), thought.shares()) : Optional.empty()));
    }
    return escalations;
  }

  private static Models.Escalation escalation(
      SubtaskLife life, Escalation each, Optional<BigDecimal> cost) {
    return new Models.Escalation(
        life.subtask().node(),
        life.subtask().area(),
        life.subtask().id(),
        each.from(),
        each.to(),
        each.permitted(),
        each.reason(),
        each.answer(),
        cost);
  }

  private static Optional<BigDecimal> cost(String model, List<ModelShare> shares) {
    var parts =
        shares.stream().filter(share -> Shortened.of(share.model()).equals(model)).map(Tally::of);
    return Tally.sum(parts.toList()).cost();
  }
}
