package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The outcomes that nodes hold a receipt for: whoever leads the run must have them. */
record Receipts(Set<String> attempts) {
  Receipts {
    attempts = Set.copyOf(attempts);
  }

  /** As the ledgers of the nodes say at this moment. */
  static Receipts of(Fleet fleet, String run) {
    return new Receipts(
        fleet.agents().stream()
            .flatMap(agent -> NodeFiles.of(agent.machine()).ledger().stream())
            .filter(entry -> entry.get("kind").asText().equals("receipted"))
            .filter(entry -> entry.get("run").asText().equals(run))
            .map(entry -> text(entry.get("attempt").get("subtask"), entry.at("/attempt/number")))
            .collect(Collectors.toSet()));
  }

  /** How many outcomes a node has of a run, with a receipt or without. */
  static long ended(Daemon agent, String run) {
    return NodeFiles.of(agent.machine()).ledger().stream()
        .filter(entry -> entry.get("kind").asText().equals("ended"))
        .filter(entry -> entry.get("run").asText().equals(run))
        .count();
  }

  /** Those that a run's log knows nothing of. */
  List<String> missingFrom(RunLog log) {
    var there =
        log.of("subtask-ended").stream()
            .map(one -> text(one.at("/outcome/subtask"), one.at("/outcome/attempt")))
            .collect(Collectors.toSet());
    return attempts.stream().filter(attempt -> !there.contains(attempt)).sorted().toList();
  }

  private static String text(JsonNode subtask, JsonNode attempt) {
    return subtask.asText() + " attempt " + attempt.asInt();
  }
}
