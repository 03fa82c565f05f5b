package dev.swarm.loadtest.run;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who worked when, from the events of one run. The run writes, anybody reads. */
final class Timeline implements Consumer<Recorded> {
  private final Map<SubtaskId, Course> courses = new LinkedHashMap<>();
  private long turns;

  /**
   * What became of one subtask.
   *
   * @param offered for the last time, if it was offered again
   */
  record Course(
      Subtask subtask,
      Instant queued,
      Optional<Instant> offered,
      Optional<Instant> accepted,
      Optional<Instant> ended,
      Optional<Outcome> outcome) {
    boolean succeeded() {
      return outcome.filter(Outcome.Completed.class::isInstance).isPresent();
    }

    int toolCalls() {
      return outcome.map(one -> one.effort().toolCalls()).orElse(0);
    }

    private Course offered(Instant at) {
      return new Course(subtask, queued, Optional.of(at), accepted, ended, outcome);
    }

    private Course accepted(Instant at) {
      return new Course(subtask, queued, offered, Optional.of(at), ended, outcome);
    }

    private Course ended(Instant at, Outcome how) {
      return new Course(subtask, queued, offered, accepted, Optional.of(at), Optional.of(how));
    }
  }

  @Override
  public synchronized void accept(Recorded recorded) {
    var at = recorded.at();
    switch (recorded.event()) {
      case Event.SubtaskQueued(var subtask) ->
          courses.putIfAbsent(
              subtask.id(),
              new Course(
                  subtask,
                  at,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      case Event.SubtaskOffered(var id, _) ->
          courses.computeIfPresent(id, (_, course) -> course.offered(at));
      case Event.SubtaskAccepted(var id, _) ->
          courses.computeIfPresent(id, (_, course) -> course.accepted(at));
      case Event.SubtaskEnded(var outcome) ->
          courses.computeIfPresent(outcome.subtask(), (_, course) -> course.ended(at, outcome));
      case Event.ModelReplied replied -> turns += replied.trouble().isEmpty() ? 1 : 0;
      case Event.RunStarted _,
          Event.NodeJoined _,
          Event.SubtaskRefused _,
          Event.ToolCalled _,
          Event.ToolReturned _,
          Event.ModelAsked _,
          Event.Escalated _,
          Event.ClaimJudged _,
          FleetEvent _,
          Event.RunEnded _ -> {}
    }
  }

  synchronized List<Course> courses() {
    return List.copyOf(courses.values());
  }

  /** Replies of a model that came home. */
  synchronized long turns() {
    return turns;
  }
}
