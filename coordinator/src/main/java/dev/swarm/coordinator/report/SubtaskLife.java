package dev.swarm.coordinator.report;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.Thinking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One subtask on its way through the events. The first outcome counts, whatever comes after. */
final class SubtaskLife {
  static final Comparator<SubtaskLife> ORDER =
      Comparator.comparing((SubtaskLife life) -> life.subtask.node())
          .thenComparing(life -> life.subtask.area(), AreaOrder.STANDARD_FIRST)
          .thenComparing(life -> life.subtask.id());

  private final Subtask subtask;
  private Ending stage = Ending.QUEUED;
  private int attempt;
  private int calls;
  private final Map<CallId, String> outputs = new HashMap<>();
  private final ModelTrail trail = new ModelTrail();
  private Optional<Outcome> outcome = Optional.empty();

  SubtaskLife(Subtask subtask) {
    this.subtask = subtask;
  }

  void offered(int attempt) {
    this.attempt = Math.max(this.attempt, attempt);
    stage = Ending.OFFERED;
  }

  void accepted(int attempt) {
    this.attempt = Math.max(this.attempt, attempt);
    stage = Ending.RUNNING;
  }

  void refused() {
    stage = Ending.QUEUED;
  }

  void called() {
    calls++;
  }

  void returned(CallId call, String text) {
    outputs.put(call, text);
  }

  void replied(Event.ModelReplied reply) {
    trail.replied(reply);
  }

  void escalated(Escalation escalation) {
    trail.escalated(escalation);
  }

  /** The part of models: as its result tells it, or else as its events do. */
  Thought thought() {
    var told = completed().map(Outcome.Completed::thinking).orElse(Thinking.NONE);
    return Thought.of(told.equals(Thinking.NONE) ? trail.thinking() : told);
  }

  /** Whether a model has looked. */
  Look look() {
    if (completed().isEmpty()) {
      return Look.NO_RESULT;
    }
    var thought = thought();
    if (thought.lacking().isPresent()) {
      return Look.LACKING;
    }
    return thought.shares().stream().anyMatch(share -> share.turns() > 0)
        ? Look.COMPLETE
        : Look.NOT_ASKED;
  }

  /** What a call printed, as far as it is among the events. */
  Optional<String> output(CallId call) {
    return Optional.ofNullable(outputs.get(call));
  }

  void ended(Outcome ended) {
    if (outcome.isEmpty()) {
      outcome = Optional.of(Soundness.admit(subtask, ended));
    }
  }

  Subtask subtask() {
    return subtask;
  }

  /** Its result, if it has one. */
  Optional<Outcome.Completed> completed() {
    return outcome.filter(Outcome.Completed.class::isInstance).map(Outcome.Completed.class::cast);
  }

  /** What was found, each as it counts. */
  List<Finding> findings() {
    return completed().map(Outcome.Completed::findings).stream()
        .flatMap(List::stream)
        .map(Finding::weighed)
        .toList();
  }

  Ending ending() {
    return outcome
        .map(end ->
            switch (end) {
              case Outcome.Completed _ -> Ending.COMPLETED;
              case Outcome.Failed failed -> Causes.ending(failed.cause());
            })
        .orElse(stage);
  }

  /** Why there is no result; empty if there is one. */
  String reason() {
    return outcome
        .map(end ->
            switch (end) {
              case Outcome.Completed _ -> "";
              case Outcome.Failed failed -> failed.detail();
            })
        .orElse("no outcome yet");
  }

  Report.Work work() {
    var effort = outcome.map(Outcome::effort).orElse(Effort.NONE);
    return new Report.Work(
        subtask.id(),
        subtask.node(),
        subtask.area(),
        ending(),
        reason(),
        outcome.map(Outcome::attempt).orElse(attempt),
        completed().map(Outcome.Completed::mind).orElse(""),
        effort.turns(),
        Math.max(effort.toolCalls(), calls),
        effort.time().toMillis(),
        look());
  }
}
