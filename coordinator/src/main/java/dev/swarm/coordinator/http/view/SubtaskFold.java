package dev.swarm.coordinator.http.view;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import java.time.Instant;
import java.util.Optional;

/** One subtask, event by event. Owned by its {@link RunFold}. */
final class SubtaskFold {
  private final Subtask subtask;
  private final Instant queuedAt;
  private final Spans spans = new Spans();
  private Stage stage = Stage.QUEUED;
  private int attempt;
  private String mind;
  private int turns;
  private int toolCalls;
  private Optional<Instant> offeredAt = Optional.empty();
  private Optional<Instant> acceptedAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private String reason = "";

  SubtaskFold(Subtask subtask, Instant at, String mind) {
    this.subtask = subtask;
    this.queuedAt = at;
    this.mind = mind;
  }

  void offered(int number, Instant at) {
    if (open()) {
      stage = Stage.OFFERED;
      attempt = number;
      offeredAt = Optional.of(at);
    }
  }

  void accepted(int number, Instant at) {
    if (open()) {
      stage = Stage.RUNNING;
      attempt = number;
      acceptedAt = Optional.of(at);
      spans.waited(queuedAt, at, "node");
    }
  }

  void refused(String why) {
    if (open()) {
      stage = Stage.QUEUED;
      reason = why;
    }
  }

  void called(Event.ToolCalled call, Instant at) {
    toolCalls++;
    spans.called(call, at);
  }

  void returned(Event.ToolReturned call, Instant at) {
    spans.returned(call, at);
  }

  void asked(Event.ModelAsked asked, Instant at) {
    turns = Math.max(turns, asked.turn());
    spans.asked(asked, at);
  }

  void replied(Event.ModelReplied reply, Instant at) {
    spans.replied(reply, at);
  }

  void ended(Outcome how, Instant at) {
    outcome = Optional.of(how);
    endedAt = Optional.of(at);
    attempt = Math.max(attempt, how.attempt());
    spans.end(at);
    switch (how) {
      case Outcome.Completed done -> {
        stage = Stage.COMPLETED;
        mind = done.mind();
        turns = done.effort().turns();
        reason = "";
      }
      case Outcome.Failed failed -> {
        stage = Stage.FAILED;
        reason = failed.detail();
      }
    }
  }

  boolean open() {
    return outcome.isEmpty();
  }

  boolean failed() {
    return stage == Stage.FAILED;
  }

  String node() {
    return subtask.node();
  }

  Optional<Instant> completedAt() {
    return stage == Stage.COMPLETED ? endedAt : Optional.empty();
  }

  int toolCalls() {
    return toolCalls;
  }

  SubtaskSum addTo(SubtaskSum sum) {
    return sum.plus(stage, ending().orElse(""));
  }

  private Optional<String> ending() {
    return outcome.map(how ->
        switch (how) {
          case Outcome.Completed _ -> "completed";
          case Outcome.Failed failed -> failed.cause().id();
        });
  }

  SubtaskLine line() {
    return new SubtaskLine(
        subtask.id().value(),
        subtask.node(),
        subtask.area().value(),
        stage,
        attempt,
        mind,
        turns,
        toolCalls,
        queuedAt,
        offeredAt,
        acceptedAt,
        endedAt,
        ending(),
        reason,
        spans.all());
  }
}
