package dev.swarm.coordinator.schedule;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs the audits of schedules with a coordinator, and finds them again in its store.
 *
 * @param audits what is to be asked for a schedule; made anew for each run
 */
public record AuditStarter(
    Coordinator coordinator, RunStore store, Timers timers, Function<Schedule, Audit> audits)
    implements Starter {
  /** A run without an end is given up for dead so long after its deadline. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public RunId start(Schedule schedule, Runnable ended) {
    var by = Optional.of(schedule.by());
    var run = coordinator.run(audits.apply(schedule), by, _ -> {});
    var _ = run.ended().onComplete(_ -> ended.run());
    return run.id();
  }

  @Override
  public Optional<Found> found(Schedule schedule, Instant since) {
    return store.runs().runs().stream()
        .filter(run -> !run.started().isBefore(since))
        .filter(run -> isOf(schedule, run))
        .map(run -> new Found(run.id(), run.started()))
        .findFirst();
  }

  private boolean isOf(Schedule schedule, RunSummary run) {
    return run.ending() != Ending.DAMAGED
        && store.events(run.id()).getFirst().event() instanceof Event.RunStarted started
        && started.by().filter(schedule.by()::equals).isPresent();
  }

  @Override
  public Optional<String> ending(Schedule schedule, RunId run) {
    var kept = store.runs().runs().stream().filter(one -> one.id().equals(run)).findFirst();
    return kept.map(one -> state(schedule, one)).orElse(Optional.of("deleted"));
  }

  private Optional<String> state(Schedule schedule, RunSummary run) {
    boolean open = run.ending() == Ending.UNFINISHED;
    var over = run.started().plus(audits.apply(schedule).deadline()).plus(PATIENCE);
    return open && timers.now().isBefore(over)
        ? Optional.empty()
        : Optional.of(run.ending().name().toLowerCase(Locale.ROOT));
  }
}
