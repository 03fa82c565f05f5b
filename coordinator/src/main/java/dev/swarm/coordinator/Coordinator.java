package dev.swarm.coordinator;

import dev.swarm.bus.Door;
import dev.swarm.bus.Received;
import dev.swarm.bus.Turned;
import dev.swarm.coordinator.fleet.DoorLine;
import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.fleet.Rhythm;
import dev.swarm.coordinator.lease.Lending;
import dev.swarm.coordinator.lease.Loan;
import dev.swarm.coordinator.standby.Circle;
import dev.swarm.coordinator.standby.Colleague;
import dev.swarm.coordinator.standby.Patience;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Runs audits: plans them, puts them to the nodes over the bus, and gathers one outcome for every
 * subtask. Everything it does happens on one context of its own. May be used from any thread.
 */
public final class Coordinator {
  /** The first term of office in a run. */
  private static final long FIRST = 1;

  private final Context context;
  private final Door door;
  private final RunStore store;
  private final Timers timers;
  private final Surroundings here;
  private final Office office;
  private final Headquarters headquarters;
  private final Map<Audit, Conduct> asked = new ConcurrentHashMap<>();
  private final RandomGenerator lots = RandomGenerator.of("SecureRandom");
  private Optional<Timers.Cancellable> tick = Optional.empty();
  private final TurnedAway turnedAway = new TurnedAway();
  private final Intake intake = new Intake();
  private boolean opened;
  private volatile Supplier<List<Loan>> loans = List::of;
  private Consumer<Run> takeOvers = _ -> {};

  /**
   * Takes everything it needs, and begins to hear what comes by {@code door} from its next {@link
   * Door#attach} on. The door's keeper is a {@link CoordinatorDoorkeeper}; its process is the
   * session that nodes answer to.
   *
   * @param vertx a local one, for contexts and timers: it outlives every bus
   * @param version of swarm, as it stands in the first event of a run
   * @param revocations the newest signed list of revoked keys, carried by roll-calls
   */
  public Coordinator(
      Vertx vertx,
      Door door,
      RunStore store,
      Timers timers,
      Pace pace,
      String version,
      Tenure tenure,
      Supplier<Optional<String>> revocations) {
    this.context = vertx.getOrCreateContext();
    this.door = door;
    this.store = store;
    this.timers = timers;
    Executor desk = action -> context.runOnContext(_ -> action.run());
    Executor aside =
        action -> {
          var _ =
              vertx.executeBlocking(
                  () -> {
                    action.run();
                    return new Noted();
                  },
                  false);
        };
    var line = new DoorLine(door, desk);
    var rhythm = Rhythm.standard();
    var fleet = new Fleet(line, timers, rhythm, pace.answer(), revocations);
    var patience = Patience.standard();
    var circle = new Circle(door.own().process(), patience);
    this.here =
        new Surroundings(
            fleet,
            circle,
            line,
            store,
            timers,
            desk,
            aside,
            pace,
            rhythm,
            new Lengths(),
            new Room(pace.inFlight()),
            version,
            tenure);
    this.office = new Office(here, intake);
    this.headquarters = new Headquarters(here, office, patience, this::tookOver);
    hear(door);
  }

  private void hear(Door door) {
    var _ =
        door.on(Verb.OUTCOME, onDesk(came -> office.outcome(came.from().name(), came.message())))
            .on(Verb.NEWS, onDesk(came -> office.news(came.from().name(), came.message())))
            .on(
                Verb.BEAT,
                onDesk(came -> {
                  if (came.from().name().equals(came.message().node())) {
                    here.fleet().beat(came.message());
                  }
                  return Future.succeededFuture(new Noted());
                }))
            .on(
                Verb.COORDINATOR_BEAT,
                onDesk(came -> {
                  headquarters.heard(came.from(), came.message());
                  return Future.succeededFuture(new Noted());
                }))
            .on(Verb.REPLICA, onDesk(came -> headquarters.replica(came.from(), came.message())));
  }

