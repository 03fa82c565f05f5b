package dev.swarm.coordinator.http;

import dev.swarm.bus.Door;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.Retention;
import dev.swarm.coordinator.store.RunHistory;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.coordinator.store.StoreState;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server on loopback, over a real store; the coordinator has no node to ask. */
final class Served implements AutoCloseable {
  static final RunId NEWER = new RunId("20261120-200400-7f3a");

  /** Enough for a test, which asks from one address. */
  private static final Limits LIMITS =
      new Limits(100_000, 100_000, 3_000, 1_000, 2, 4_096, 8_192, Duration.ofSeconds(2));

  final SqliteStore store;

  /** What the store says of itself, where a test wants another word than its own. */
  volatile Optional<StoreState> pretended = Optional.empty();

  final List<String> log = new CopyOnWriteArrayList<>();
  final Coordinator coordinator;
  private final Vertx vertx = Vertx.vertx();
  private final WebServer server;

  Served(Path folder) throws ServerException {
    this(folder, HttpSettings.LOCAL, EventStream.Patience.STANDARD);
  }

  Served(Path folder, HttpSettings settings, EventStream.Patience patience) throws ServerException {
    this(folder, settings, patience, LIMITS);
  }

  Served(Path folder, HttpSettings settings, EventStream.Patience patience, Limits limits)
      throws ServerException {
    var clock = new SystemClock();
    store = SqliteStore.staying(folder, Retention.of(500), clock);
    var session = "s1";
    var door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.COORDINATOR, "c1", session)),
            new CoordinatorDoorkeeper(session),
            List.of(Addresses.coordinator(session), Addresses.BEATS),
            Runnable::run,
            Runnable::run,
            _ -> {});
    coordinator =
        new Coordinator(
            vertx,
            door,
            store,
            Timers.of(vertx, clock),
            Pace.standard(),
            "0.1.0",
            Tenure.PASSING,
            Optional::empty);
    var _ = door.attach(vertx.eventBus()).toCompletionStage().toCompletableFuture().join();
    coordinator.expect(List.of("n1"));
    var anywhere = new HttpSettings(settings.host(), 0, settings.tokens(), settings.tls(), limits);
    server =
        WebServer.start(
            new WebServer.Parts(
                anywhere,
                new Self("c1", "0.1.0", session, false),
                coordinator,
                new Pretending(store, this),
                store,
                store.lives(),
                () -> 4096,
                new Known(),
                () -> List.of(new RouterView("gpu", "http://gpu/v1", List.of("m"), 4, 1, 0)),
                List::of,
                () -> true,
                Policy.STANDARD,
                clock,
                clock,
                log::add),
            patience);
  }

  private record Pretending(SqliteStore store, Served test) implements RunStore {
    @Override
    public CompletableFuture<Void> append(Recorded recorded) {
      return store.append(recorded);
    }

    @Override
    public List<Recorded> events(RunId run) {
      return store.events(run);
    }

    @Override
    public RunHistory runs() {
      return store.runs();
    }

    @Override
    public List<Judged> judgements() {
      return store.judgements();
    }

    @Override
    public StoreState state() {
      return test.pretended.orElseGet(store::state);
    }

    @Override
    public Optional<String> notKept() {
      return store.notKept();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  /** What can be asked here. */
  private static final class Known implements Audits {
    @Override
    public List<String> areas() {
      return List.of("storage", "services");
    }

    @Override
    public List<String> checks() {
      return List.of("storage.space");
    }

    @Override
    public Audit of(Wish wish) {
      return new Audit(
          wish.nodes().orElse(List.of("n1")),
          wish.areas().orElse(areas()).stream().map(Area::new).toList(),
          List.of(),
          Budget.standard(Duration.ofSeconds(30)),
          Duration.ofMinutes(1),
          "playbook");
    }
  }

  int port() {
    return server.port();
  }

  List<Route> routes() {
    return server.routes();
  }

  Client client() {
    return new Client(port());
  }

  /** Keeps the recorded audits of the reports' tests: two of the same fleet. */
  Served withHistory() throws IOException {
    keep(recorded("history-before.jsonl"));
    keep(recorded("history.jsonl"));
    // what is shown follows the log, a moment behind what is committed
    while (!client().get(Route.ROOT + "/runs/" + NEWER).json().has("endedAt")) {
      Thread.onSpinWait();
    }
    return this;
  }

  void keep(List<Recorded> events) {
    var kept = events.stream().map(store::append).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(kept).join();
  }

  static List<Recorded> recorded(String name) throws IOException {
    var path = "/dev/swarm/coordinator/report/" + name;
    var stream = Objects.requireNonNull(Served.class.getResourceAsStream(path), path);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> Wire.decode(line, Recorded.class)).toList();
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
    var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
