package dev.swarm.coordinator;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Subtask;

/** Rebuilds what a coordinator has in its head of a run from the events, and from nothing else. */
record Memory(Docket docket, Reception reception, Rollout rollout) {
  /** Takes in one event, before the gathering does. */
  void recall(Event event) {
    switch (event) {
      case Event.RunStarted started -> rollout.recall(started.nodes());
      case FleetEvent.LimitChosen chosen -> rollout.recallChosen(chosen.nodes());
      case Event.SubtaskQueued queued -> queued(queued.subtask());
      case Event.SubtaskEnded ended -> {
        reception.recall(ended.outcome());
        docket.recallEnd(ended.outcome().subtask());
      }
      case Event.ToolCalled called -> docket.remember(called.subtask(), called);
      case Event.ModelAsked asked -> docket.remember(asked.subtask(), asked);
      case Event.NodeJoined _, Event.SubtaskOffered _, Event.SubtaskAccepted _ -> {}
      case Event.SubtaskRefused _, Event.ToolReturned _, Event.ModelReplied _ -> {}
      case Event.Escalated _, Event.ClaimJudged _, Event.RunEnded _, FleetEvent _ -> {}
    }
  }

  /** Queued for a second time means that its node died with it in hand. */
  private void queued(Subtask subtask) {
    var phase = docket.gathering().phase(subtask.id());
    if (phase.filter(Phase.Running.class::isInstance).isPresent()) {
      int _ = docket.lane(subtask.node()).crashed(subtask.id());
    }
    docket.recall(subtask);
  }
}
