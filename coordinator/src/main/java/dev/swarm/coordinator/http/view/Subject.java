package dev.swarm.coordinator.http.view;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.SubtaskId;
import java.util.Optional;

/** Which subtask an event is about. */
final class Subject {
  private Subject() {}

  static Optional<SubtaskId> of(Event event) {
    return switch (event) {
      case Event.SubtaskQueued e -> Optional.of(e.subtask().id());
      case Event.SubtaskOffered e -> Optional.of(e.subtask());
      case Event.SubtaskAccepted e -> Optional.of(e.subtask());
      case Event.SubtaskRefused e -> Optional.of(e.subtask());
      case Event.ToolCalled e -> Optional.of(e.subtask());
      case Event.ToolReturned e -> Optional.of(e.subtask());
      case Event.ModelAsked e -> Optional.of(e.subtask());
      case Event.ModelReplied e -> Optional.of(e.subtask());
      case Event.Escalated e -> Optional.of(e.subtask());
      case Event.ClaimJudged e -> Optional.of(e.subtask());
      case Event.SubtaskEnded e -> Optional.of(e.outcome().subtask());
      case Event.RunStarted _, Event.NodeJoined _, Event.RunEnded _, FleetEvent _ ->
          Optional.empty();
    };
  }
}
