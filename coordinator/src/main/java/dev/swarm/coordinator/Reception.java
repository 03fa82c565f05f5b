package dev.swarm.coordinator;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Progress;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what nodes send: does it belong to this run, does it count, did it come before. */
final class Reception {
  private final Plan plan;
  private final long epoch;
  private final Journal journal;
  private final FanOut fanOut;
  private final Map<SubtaskId, Subtask> subtasks;
  private final Map<SubtaskId, Home> home = new HashMap<>();

  Reception(Plan plan, long epoch, Journal journal, FanOut fanOut) {
    this.plan = plan;
    this.epoch = epoch;
    this.journal = journal;
    this.fanOut = fanOut;
    this.subtasks =
        plan.subtasks().stream().collect(Collectors.toMap(Subtask::id, Function.identity()));
  }

  /** The outcome that counts for a subtask, by its attempt. */
  private record Home(int attempt, CompletableFuture<Void> kept) {}

  void hello(NodeHello hello) {
    fanOut.joined(hello);
  }

  /** Records {@code progress}, or says why it is none of this run. */
  Optional<String> progress(Progress progress) {
    return switch (progress.event()) {
      case Event.ToolCalled event -> happened(progress, event.subtask());
      case Event.ToolReturned event -> happened(progress, event.subtask());
      case Event.ModelAsked event -> happened(progress, event.subtask());
      case Event.ModelReplied event -> happened(progress, event.subtask());
      case Event.Escalated event -> happened(progress, event.subtask());
      case Event.ClaimJudged event -> happened(progress, event.subtask());
      case Event.RunStarted _, Event.RunEnded _, Event.NodeJoined _ -> notTheirs();
      case Event.SubtaskQueued _, Event.SubtaskOffered _, Event.SubtaskAccepted _ -> notTheirs();
      case Event.SubtaskRefused _, Event.SubtaskEnded _, FleetEvent _ -> notTheirs();
    };
  }

  /** Takes an outcome, or says why not. */
  Verdict delivered(Delivery delivery) {
    var outcome = delivery.outcome();
    if (delivery.epoch() != epoch) {
      return new Verdict.Nonsense("epoch " + delivery.epoch() + " is not " + epoch);
    }
    var foreign = foreign(delivery.run().equals(plan.run()), delivery.node(), outcome.subtask());
    if (foreign.isPresent()) {
      return new Verdict.Nonsense(foreign.get());
    }
    var before = Optional.ofNullable(home.get(outcome.subtask()));
    if (before.map(Home::attempt).filter(attempt -> attempt == outcome.attempt()).isPresent()) {
      return new Verdict.Counts(before.get().kept(), true);
    }
    if (!journal.gathering().awaits(outcome)) {
      return unawaited(outcome);
    }
    return speaksOnlyOf(delivery.node(), outcome) ? counts(outcome) : misattributed(outcome);
  }

  private Verdict counts(Outcome outcome) {
    var kept = fanOut.end(outcome);
    home.put(outcome.subtask(), new Home(outcome.attempt(), kept));
    return new Verdict.Counts(kept, false);
  }

  private Verdict misattributed(Outcome outcome) {
    var reason = "the outcome speaks of another node than its own";
    var failed =
        new Outcome.Failed(
            outcome.subtask(), outcome.attempt(), Cause.INTERNAL, reason, Effort.NONE);
    if (journal.gathering().awaits(failed)) {
      var _ = fanOut.end(failed);
    }
    return new Verdict.Nonsense(reason);
  }

  private Verdict unawaited(Outcome outcome) {
    var phase = journal.gathering().phase(outcome.subtask());
    int made = phase.map(Phase::attempt).orElse(0);
    return outcome.attempt() > made
        ? new Verdict.Nonsense("attempt " + outcome.attempt() + " was never offered")
        : new Verdict.TooLate(outcome.subtask() + " has gone on without this outcome");
  }

  private Optional<String> happened(Progress progress, SubtaskId subtask) {
    var foreign = foreign(progress.run().equals(plan.run()), progress.node(), subtask);
    if (foreign.isPresent() || fanOut.over()) {
      return foreign.or(() -> Optional.of("the run has ended"));
    }
    var _ = fanOut.record(progress.event());
    return Optional.empty();
  }

  private Optional<String> foreign(boolean ours, String node, SubtaskId subtask) {
    var known = Optional.ofNullable(subtasks.get(subtask));
    if (!ours || known.isEmpty()) {
      return Optional.of(subtask + " is not of run " + plan.run());
    }
    return known.get().node().equals(node)
        ? Optional.empty()
        : Optional.of(subtask + " was never given to " + node);
  }

  private static boolean speaksOnlyOf(String node, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> true;
      case Outcome.Completed done ->
          Stream.of(
                  done.findings().stream().map(finding -> finding.node()),
                  done.doubts().stream().map(doubt -> doubt.node()),
                  done.coverage().stream().map(coverage -> coverage.node()))
              .flatMap(Function.identity())
              .allMatch(node::equals);
    };
  }

  private static Optional<String> notTheirs() {
    return Optional.of("only the coordinator records such an event");
  }
}
