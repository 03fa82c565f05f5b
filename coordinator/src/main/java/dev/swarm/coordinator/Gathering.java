package dev.swarm.coordinator;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every subtask of a run stands, moved on by its events and by nothing else: it needs no lock
 * and no clock, and a test reads as a list of events. An event that cannot follow is a bug and
 * throws; what peers send late, twice or wrongly is kept out by {@link #awaits} and its like. Each
 * event costs the same however many subtasks there are. Owned by one thread.
 */
final class Gathering {
  private final Map<SubtaskId, Phase> phases = new HashMap<>();
  private Sum sum = Sum.allQueued(0);

  /** Every subtask queued, none attempted. */
  static Gathering of(List<Subtask> subtasks) {
    var gathering = new Gathering();
    subtasks.forEach(subtask -> gathering.follow(new Event.SubtaskQueued(subtask)));
    return gathering;
  }

  /** Goes on to where things stand after {@code event}. */
  void follow(Event event) {
    switch (event) {
      case Event.SubtaskQueued e -> queued(e.subtask().id());
      case Event.SubtaskOffered e -> offered(e.subtask(), e.attempt());
      case Event.SubtaskAccepted e ->
          move(e.subtask(), new Phase.Offered(e.attempt()), new Phase.Running(e.attempt()));
      case Event.SubtaskRefused e ->
          move(e.subtask(), new Phase.Offered(e.attempt()), new Phase.Queued(e.attempt()));
      case Event.SubtaskEnded e -> ended(e.outcome());
      case Event.RunStarted _, Event.NodeJoined _, Event.RunEnded _ -> {}
      case Event.ToolCalled _, Event.ToolReturned _, Event.ClaimJudged _ -> {}
      case Event.ModelAsked _, Event.ModelReplied _, Event.Escalated _ -> {}
      case FleetEvent _ -> {}
    }
  }

  /** Where {@code subtask} stands; empty for one that is not of this run. */
  Optional<Phase> phase(SubtaskId subtask) {
    return Optional.ofNullable(phases.get(subtask));
  }

  /**
   * Whether {@code outcome} may end its subtask: it is open, and the attempt was made. A failure of
   * an attempt that has been superseded says nothing about the present one.
   */
  boolean awaits(Outcome outcome) {
    return phase(outcome.subtask()).filter(phase -> mayEnd(phase, outcome)).isPresent();
  }

  private static boolean mayEnd(Phase phase, Outcome outcome) {
    return switch (phase) {
      case Phase.Ended _ -> false;
      case Phase.Queued _, Phase.Offered _, Phase.Running _ ->
          switch (outcome) {
            case Outcome.Completed done -> done.attempt() <= phase.attempt();
            case Outcome.Failed failed -> failed.attempt() == phase.attempt();
          };
    };
  }

  boolean stands(SubtaskId subtask, Phase phase) {
    return phase(subtask).filter(phase::equals).isPresent();
  }

  boolean complete() {
    return sum.open() == 0;
  }

  Sum sum() {
    return sum;
  }

  /** A subtask that is new, or one whose attempt came to nothing. */
  private void queued(SubtaskId subtask) {
    var now = phases.get(subtask);
    if (now == null) {
      phases.put(subtask, new Phase.Queued(0));
      sum = sum.grown();
    } else if (!(now instanceof Phase.Queued)) {
      move(subtask, open(subtask, now), new Phase.Queued(now.attempt()));
    }
  }

  private void offered(SubtaskId subtask, int attempt) {
    move(subtask, new Phase.Queued(attempt - 1), new Phase.Offered(attempt));
  }

  private void ended(Outcome outcome) {
    var now = known(outcome.subtask());
    move(outcome.subtask(), open(outcome.subtask(), now), new Phase.Ended(outcome));
  }

  private void move(SubtaskId subtask, Phase from, Phase to) {
    if (!known(subtask).equals(from)) {
      throw new IllegalStateException(
          subtask + " is " + known(subtask) + " and cannot go from " + from + " to " + to);
    }
    sum = sum.moved(from, to);
    phases.put(subtask, to);
  }

  private Phase known(SubtaskId subtask) {
    return phase(subtask)
        .orElseThrow(() -> new IllegalStateException(subtask + " is not of this run"));
  }

  private static Phase open(SubtaskId subtask, Phase phase) {
    if (phase instanceof Phase.Ended) {
      throw new IllegalStateException(subtask + " has ended once already, as " + phase);
    }
    return phase;
  }
}
