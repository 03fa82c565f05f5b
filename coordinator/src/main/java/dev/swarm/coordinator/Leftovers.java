package dev.swarm.coordinator;

import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Runs of this machine alone whose process died, and that nobody goes on with: whoever waited for
 * their reports is gone too. They end as what they are: what was completed stays, the rest was
 * lost. Runs of a fleet are taken up instead, and left alone here. Blocks.
 *
 * @param processes which processes there are
 * @param resuming whether the coordinator of this machine stays: it goes on with its own runs
 */
public record Leftovers(
    RunStore store, InstantSource clock, Processes processes, boolean resuming) {
  /** A process that lives writes more often than that, and may be out of our sight. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  /** Tells whether the process that called itself {@code instance} still runs. */
  @FunctionalInterface
  public interface Processes {
    boolean alive(String instance, Instant began);
  }

  /**
   * Ends those that have been quiet for a minute.
   *
   * @return how many
   * @throws StoreException if the store cannot be read
   */
  public int end() {
    int ended = 0;
    for (var run : store.runs().runs()) {
      if (run.ending() == Ending.UNFINISHED && end(run)) {
        ended++;
      }
    }
    return ended;
  }

  private boolean end(RunSummary run) {
    var events = new ArrayList<>(store.events(run.id()));
    boolean quiet = events.getLast().at().isBefore(clock.instant().minus(QUIET));
    if (Terms.ofFleet(events) || isResumed(events) || !quiet || !dead(events, run.started())) {
      return false;
    }
    for (var event : closing(events)) {
      append(events, event);
    }
    return true;
  }

  /** Begun so long ago that nobody takes it up any more, it is ended after all. */
  private boolean isResumed(List<Recorded> events) {
    return resuming
        && Terms.ofResident(events)
        && events.getFirst().at().isAfter(clock.instant().minus(Headquarters.KEPT));
  }

  /** One that never said who it is may live. */
  private boolean dead(List<Recorded> events, Instant began) {
    var instance = instance(events);
    return instance.isPresent() && !processes.alive(instance.get(), began);
  }

  private static Optional<String> instance(List<Recorded> events) {
    return events.stream()
        .map(Recorded::event)
        .filter(Event.NodeJoined.class::isInstance)
        .map(joined -> ((Event.NodeJoined) joined).hello().instance())
        .reduce((_, last) -> last);
  }

  private static List<Event> closing(List<Recorded> events) {
    var open = new LinkedHashMap<SubtaskId, Integer>();
    for (var recorded : events) {
      switch (recorded.event()) {
        case Event.SubtaskQueued queued -> open.put(queued.subtask().id(), 1);
        case Event.SubtaskOffered offered -> open.put(offered.subtask(), offered.attempt());
        case Event.SubtaskEnded ended -> open.remove(ended.outcome().subtask());
        case Event.RunStarted _, Event.NodeJoined _, Event.SubtaskAccepted _ -> {}
        case Event.SubtaskRefused _, Event.ToolCalled _, Event.ToolReturned _ -> {}
        case Event.ModelAsked _, Event.ModelReplied _, Event.Escalated _ -> {}
        case Event.ClaimJudged _, Event.RunEnded _, FleetEvent _ -> {}
      }
    }
    var closing = new ArrayList<Event>();
    open.forEach((subtask, attempt) -> closing.add(lost(subtask, attempt)));
    closing.add(new Event.RunEnded(false));
    return closing;
  }

  private static Event lost(SubtaskId subtask, int attempt) {
    return new Event.SubtaskEnded(
        new Outcome.Failed(
            subtask, attempt, Cause.LOST, "the process that ran it has died", Effort.NONE));
  }

  private void append(List<Recorded> events, Event event) {
    var last = events.getLast();
    var next = new Recorded(last.run(), last.epoch(), last.sequence() + 1, clock.instant(), event);
    var _ = store.append(next).join();
    events.add(next);
  }
}
