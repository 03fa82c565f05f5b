package dev.swarm.coordinator;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.SubtaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges what nodes send: does it belong to this run, does it count, did it come before. */
final class Reception {
  /** Attempts that a coordinator before us can have made without our knowledge, at most. */
  private static final int UNSEEN = 4;

  private final Docket docket;
  private final Recollection recollection;
  private final BooleanSupplier over;
  private final Map<SubtaskId, Home> home = new HashMap<>();

  Reception(Docket docket, Recollection recollection, BooleanSupplier over) {
    this.docket = docket;
    this.recollection = recollection;
    this.over = over;
  }

  /** The outcome that counts for a subtask, by its attempt. */
  private record Home(int attempt, CompletableFuture<Void> kept) {}

  /** An outcome that came home before this coordinator led the run. */
  void recall(Outcome outcome) {
    home.put(
        outcome.subtask(), new Home(outcome.attempt(), CompletableFuture.completedFuture(null)));
  }

  /** Records what of {@code news} is of this run, or says why some of it is not. */
  Optional<String> news(News news) {
    var refused = news.events().stream().flatMap(event -> happened(news, event).stream()).toList();
    return refused.stream().findFirst();
  }

  private Optional<String> happened(News news, Event event) {
    return switch (event) {
      case Event.ToolCalled e -> happened(news, e.subtask(), e);
      case Event.ToolReturned e -> happened(news, e.subtask(), e);
      case Event.ModelAsked e -> happened(news, e.subtask(), e);
      case Event.ModelReplied e -> happened(news, e.subtask(), e);
      case Event.Escalated e -> happened(news, e.subtask(), e);
      case Event.ClaimJudged e -> happened(news, e.subtask(), e);
      case Event.RunStarted _, Event.RunEnded _, Event.NodeJoined _ -> notTheirs();
      case Event.SubtaskQueued _, Event.SubtaskOffered _, Event.SubtaskAccepted _ -> notTheirs();
      case Event.SubtaskRefused _, Event.SubtaskEnded _, FleetEvent _ -> notTheirs();
    };
  }

  /** Takes an outcome, or says why not. */
  Verdict delivered(Delivery delivery) {
    var outcome = delivery.outcome();
    if (delivery.epoch() > docket.epoch()) {
      return new Verdict.Superseded(
          "epoch " + delivery.epoch() + " is past " + docket.epoch() + ", which was ours");
    }
    var foreign = foreign(delivery.node(), outcome.subtask());
    if (foreign.isPresent()) {
      return new Verdict.Nonsense(foreign.get());
    }
    var before = Optional.ofNullable(home.get(outcome.subtask()));
    if (before.map(Home::attempt).filter(attempt -> attempt == outcome.attempt()).isPresent()) {
      return new Verdict.Counts(before.get().kept(), true);
    }
    if (over.getAsBoolean()) {
      return new Verdict.TooLate("the run has ended without this outcome");
    }
    catchUp(outcome);
    if (!docket.gathering().awaits(outcome)) {
      return unawaited(outcome);
    }
    if (!speaksOnlyOf(delivery.node(), outcome)) {
      return misattributed(outcome);
    }
    ledTo(delivery);
    return counts(outcome);
  }

  /** What came with an outcome is recorded before it, and only of its own subtask. */
  private void ledTo(Delivery delivery) {
    var news = new News(delivery.run(), delivery.node(), delivery.epoch(), delivery.news());
    var _ = news(news);
  }

  /** Whoever led before us may have made attempts that we never heard of. */
  private void catchUp(Outcome outcome) {
    var subtask = docket.subtask(outcome.subtask()).orElseThrow();
    boolean open = !(docket.gathering().phase(subtask.id()).orElseThrow() instanceof Phase.Ended);
    int unseen = outcome.attempt() - docket.attempts(subtask);
    if (open && docket.epoch() > 1 && unseen > 0 && unseen <= UNSEEN) {
      recollection.catchUp(subtask, outcome.attempt());
    }
  }

  private Verdict counts(Outcome outcome) {
    var kept = docket.end(outcome);
    home.put(outcome.subtask(), new Home(outcome.attempt(), kept));
    return new Verdict.Counts(kept, false);
  }

  private Verdict misattributed(Outcome outcome) {
    var reason = "the outcome speaks of another node than its own";
    var failed =
        new Outcome.Failed(
            outcome.subtask(), outcome.attempt(), Cause.INTERNAL, reason, Effort.NONE);
    if (docket.gathering().awaits(failed)) {
      var _ = docket.end(failed);
    }
    return new Verdict.Nonsense(reason);
  }

  private Verdict unawaited(Outcome outcome) {
    var phase = docket.gathering().phase(outcome.subtask());
    int made = phase.map(Phase::attempt).orElse(0);
    return outcome.attempt() > made
        ? new Verdict.Nonsense("attempt " + outcome.attempt() + " was never offered")
        : new Verdict.TooLate(outcome.subtask() + " has gone on without this outcome");
  }

  private Optional<String> happened(News news, SubtaskId subtask, Event event) {
    var foreign = foreign(news.node(), subtask);
    if (foreign.isPresent() || over.getAsBoolean()) {
      return foreign.or(() -> Optional.of("the run has ended"));
    }
    docket.happened(subtask, event);
    return Optional.empty();
  }

  private Optional<String> foreign(String node, SubtaskId subtask) {
    var known = docket.subtask(subtask);
    if (known.isEmpty()) {
      return Optional.of(subtask + " is not of run " + docket.run());
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
