package dev.swarm.coordinator.http;

import dev.swarm.protocol.RunId;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody who reads events. It takes as much as the connection takes, and keeps nothing: what is
 * not read yet stays in the log. One that does not read for a while is told what it misses, and one
 * that goes on not reading is dropped. Everything happens on its own context.
 */
final class Reader {
  private static final int BUFFER = 64 << 10;
  private static final int FROM_LOG = 64;

  private final HttpServerResponse response;
  private final Context context;
  private final Feed feed;
  private final Optional<RunId> run;
  private final Executor readings;
  private final ReaderCounts counts;
  private final AtomicBoolean woken = new AtomicBoolean();
  private long position;
  private boolean catchingUp;
  private boolean gone;
  private boolean marked;
  private Optional<Instant> full = Optional.empty();

  Reader(
      HttpServerResponse response,
      Context context,
      Feed feed,
      long position,
      Optional<RunId> run,
      Executor readings,
      ReaderCounts counts) {
    this.response = response;
    this.context = context;
    this.feed = feed;
    this.position = position;
    this.run = run;
    this.readings = readings;
    this.counts = counts;
    var _ = response.setWriteQueueMaxSize(BUFFER);
  }

  /** There may be something new; from any thread. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      context.runOnContext(_ -> {
        woken.set(false);
        pump();
      });
    }
  }

  /** Writes as long as the other side takes it. */
  void pump() {
    while (!gone && !catchingUp && !response.writeQueueFull()) {
      var next = feed.ring().after(position);
      if (next.isEmpty()) {
        catchUp();
        return;
      }
      if (next.get().isEmpty()) {
        return;
      }
      write(next.get());
    }
    if (!gone && response.writeQueueFull()) {
      waitUntilDrained();
    }
  }

  private void waitUntilDrained() {
    if (full.isEmpty()) {
      var _ = response.drainHandler(_ -> drained());
      full = Optional.of(counts.now());
    }
  }

  private void drained() {
    full = Optional.empty();
    marked = false;
    pump();
  }

  private void catchUp() {
    catchingUp = true;
    long from = position;
    try {
      readings.execute(() -> {
        try {
          long ringBegins = feed.ring().before();
          long oldest = feed.oldest();
          var told = feed.after(from, FROM_LOG).stream().map(Told::of).toList();
          context.runOnContext(_ -> caughtUp(oldest, told, ringBegins));
        } catch (RuntimeException e) {
          context.runOnContext(_ -> end());
        }
      });
    } catch (ProblemException busy) {
      catchingUp = false;
    }
  }

  private void caughtUp(long oldest, List<Told> told, long ringBegins) {
    catchingUp = false;
    missed(position + 1, oldest - 1);
    for (var one : told) {
      if (response.writeQueueFull()) {
        break; // the rest is read again when there is room
      }
      write(List.of(one));
    }
    if (told.isEmpty()) {
      // nothing is left between here and where the ring began when the log was read
      position = Math.max(position, ringBegins);
    }
    pump();
  }

  /**
   * What it wants of them, small ones together. Not all in one: whether the connection still takes
   * something is told by how many writes wait, whatever their size.
   */
  private void write(List<Told> few) {
    var together = new ArrayList<Buffer>();
    int bytes = 0;
    for (var one : few) {
      position = one.position();
      if (isWanted(one)) {
        if (bytes + one.text().length() > BUFFER) {
          send(together);
          together.clear();
          bytes = 0;
        }
        together.add(one.text());
        bytes += one.text().length();
      }
    }
    send(together);
  }

  private void send(List<Buffer> texts) {
    if (!texts.isEmpty()) {
      send(texts.size() == 1 ? texts.getFirst() : joined(texts));
    }
  }

  private boolean isWanted(Told one) {
    return run.filter(only -> !only.equals(one.run())).isEmpty();
  }

  private static Buffer joined(List<Buffer> texts) {
    var whole = Buffer.buffer(texts.stream().mapToInt(Buffer::length).sum());
    texts.forEach(text -> {
      var _ = whole.appendBuffer(text);
    });
    return whole;
  }

  /** Something that has no place in the log: a heartbeat, the state of the fleet; any thread. */
  void aside(Buffer text) {
    context.runOnContext(_ -> {
      if (!response.writeQueueFull()) {
        send(text);
      }
    });
  }

  /** Tells it that there is a stretch that it does not get. */
  void missed(long from, long to) {
    if (to >= from) {
      counts.gap();
      send(Told.gap(from, to));
      position = to;
    }
  }

  private void send(Buffer text) {
    if (!gone && !response.ended()) {
      var _ = response.write(text).onFailure(_ -> closed());
    }
  }

  /** Looks whether it reads at all; once a second, on any thread. */
  void look(Instant now, Duration slow, Duration dead) {
    context.runOnContext(_ -> {
      pump();
      full.map(since -> Duration.between(since, now)).ifPresent(still -> stands(still, slow, dead));
    });
  }

  private void stands(Duration still, Duration slow, Duration dead) {
    if (gone) {
      return;
    }
    if (still.compareTo(dead) >= 0) {
      counts.dropped();
      end();
    } else if (still.compareTo(slow) >= 0 && !marked) {
      marked = true;
      missed(position + 1, feed.ring().newest());
    }
  }

  /** The other side has gone. */
  void closed() {
    gone = true;
  }

  private void end() {
    gone = true;
    var _ = response.reset();
  }
}
