package dev.swarm.coordinator.report;

import java.util.Map;
import java.util.Optional;

/** The part of models without its lists, which stand in lines of their own. */
record ModelLine(
    Map<Look, Integer> investigations,
    Tally total,
    Optional<Models.Others> others,
    long escalationsLeftOut) {
  static ModelLine of(Models models) {
    return new ModelLine(
        models.investigations(), models.total(), models.others(), models.escalationsLeftOut());
  }
}
