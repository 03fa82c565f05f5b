package dev.swarm.coordinator.http;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.http.view.NodePulse;
import dev.swarm.protocol.RunId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** {@code /events}: what happens, as server-sent events, to everybody who reads. */
final class EventStream implements AutoCloseable {
  static final String PATH = "/events";
  private static final int HEARTBEAT = 15;
  private static final Buffer BEAT = Buffer.buffer(": still here\n\n");

  private final Vertx vertx;
  private final Feed feed;
  private final Standing standing;
  private final Executor readings;
  private final ReaderCounts counts;
  private final Limits limits;
  private final Patience patience;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final long timer;
  private final Map<String, NodePulse> told = new ConcurrentHashMap<>();
  private int seconds;

  /**
   * How long one that does not read is waited for.
   *
   * @param slow until it is told that it misses something
   * @param dead until it is dropped
   */
  record Patience(Duration slow, Duration dead) {
    static final Patience STANDARD = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /** The state of some nodes. */
  private record Nodes(Instant time, List<NodePulse> nodes) {}

  EventStream(
      Vertx vertx,
      Feed feed,
      Standing standing,
      Executor readings,
      ReaderCounts counts,
      Limits limits,
      Patience patience) {
    this.vertx = vertx;
    this.feed = feed;
    this.standing = standing;
    this.readings = readings;
    this.counts = counts;
    this.limits = limits;
    this.patience = patience;
    this.timer = vertx.setPeriodic(1_000, _ -> tick());
  }

  /** Where it is; what is done there is {@link #open}, and for HEAD nothing. */
  List<Route> routes() {
    return List.of(Route.get(PATH, _ -> Reply.of(200, "text/event-stream", ""), "after", "run"));
  }

  /**
   * Begins to write to {@code response}.
   *
   * @param after the last position that the reader has; empty for what comes from now on
   */
  void open(HttpServerResponse response, Optional<Long> after, Optional<RunId> run) {
    if (counts.reading() >= limits.readers()) {
      throw ProblemException.later(
          503, 10, limits.readers() + " read events already", "close some, or ask again later");
    }
    long newest = feed.ring().newest();
    long from = Math.min(after.orElse(newest), newest);
    var reader = reader(response, from, run);
    var _ = response.putHeader("content-type", "text/event-stream").setChunked(true);
    var _ = response.write("retry: 1000\n\n");
    if (after.filter(position -> position > newest).isPresent()) {
      // it was told of another log: whatever it knows, it has to ask again, even if this one is
      // empty
      reader.missed(1, Math.max(1, newest));
    }
    describe(reader);
    reader.pump();
  }

  private Reader reader(HttpServerResponse response, long from, Optional<RunId> run) {
    Context context = vertx.getOrCreateContext();
    var reader = new Reader(response, context, feed, from, run, readings, counts);
    var registration = feed.onNews(reader::wake);
    var _ = readers.add(reader);
    var _ = counts.opened();
    var _ =
        response.closeHandler(_ -> {
          if (readers.remove(reader)) {
            registration.close();
            counts.closed();
          }
          reader.closed();
        });
    var _ = response.exceptionHandler(_ -> reader.closed());
    return reader;
  }

  /** A new reader hears of all nodes. */
  private void describe(Reader reader) {
    var _ =
        standing
            .soon()
            .onSuccess(nodes -> reader.aside(text(nodes.stream().map(NodePulse::of).toList())));
  }

  private Buffer text(List<NodePulse> nodes) {
    var json = Json.encode(new Nodes(standing.now(), nodes));
    return Buffer.buffer("event: fleet\ndata: " + json + "\n\n");
  }

  private void tick() {
    seconds++;
    if (readers.isEmpty()) {
      return;
    }
    var now = counts.now();
    readers.forEach(reader -> reader.look(now, patience.slow(), patience.dead()));
    if (seconds % HEARTBEAT == 0) {
      readers.forEach(reader -> reader.aside(BEAT));
    }
    var _ = standing.soon().onSuccess(this::changed);
  }

  /** Tells of the nodes that are not as they were when they were last told of. */
  private void changed(List<NodeView> nodes) {
    var news = new ArrayList<NodePulse>();
    for (var node : nodes) {
      var pulse = NodePulse.of(node);
      if (!pulse.equals(told.put(pulse.name(), pulse))) {
        news.add(pulse);
      }
    }
    if (!news.isEmpty()) {
      var text = text(news);
      readers.forEach(reader -> reader.aside(text));
    }
  }

  @Override
  public void close() {
    boolean _ = vertx.cancelTimer(timer);
  }
}
