package dev.swarm.coordinator;

import dev.swarm.bus.Door;
import dev.swarm.bus.RefusedException;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Follow;
import dev.swarm.protocol.Followed;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Submission;
import dev.swarm.protocol.Submitted;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What commands hand over to a coordinator that stays: it leads their runs, and they follow from
 * wherever they are. Runs that it took over can be followed as well. Any thread.
 */
public final class Submissions {
  /** Runs that have ended stay for those who have not heard of it yet. */
  private static final int ENDED = 20;

  private static final int EVENTS_AT_ONCE = 100;
  private static final Optional<String> BUS = Optional.of("bus");

  private final Coordinator coordinator;
  private final Map<RunId, Kept> runs = new LinkedHashMap<>();

  /** Of one run: what happened, and whose it is. */
  private static final class Kept {
    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Run> submitters = new HashMap<>();

    /** Heard as often as somebody follows; each event counts once. */
    synchronized void add(Recorded recorded) {
      if (recorded.sequence() == events.size() + 1) {
        events.add(recorded);
      }
    }

    synchronized List<Recorded> after(long sequence) {
      int from = Math.clamp(sequence, 0, events.size());
      return List.copyOf(events.subList(from, Math.min(events.size(), from + EVENTS_AT_ONCE)));
    }

    synchronized boolean ended() {
      return !events.isEmpty() && events.getLast().event() instanceof Event.RunEnded;
    }

    synchronized void wanted(String process, Run run) {
      var _ = submitters.putIfAbsent(process, run);
    }

    synchronized Optional<Run> unwanted(String process) {
      return Optional.ofNullable(submitters.remove(process));
    }
  }

  public Submissions(Coordinator coordinator) {
    this.coordinator = coordinator;
  }

  /** Hears them by {@code door} from its next {@link Door#attach} on. */
  public void hear(Door door) {
    var _ =
        door.on(Verb.SUBMIT, came -> submitted(came.from().process(), came.message()))
            .on(Verb.FOLLOW, came -> followed(came.message()))
            .on(Verb.WITHDRAW, came -> withdrawn(came.from().process(), came.message().run()));
  }

  /** A run that was taken over from another coordinator can be followed here from now on. */
  public void tookOver(Run run) {
    var kept = kept(run.id());
    var _ = coordinator.follow(run.id(), kept::add);
  }

  private Future<Submitted> submitted(String process, Submission submission) {
    try {
      var audit = audit(submission);
      var before = new Kept();
      var run = coordinator.run(audit, BUS, submission.concurrency(), before::add);
      keep(run, process, before);
      return Future.succeededFuture(new Submitted(run.id()));
    } catch (IllegalArgumentException e) {
      return refused(Refusal.NONSENSE, String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      return refused(Refusal.UNAVAILABLE, "no run is begun now: " + e.getMessage());
    }
  }

  private synchronized void keep(Run run, String process, Kept fresh) {
    var kept = runs.computeIfAbsent(run.id(), _ -> fresh);
    kept.wanted(process, run);
    forget();
  }

  private synchronized Kept kept(RunId run) {
    forget();
    return runs.computeIfAbsent(run, _ -> new Kept());
  }

  private void forget() {
    long ended = runs.values().stream().filter(Kept::ended).count();
    for (Iterator<Kept> each = runs.values().iterator(); ended > ENDED && each.hasNext(); ) {
      if (each.next().ended()) {
        each.remove();
        ended--;
      }
    }
  }

  private synchronized Optional<Kept> known(RunId run) {
    return Optional.ofNullable(runs.get(run));
  }

  private Future<Followed> followed(Follow follow) {
    return known(follow.run())
        .map(kept -> Future.succeededFuture(new Followed(follow.run(), kept.after(follow.after()))))
        .orElseGet(() -> refused(Refusal.UNAVAILABLE, "run " + follow.run() + " is not led here"));
  }

  private Future<Noted> withdrawn(String process, RunId run) {
    known(run).flatMap(kept -> kept.unwanted(process)).ifPresent(Run::cancel);
    return Future.succeededFuture(new Noted());
  }

  private static Audit audit(Submission asked) {
    return new Audit(
        asked.nodes().isEmpty()
            ? new Target.Matching(asked.labels())
            : new Target.Named(asked.nodes()),
        asked.limit().map(Limit::new),
        asked.areas(),
        asked.checks(),
        asked.budget(),
        asked.deadline(),
        asked.mind(),
        asked.known(),
        asked.byPlatform(),
        asked.question());
  }

  /** What has to be said so that another coordinator leads {@code audit}. */
  public static Submission of(Audit audit) {
    return of(audit, Optional.empty());
  }

  /** The same with at most {@code atOnce} subtasks under way at once. */
  public static Submission of(Audit audit, Optional<Integer> atOnce) {
    var named = audit.target() instanceof Target.Named(var nodes) ? nodes : List.<String>of();
    var labels =
        audit.target() instanceof Target.Matching(var those) ? those : Map.<String, String>of();
    return new Submission(
        named,
        labels,
        audit.limit().map(Limit::text),
        audit.areas(),
        audit.checks(),
        audit.budget(),
        audit.deadline(),
        audit.mind(),
        audit.known(),
        audit.byPlatform(),
        audit.question(),
        atOnce);
  }

  private static <T> Future<T> refused(int code, String reason) {
    return Future.failedFuture(new RefusedException(code, reason));
  }
}