  private <M, R> Function<Received<M>, Future<R>> onDesk(Function<Received<M>, Future<R>> judge) {
    return came -> {
      var reply = Promise.<R>promise();
      here.desk()
          .execute(() -> {
            try {
              var _ = judge.apply(came).onComplete(reply);
            } catch (RuntimeException | Error bug) {
              reply.fail(bug);
            }
          });
      return reply.future();
    };
  }

  /** Lends to the fleet what its nodes share; to be called before the door is attached. */
  public void lend(Lending lending) {
    loans = lending.open(door, here.fleet()::to, timers, new SystemClock(), here.desk());
  }

  /** How what it lends stands; empty where it lends nothing. */
  public Future<List<Loan>> loans() {
    var told = Promise.<List<Loan>>promise();
    here.desk().execute(() -> told.complete(loans.get()));
    return told.future();
  }

  /** A message was turned away at the door. Any thread. */
  public void turned(Turned message) {
    turnedAway.count(message);
  }

  /** What was turned away so far. */
  public TurnedAway turnedAway() {
    return turnedAway;
  }

  /** What became of what nodes sent home, counted. */
  public Intake intake() {
    return intake;
  }

  /** Begins to watch the fleet, whether a run is under way or not, until {@link #close}. */
  public void open() {
    here.desk()
        .execute(() -> {
          opened = true;
          keepTicking();
        });
  }

  /** Stops watching; runs under way go on. */
  public void close() {
    here.desk()
        .execute(() -> {
          opened = false;
          rest();
        });
  }

  /** Each run has at most so many subtasks under way at once from now on. */
  public void atMost(int subtasks) {
    here.desk()
        .execute(() -> {
          here.room().most(subtasks);
          office.runs().forEach(Conduct::roomChanged);
        });
  }

  /** These nodes are expected: they are called, and missing ones are shown. */
  public void expect(Collection<String> nodes) {
    var names = List.copyOf(nodes);
    here.desk().execute(() -> here.fleet().expect(names));
  }

  /**
   * A member of the cluster with a valid claim to be {@code node} has joined.
   *
   * @param address its own, as {@code host:port}
   */
  public void memberJoined(String node, String address) {
    here.desk().execute(() -> here.fleet().memberJoined(node, address));
  }

  /** Every member that is there by now has been named by {@link #memberJoined}. */
  public void membersCounted() {
    here.desk().execute(() -> here.fleet().counted());
  }

  /** The member of the cluster at {@code address}, as {@code host:port}, has left. */
  public void memberLeft(String address) {
    here.desk().execute(() -> here.fleet().memberLeft(address));
  }

  /** A member of the cluster at {@code address} shows no valid claim. */
  public void strangerSeen(String address) {
    here.desk().execute(() -> here.fleet().stranger(address, here.line().own().name()));
  }

  /** Every node that is known or expected, by name. */
  public Future<List<NodeView>> nodes() {
    var views = Promise.<List<NodeView>>promise();
    here.desk().execute(() -> views.complete(here.fleet().nodes()));
    return views.future();
  }

  /**
   * Tells {@code listener} of runs that are taken over from another coordinator, or from an earlier
   * process of this one; set before {@link #open}.
   */
  public void onTakeOver(Consumer<Run> listener) {
    takeOvers = listener;
  }

  private void tookOver(Conduct conduct) {
    conduct.joined();
    takeOvers.accept(
        new Run(conduct.plan().run(), false, conduct.ended(), conduct.told(), withdrawal(conduct)));
  }

  /**
   * Starts an audit, or joins the run of an equal one that is under way.
   *
   * @param listener hears every event from the first on, in order, on the coordinator's context: it
   *     must not block
   * @throws dev.swarm.coordinator.store.StoreException saying why, if the store cannot keep it
   */
  public Run run(Audit audit, Consumer<Recorded> listener) {
    return run(audit, Optional.empty(), listener);
  }

  /**
   * The same, asked for by {@code by}, such as {@code schedule NAME}, as it stands in the first
   * event of the run; who joins a run under way does not stand there.
   */
  public Run run(Audit audit, Optional<String> by, Consumer<Recorded> listener) {
    return run(audit, by, Optional.empty(), listener);
  }

