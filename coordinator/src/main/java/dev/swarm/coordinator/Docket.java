package dev.swarm.coordinator;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Every subtask of a run, on its way to exactly one outcome, and the nodes that they are with.
 * Owned by the desk.
 */
final class Docket {
  private final Journal journal;
  private final Watch watch;
  private final Lengths lengths;
  private final Map<SubtaskId, Subtask> subtasks = new LinkedHashMap<>();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<SubtaskId, String> overloads = new HashMap<>();
  private final Map<SubtaskId, String> last = new HashMap<>();
  private Consumer<Lane> moved = _ -> {};

  Docket(Journal journal, Watch watch, Lengths lengths) {
    this.lengths = lengths;
    this.journal = journal;
    this.watch = watch;
  }

  /** Tells {@code listener} of each lane in which something changed. */
  void onMove(Consumer<Lane> listener) {
    moved = listener;
  }

  /** What is known of earlier runs. */
  Lengths lengths() {
    return lengths;
  }

  RunId run() {
    return journal.run();
  }

  long epoch() {
    return journal.epoch();
  }

  Gathering gathering() {
    return journal.gathering();
  }

  /** Records what needs no answer: the keeping of the last event implies it. */
  void note(Event event) {
    var _ = journal.record(event);
  }

  CompletableFuture<Void> record(Event event) {
    return journal.record(event);
  }

  /** The lane of {@code node}, new if it has none yet. */
  Lane lane(String node) {
    return lanes.computeIfAbsent(node, name -> new Lane(name, lengths));
  }

  Optional<Lane> known(String node) {
    return Optional.ofNullable(lanes.get(node));
  }

  Collection<Lane> lanes() {
    return List.copyOf(lanes.values());
  }

  Optional<Subtask> subtask(SubtaskId id) {
    return Optional.ofNullable(subtasks.get(id));
  }

  List<Subtask> subtasks() {
    return List.copyOf(subtasks.values());
  }

  /** Plans one more subtask. */
  void queue(Subtask subtask) {
    note(new Event.SubtaskQueued(subtask));
    recall(subtask);
  }

  /** Takes in a subtask that was planned before. */
  void recall(Subtask subtask) {
    if (subtasks.putIfAbsent(subtask.id(), subtask) == null) {
      lane(subtask.node()).add(subtask);
    }
  }

  /** Takes in that a subtask had ended before. */
  void recallEnd(SubtaskId id) {
    subtask(id).ifPresent(subtask -> lane(subtask.node()).release(id));
  }

  /** What was offered or running came to nothing: it waits for its next attempt. */
  void again(Lane lane, Subtask subtask) {
    watch.forget(subtask.id());
    note(new Event.SubtaskQueued(subtask));
    lane.putBack(subtask);
    moved.accept(lane);
  }

  /** Something about the lane changed that is not of its subtasks. */
  void touch(Lane lane) {
    moved.accept(lane);
  }

  /** Ends the outcome's subtask; the caller has asked {@link Gathering#awaits} before. */
  CompletableFuture<Void> end(Outcome outcome) {
    var kept = journal.record(new Event.SubtaskEnded(outcome));
    watch.forget(outcome.subtask());
    overloads.remove(outcome.subtask());
    subtask(outcome.subtask())
        .ifPresent(subtask -> {
          lengths.learn(subtask, outcome);
          var lane = lane(subtask.node());
          lane.release(outcome.subtask());
          moved.accept(lane);
        });
    return kept;
  }

  /** Ends those of {@code some} that are still open without a result. */
  void give(Collection<Subtask> some, Cause cause, String reason) {
    for (var subtask : some) {
      var overload = Optional.ofNullable(overloads.get(subtask.id()));
      var why = cause == Cause.TIMED_OUT && overload.isPresent() ? Cause.OVERLOADED : cause;
      var detail = why == cause ? reason : reason + "; " + overload.orElse("");
      var failed = new Outcome.Failed(subtask.id(), attempts(subtask), why, detail, Effort.NONE);
      if (gathering().awaits(failed)) {
        var _ = end(failed);
      }
    }
  }

  /** The node had no room; that explains it if the subtask's time is up before it has. */
  void overloaded(SubtaskId subtask, String reason) {
    overloads.put(subtask, reason);
  }

  /** Records what happened while a subtask is worked, and remembers the latest of it. */
  void happened(SubtaskId subtask, Event event) {
    note(event);
    remember(subtask, event);
  }

  void remember(SubtaskId subtask, Event event) {
    if (event instanceof Event.ToolCalled called) {
      last.put(subtask, "; the last it was seen to do: " + String.join(" ", called.argv()));
    } else if (event instanceof Event.ModelAsked asked) {
      last.put(subtask, "; the last it was seen to do: asking " + asked.model());
    }
  }

  /** What a subtask was last seen to do, to follow a sentence; empty if nothing is known. */
  String lastOf(SubtaskId subtask) {
    return last.getOrDefault(subtask, "");
  }

  boolean offered(Subtask subtask) {
    return gathering().stands(subtask.id(), new Phase.Offered(attempts(subtask)));
  }

  boolean running(Subtask subtask) {
    return gathering().stands(subtask.id(), new Phase.Running(attempts(subtask)));
  }

  int attempts(Subtask subtask) {
    return gathering().phase(subtask.id()).map(Phase::attempt).orElse(0);
  }
}
