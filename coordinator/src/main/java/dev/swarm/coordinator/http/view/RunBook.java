package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.report.ExitCode;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.Placed;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every run that is kept, folded: open ones as their events come, ended ones when somebody asks,
 * and then kept at hand. Reading blocks. Any thread.
 */
public final class RunBook {
  private static final int FOLDS = 32;

  /** An open run that nobody here leads counts as running while something happens in it. */
  private static final Duration LIVELY = Duration.ofMinutes(1);

  private final RunStore store;
  private final Reports reports;
  private final Policy policy;
  private final InstantSource clock;
  private final Map<RunId, RunFold> open = new ConcurrentHashMap<>();
  private final Map<RunId, RunLine> lines = new ConcurrentHashMap<>();
  private final Map<RunId, RunFold> ended = new LinkedHashMap<>(FOLDS, 0.75f, true);

  /**
   * @param policy what exit codes rest on
   */
  public RunBook(RunStore store, Reports reports, Policy policy, InstantSource clock) {
    this.store = store;
    this.reports = reports;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Takes an event that was just committed.
   *
   * @return the run, if that was its last event
   */
  public Optional<RunFold> add(Placed placed) {
    var recorded = placed.recorded();
    var run = recorded.run();
    var fold = open.computeIfAbsent(run, RunFold::new);
    if (!fold.add(recorded, placed.position())) {
      fold = read(run);
      var _ = fold.add(recorded, placed.position());
      open.put(run, fold);
    }
    if (!fold.ended()) {
      return Optional.empty();
    }
    open.remove(run);
    keep(run, fold);
    return Optional.of(fold);
  }

  /** Whether anything of it has been committed, as far as the log was followed. */
  public boolean knows(RunId run) {
    return open.containsKey(run) || kept(run).isPresent();
  }

  /**
   * The run as it stands.
   *
   * @throws StoreException if there is no such run, or it cannot be read
   */
  public RunFold fold(RunId run) {
    // first what has ended: whoever follows the log may be on the way to there still
    var known = kept(run).or(() -> Optional.ofNullable(open.get(run)));
    return known.orElseGet(() -> {
      var fold = read(run);
      if (fold.ended()) {
        keep(run, fold);
      } else {
        // what is committed meanwhile is added by whoever follows the log
        var other = Optional.ofNullable(open.putIfAbsent(run, fold));
        return other.filter(one -> one.events() >= fold.events()).orElse(fold);
      }
      return fold;
    });
  }

  /**
   * The same, and nothing of it is kept at hand: for whoever goes through all runs once.
   *
   * @throws StoreException if there is no such run, or it cannot be read
   */
  public RunFold passing(RunId run) {
    return kept(run).orElseGet(() -> read(run));
  }

  /** The line of a run; {@code led} by somebody, as far as that is known. */
  public RunLine line(RunId run, Predicate<RunId> led) {
    return Optional.ofNullable(lines.get(run)).orElseGet(() -> line(run, fold(run), led));
  }

  private RunLine line(RunId run, RunFold fold, Predicate<RunId> led) {
    var line = fold.line();
    if (fold.ended()) {
      var whole = line.with(line.state(), Optional.of(code(run)));
      lines.put(run, whole);
      return whole;
    }
    boolean lively = fold.newest().isAfter(clock.instant().minus(LIVELY));
    var state = led.test(run) || lively ? RunState.RUNNING : RunState.UNFINISHED;
    return line.with(state, Optional.empty());
  }

  public RunDetail detail(RunId run, Predicate<RunId> led) {
    var fold = fold(run);
    return fold.detail().with(line(run, fold, led));
  }

  /** Runs newest first, after {@code before}; as many as wanted, of this state. */
  public List<RunLine> lines(
      Optional<RunId> before, Optional<RunState> state, int limit, Predicate<RunId> led) {
    var wanted = new ArrayList<RunLine>();
    var all = store.runs().runs();
    forget(all);
    for (var summary : all) {
      boolean older = before.filter(id -> summary.id().compareTo(id) >= 0).isEmpty();
      if (older && wanted.size() < limit) {
        Optional.of(lineOf(summary, led))
            .filter(line -> state.filter(is -> line.state() != is).isEmpty())
            .ifPresent(wanted::add);
      }
    }
    return wanted;
  }

  /** Lines of runs that were deleted. */
  private void forget(List<RunSummary> all) {
    if (lines.size() > all.size()) {
      var kept = all.stream().map(RunSummary::id).collect(Collectors.toSet());
      boolean _ = lines.keySet().retainAll(kept);
    }
  }

  private RunLine lineOf(RunSummary summary, Predicate<RunId> led) {
    if (summary.ending() == Ending.DAMAGED) {
      return RunLine.damaged(summary);
    }
    try {
      return line(summary.id(), led);
    } catch (StoreException e) {
      return RunLine.damaged(summary);
    }
  }

  /** Lines of the runs that have no end. */
  public List<RunLine> open(Predicate<RunId> led) {
    return open.entrySet().stream()
        .filter(one -> kept(one.getKey()).isEmpty())
        .map(one -> line(one.getKey(), one.getValue(), led))
        .filter(line -> line.state() == RunState.RUNNING)
        .sorted((one, other) -> other.id().compareTo(one.id()))
        .toList();
  }

  private int code(RunId run) {
    return ExitCode.of(reports.of(run), policy).code();
  }

  private RunFold read(RunId run) {
    var fold = new RunFold(run);
    for (Recorded recorded : store.events(run)) {
      boolean _ = fold.add(recorded, 0);
    }
    return fold;
  }

  private Optional<RunFold> kept(RunId run) {
    synchronized (ended) {
      return Optional.ofNullable(ended.get(run));
    }
  }

  private void keep(RunId run, RunFold fold) {
    synchronized (ended) {
      ended.put(run, fold);
      if (ended.size() > FOLDS) {
        var eldest = ended.keySet().iterator().next();
        var _ = ended.remove(eldest);
      }
    }
  }
}
