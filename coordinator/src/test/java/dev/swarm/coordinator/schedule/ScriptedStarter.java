package dev.swarm.coordinator.schedule;

import dev.swarm.coordinator.time.CrankedTimers;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts nothing, and says that it did; runs end when a test says so. */
final class ScriptedStarter implements Starter {
  private final CrankedTimers timers;
  private final List<Started> started = new ArrayList<>();
  private final Map<RunId, String> endings = new HashMap<>();
  private final Map<RunId, Runnable> waiting = new HashMap<>();
  private Optional<RuntimeException> trouble = Optional.empty();
  private boolean open;

  record Started(String schedule, RunId run, Instant at) {}

  ScriptedStarter(CrankedTimers timers) {
    this.timers = timers;
  }

  /** Runs go on from now on until {@link #end}. */
  void keepOpen() {
    open = true;
  }

  void failing(RuntimeException with) {
    trouble = Optional.of(with);
  }

  void mended() {
    trouble = Optional.empty();
  }

  @Override
  public RunId start(Schedule schedule, Runnable ended) {
    trouble.ifPresent(failure -> {
      throw failure;
    });
    var run = new RunId("run-" + (started.size() + 1));
    started.add(new Started(schedule.name(), run, timers.now()));
    if (open) {
      waiting.put(run, ended);
    } else {
      endings.put(run, "complete");
    }
    return run;
  }

  void end(String how) {
    var open = List.copyOf(waiting.entrySet());
    waiting.clear();
    open.forEach(run -> {
      endings.put(run.getKey(), how);
      run.getValue().run();
    });
  }

  @Override
  public Optional<Found> found(Schedule schedule, Instant since) {
    return started.stream()
        .filter(run -> run.schedule().equals(schedule.name()) && !run.at().isBefore(since))
        .map(run -> new Found(run.run(), run.at()))
        .findFirst();
  }

  @Override
  public Optional<String> ending(Schedule schedule, RunId run) {
    return Optional.ofNullable(endings.get(run));
  }

  List<String> times() {
    return started.stream().map(run -> run.at().toString()).toList();
  }
}
