package dev.swarm.coordinator.report;

import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the events of a subtask say of models: all that is known of one that never came to a result.
 */
final class ModelTrail {
  private static final int NAME = 512;

  private final List<ModelShare> replies = new ArrayList<>();
  private final List<Escalation> escalations = new ArrayList<>();

  void replied(Event.ModelReplied reply) {
    if (!reply.model().isBlank()) {
      replies.add(
          new ModelShare(
              reply.model().substring(0, Math.min(NAME, reply.model().length())),
              "",
              reply.trouble().isEmpty() ? 1 : 0,
              0,
              0,
              0,
              0,
              0,
              reply.promptTokens(),
              reply.completionTokens(),
              reply.cachedTokens(),
              BigDecimal.ZERO));
    }
  }

  void escalated(Escalation escalation) {
    escalations.add(escalation);
  }

  Thinking thinking() {
    return new Thinking(replies, escalations, Optional.empty());
  }
}