  /**
   * The same with at most {@code atOnce} subtasks under way at once; empty for as many as usual,
   * and for who joins a run under way.
   */
  public Run run(
      Audit audit, Optional<String> by, Optional<Integer> atOnce, Consumer<Recorded> listener) {
    store.state().requireReady();
    var mine =
        new Conduct(
            new Plan(RunIds.next(timers.now(), lots), audit),
            FIRST,
            atOnce.map(Room::new).map(here::with).orElse(here));
    var conduct =
        asked.compute(audit, (_, open) -> open == null || open.ended().isComplete() ? mine : open);
    var ended = Promise.<RunId>promise();
    here.desk()
        .execute(() -> {
          conduct.joined();
          var heard = conduct.journal().follow(listener);
          if (conduct.equals(mine)) {
            begin(conduct, by);
          }
          var _ = heard.compose(_ -> conduct.ended()).onComplete(ended);
        });
    return new Run(
        conduct.plan().run(),
        !conduct.equals(mine),
        ended.future(),
        conduct.told(),
        withdrawal(conduct));
  }

  /**
   * Tells {@code listener} of every event of a run that is led here, from the first one on, in
   * order, on the coordinator's context: it must not block.
   *
   * @return whether it is led here
   */
  public Future<Boolean> follow(RunId run, Consumer<Recorded> listener) {
    var led = Promise.<Boolean>promise();
    here.desk()
        .execute(() -> {
          var conduct = office.run(run);
          if (conduct.isPresent()) {
            var _ = conduct.get().journal().follow(listener);
          }
          led.complete(conduct.isPresent());
        });
    return led.future();
  }

  /**
   * Stops a run, whoever asked for it, as {@link Run#cancel} would once nobody wants it any more.
   *
   * @return whether it is led here, and was under way
   */
  public Future<Boolean> cancel(RunId run) {
    var stopped = Promise.<Boolean>promise();
    here.desk()
        .execute(() -> {
          var conduct = office.run(run).filter(one -> !one.over());
          conduct.ifPresent(Conduct::cancel);
          stopped.complete(conduct.isPresent());
        });
    return stopped.future();
  }

  /** The runs under way that are led here. */
  public Future<Set<RunId>> leads() {
    var leads = Promise.<Set<RunId>>promise();
    here.desk()
        .execute(() ->
            leads.complete(
                office.runs().stream()
                    .filter(conduct -> !conduct.over())
                    .map(conduct -> conduct.plan().run())
                    .collect(Collectors.toUnmodifiableSet())));
    return leads.future();
  }

  /** Coordinators that stay and are heard, by session. */
  public Future<Map<String, Colleague>> staying() {
    var staying = Promise.<Map<String, Colleague>>promise();
    here.desk().execute(() -> staying.complete(here.circle().staying()));
    return staying.future();
  }

  private void begin(Conduct conduct, Optional<String> by) {
    office.take(conduct);
    keepTicking();
    var _ =
        conduct
            .ended()
            .onComplete(_ -> {
              boolean _ = asked.remove(conduct.plan().audit(), conduct);
              rest();
            });
    conduct.begin(by);
  }

  /** Counts once, however often it is called. */
  private Runnable withdrawal(Conduct conduct) {
    var called = new AtomicBoolean();
    return () -> {
      if (called.compareAndSet(false, true)) {
        here.desk().execute(conduct::left);
      }
    };
  }

  /** The events of {@code run}, from its store; blocks. */
  public List<Recorded> events(RunId run) {
    return store.events(run);
  }

  private void keepTicking() {
    if (tick.isEmpty()) {
      tick = Optional.of(timers.after(here.rhythm().tick(), this::tick));
    }
  }

  private void tick() {
    tick = Optional.empty();
    headquarters.tick();
    keepTicking();
  }

  /** With no run under way and nobody who watches, time need not go on. */
  private void rest() {
    if (!opened && office.runs().isEmpty()) {
      tick.ifPresent(Timers.Cancellable::cancel);
      tick = Optional.empty();
    }
  }
}
