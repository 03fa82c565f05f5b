package dev.swarm.coordinator;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every subtask of a run stands. A value: each event gives the next gathering, so it needs no
 * lock and no clock, and a test reads as a list of events. An event that cannot follow is a bug and
 * throws; what peers send late, twice or wrongly is kept out by {@link #awaits} and its like.
 */
final class Gathering {
  private final Map<SubtaskId, Integer> places;
  private final List<Phase> phases;
  private final Sum sum;

  private Gathering(Map<SubtaskId, Integer> places, List<Phase> phases, Sum sum) {
    this.places = places;
    this.phases = phases;
    this.sum = sum;
    if (sum.targeted() != phases.size()) {
      throw new IllegalStateException(
          sum.targeted() + " subtasks are targeted and " + phases.size() + " are known");
    }
  }

  /** Every subtask queued, none attempted. */
  static Gathering of(List<Subtask> subtasks) {
    var places = new LinkedHashMap<SubtaskId, Integer>();
    var phases = new ArrayList<Phase>();
    for (var subtask : subtasks) {
      if (places.putIfAbsent(subtask.id(), phases.size()) != null) {
        throw new IllegalArgumentException("planned twice: " + subtask.id());
      }
      phases.add(new Phase.Queued(0));
    }
    return new Gathering(places, phases, Sum.allQueued(phases.size()));
  }

  /** The gathering after {@code event}. */
  Gathering with(Event event) {
    return switch (event) {
      case Event.SubtaskQueued e -> queued(e.subtask().id());
      case Event.SubtaskOffered e -> offered(e.subtask(), e.attempt());
      case Event.SubtaskAccepted e ->
          moved(e.subtask(), new Phase.Offered(e.attempt()), new Phase.Running(e.attempt()));
      case Event.SubtaskRefused e ->
          moved(e.subtask(), new Phase.Offered(e.attempt()), new Phase.Queued(e.attempt()));
      case Event.SubtaskEnded e -> ended(e.outcome());
      case Event.RunStarted _, Event.NodeJoined _, Event.RunEnded _ -> this;
      case Event.ToolCalled _, Event.ToolReturned _, Event.ClaimJudged _ -> this;
      case Event.ModelAsked _, Event.ModelReplied _, Event.Escalated _ -> this;
      case FleetEvent _ -> this;
    };
  }

  /** Where {@code subtask} stands; empty for one that is not of this run. */
  Optional<Phase> phase(SubtaskId subtask) {
    return Optional.ofNullable(places.get(subtask)).map(phases::get);
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

  private Gathering queued(SubtaskId subtask) {
    var now = known(subtask);
    return now instanceof Phase.Queued
        ? this
        : moved(subtask, open(subtask, now), new Phase.Queued(now.attempt()));
  }

  private Gathering offered(SubtaskId subtask, int attempt) {
    return moved(subtask, new Phase.Queued(attempt - 1), new Phase.Offered(attempt));
  }

  private Gathering ended(Outcome outcome) {
    var now = known(outcome.subtask());
    return moved(outcome.subtask(), open(outcome.subtask(), now), new Phase.Ended(outcome));
  }

  private Gathering moved(SubtaskId subtask, Phase from, Phase to) {
    if (!known(subtask).equals(from)) {
      throw new IllegalStateException(
          subtask + " is " + known(subtask) + " and cannot go from " + from + " to " + to);
    }
    var next = new ArrayList<>(phases);
    next.set(places.get(subtask), to);
    return new Gathering(places, next, sum.moved(from, to));
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
