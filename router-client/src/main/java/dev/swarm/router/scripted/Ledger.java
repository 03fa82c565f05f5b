package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Received.Prefix;
import dev.swarm.router.scripted.Statistics.Level;
import dev.swarm.router.scripted.Statistics.Load;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts. The event loop writes, anybody reads: each method is one short critical section. */
final class Ledger {
  private static final long BUCKET = 100;
  private static final int MOST_LOADS = 36_000;
  private static final int MOST_PAUSES = 100_000;

  private final InstantSource clock;
  private final Instant began;
  private final int keep;
  private final ArrayDeque<Received> received = new ArrayDeque<>();
  private final ArrayDeque<Load> load = new ArrayDeque<>();
  private final Map<Seed, Instant> pauses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Seed, Instant> eldest) {
          return size() > MOST_PAUSES;
        }
      };
  private long requests;
  private long replies;
  private long refused;
  private long overloaded;
  private long aborted;
  private long spoiled;
  private long hasty;
  private long unauthorized;
  private long probes;
  private long bytesIn;
  private long bytesOut;
  private long prefixesKept;
  private long prefixesBroken;
  private int open;
  private int mostOpen;
  private int working;
  private int mostWorking;
  private int queued;
  private int mostQueued;
  private Duration busy = Duration.ZERO;
  private Instant changed;

  Ledger(InstantSource clock, int keep) {
    this.clock = clock;
    this.keep = keep;
    this.began = clock.instant();
    this.changed = began;
  }

  /** Takes a request in; tells its number. */
  synchronized long arrived(int bytes) {
    bytesIn += bytes;
    open++;
    mostOpen = Math.max(mostOpen, open);
    return ++requests;
  }

  synchronized void read(Received request, Seed content) {
    if (request.prefix() == Prefix.KEPT) {
      prefixesKept++;
    } else if (request.prefix() == Prefix.BROKEN) {
      prefixesBroken++;
    }
    var until = pauses.remove(content);
    if (until != null && clock.instant().isBefore(until)) {
      hasty++;
    }
    if (keep > 0) {
      received.add(request);
      while (received.size() > keep) {
        var _ = received.remove();
      }
    }
  }

  synchronized void replied(long bytes) {
    replies++;
    left(bytes);
  }

  synchronized void refused(Refusal refusal) {
    refused++;
    if (refusal.status() == 429 || refusal.status() == 503) {
      overloaded++;
    }
    left(refusal.body().length());
  }

  /** The request with this content was asked to stay away for so long. */
  synchronized void paused(Seed content, Duration wait) {
    pauses.put(content, clock.instant().plus(wait));
  }

  synchronized void aborted() {
    aborted++;
    left(0);
  }

  synchronized void spoiled() {
    spoiled++;
    left(0);
  }

  private void left(long bytes) {
    open--;
    bytesOut += bytes;
  }

  synchronized void unauthorized() {
    unauthorized++;
  }

  synchronized void probed() {
    probes++;
  }

  /** So many work and wait from now on. */
  synchronized void load(int working, int queued) {
    if (working == this.working && queued == this.queued) {
      return;
    }
    account();
    this.working = working;
    this.queued = queued;
    mostWorking = Math.max(mostWorking, working);
    mostQueued = Math.max(mostQueued, queued);
    sample();
  }

  private void account() {
    var now = clock.instant();
    busy = busy.plus(Duration.between(changed, now).multipliedBy(working));
    changed = now;
  }

  private void sample() {
    long bucket = Duration.between(began, changed).toMillis() / BUCKET;
    var at = Duration.ofMillis(bucket * BUCKET);
    var last = load.peekLast();
    if (last != null && last.at().equals(at)) {
      var _ = load.removeLast();
      load.add(new Load(at, Math.max(last.working(), working), Math.max(last.queued(), queued)));
      return;
    }
    load.add(new Load(at, working, queued));
    if (load.size() > MOST_LOADS) {
      var _ = load.remove();
    }
  }

  synchronized List<Received> received() {
    return List.copyOf(received);
  }

  synchronized Statistics statistics() {
    account();
    return new Statistics(
        requests,
        replies,
        refused,
        overloaded,
        aborted,
        spoiled,
        hasty,
        unauthorized,
        probes,
        new Level(open, mostOpen),
        new Level(working, mostWorking),
        new Level(queued, mostQueued),
        busy,
        bytesIn,
        bytesOut,
        prefixesKept,
        prefixesBroken,
        List.copyOf(load));
  }
}
