package dev.swarm.coordinator.http;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.http.view.FindingBook;
import dev.swarm.coordinator.http.view.Recents;
import dev.swarm.coordinator.http.view.Reports;
import dev.swarm.coordinator.http.view.RunBook;
import dev.swarm.coordinator.http.view.RunFold;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.EventLog;
import dev.swarm.coordinator.store.Placed;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.RunId;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The HTTP server of a coordinator. It has event loops of its own, so that whatever is asked of it,
 * runs go on at their pace.
 */
public final class WebServer implements AutoCloseable {
  private static final int LOOPS = 2;
  private static final long START_SECONDS = 20;

  /** So many of the newest runs are looked at when it starts, for what was in them lately. */
  private static final int LOOKED_AT = 24;

  private final Parts parts;
  private final Vertx vertx;
  private final Readings readings = new Readings();
  private final Recents recents = new Recents();
  private final Models models = new Models();
  private final Set<RunId> looked = new HashSet<>();
  private final RunBook runs;
  private final Feed feed;
  private final EventStream stream;
  private final HttpServer server;
  private List<Route> routes = List.of();
  private volatile boolean closed;

  /**
   * What it tells of, and with whom it works.
   *
   * @param storeBytes size of the store
   * @param schedules as they are shown
   * @param joined whether the coordinator is on its bus
   * @param policy what exit codes rest on
   * @param clock wall clock
   * @param steady one that never jumps
   * @param log hears of bugs of ours
   */
  public record Parts(
      HttpSettings settings,
      Self self,
      Coordinator coordinator,
      RunStore store,
      EventLog events,
      Lives lives,
      LongSupplier storeBytes,
      Audits audits,
      Supplier<List<RouterView>> routers,
      Supplier<? extends List<?>> schedules,
      BooleanSupplier joined,
      Policy policy,
      InstantSource clock,
      InstantSource steady,
      Consumer<String> log) {}

  /**
   * Starts it; blocks until it listens.
   *
   * @throws ServerException if it cannot listen
   */
  public static WebServer start(Parts parts) throws ServerException {
    return start(parts, EventStream.Patience.STANDARD);
  }

  static WebServer start(Parts parts, EventStream.Patience patience) throws ServerException {
    return new WebServer(parts, patience);
  }

  private WebServer(Parts parts, EventStream.Patience patience) throws ServerException {
    this.parts = parts;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true));
    var reports = new Reports(parts.store());
    this.runs = new RunBook(parts.store(), reports, parts.policy(), parts.clock());
    this.feed = new Feed(parts.events(), this::happened);
    var standing = new Standing(parts.coordinator(), parts.clock());
    var findings = new FindingBook(parts.lives(), reports, parts.clock());
    var books = new Books(runs, reports, findings, recents, standing, feed);
    var counts = new ReaderCounts(parts.steady());
    var limits = parts.settings().limits();
    this.stream = new EventStream(vertx, feed, standing, readings, counts, limits, patience);
    this.server = Listening.server(vertx, parts.settings(), site(books, counts));
    listen();
    readings.execute(this::look);
  }

  private Site site(Books books, ReaderCounts counts) {
    var settings = parts.settings();
    var sessions = new Sessions(parts.steady());
    var requests = new Requests();
    routes =
        Stream.of(
                new FleetResource(parts, books).routes(),
                new NodesResource(books).routes(),
                new RunsResource(parts, books).routes(),
                new RunResource(parts, books).routes(),
                new ReportResource(parts, books).routes(),
                new FindingsResource(parts, books).routes(),
                new OverviewResource(parts, models).routes(),
                stream.routes(),
                new SessionResource(settings, sessions).routes(),
                new HealthResource(parts).routes(),
                new MetricsResource(parts, books, requests, counts).routes(),
                new DocumentResource().routes())
            .flatMap(List::stream)
            .toList();
    return new Site(
        routes,
        new Gate(settings, sessions, parts.steady()),
        new Replies(settings.tls().isPresent(), parts.log()),
        requests,
        stream,
        readings,
        parts.steady(),
        settings.limits().bodyBytes());
  }

  private void listen() throws ServerException {
    var settings = parts.settings();
    try {
      var _ =
          server
              .listen(settings.port(), settings.host())
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw ServerException.of(settings, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw ServerException.of(settings, e);
    }
  }

  /** Everything that is served, but the pages. */
  List<Route> routes() {
    return routes;
  }

  /** Where it listens; the port that it got, where any would do. */
  public int port() {
    return server.actualPort();
  }

  /** On the feed's thread. */
  private void happened(Placed placed) {
    runs.add(placed).ifPresent(this::ended);
  }

  private void ended(RunFold run) {
    boolean fresh;
    synchronized (looked) {
      fresh = looked.add(run.run());
    }
    if (fresh) {
      recents.add(run);
      models.add(run);
    }
  }

  /** What was in the newest runs, and what open ones have come to; older ones one at a time. */
  private void look() {
    try {
      var all = parts.store().runs().runs();
      all.stream().limit(LOOKED_AT).forEach(this::look);
      further(all.stream().skip(LOOKED_AT).iterator());
    } catch (StoreException e) {
      parts.log().accept("could not look at the newest runs: " + e.getMessage());
    }
  }

  /**
   * The next of the older runs, of which only the figures of models stay; then others have a turn.
   */
  private void further(Iterator<RunSummary> older) {
    if (closed || !older.hasNext()) {
      return;
    }
    var run = older.next();
    try {
      if (run.ending() != RunSummary.Ending.DAMAGED && !models.knows(run.id())) {
        var fold = runs.passing(run.id());
        if (fold.ended()) {
          models.add(fold);
        }
      }
    } catch (StoreException e) {
      parts.log().accept("could not look at run " + run.id() + ": " + e.getMessage());
    }
    later(() -> further(older));
  }

  /** With too much waiting it goes on at once: one thread of several is taken for a while. */
  private void later(Runnable work) {
    try {
      readings.execute(work);
    } catch (ProblemException e) {
      work.run();
    }
  }

  private void look(RunSummary run) {
    if (run.ending() == RunSummary.Ending.DAMAGED) {
      return;
    }
    try {
      var fold = runs.fold(run.id());
      if (fold.ended()) {
        ended(fold);
      }
    } catch (StoreException e) {
      parts.log().accept("could not look at run " + run.id() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    stream.close();
    feed.close();
    readings.close();
    var _ = vertx.close();
  }
}
