package dev.swarm.coordinator;

import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.coordinator.fleet.Rhythm;
import dev.swarm.coordinator.standby.Circle;
import dev.swarm.coordinator.standby.Patience;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.CoordinatorBeat;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A coordinator without threads: the real parts, on the simulated bus and disk. */
final class SimCoordinator implements SimBus.Hearer {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final SimWorld world;
  private final SimBus bus;
  final String name;
  final SimStore store;
  private final Tenure tenure;
  private final List<Throwable> bugs;
  private int starts;
  private SimWorld.Life process;
  private Surroundings here;
  private Office office;
  private Headquarters headquarters;

  /** The longest that the desk was held by one task, in nanoseconds of processor time. */
  long longest;

  final List<Conduct> led = new ArrayList<>();

  SimCoordinator(SimWorld world, SimBus bus, String name, Tenure tenure, List<Throwable> bugs) {
    this.world = world;
    this.bus = bus;
    this.name = name;
    this.tenure = tenure;
    this.bugs = bugs;
    this.store = new SimStore(world);
    begin();
  }

  private void begin() {
    starts++;
    process = new SimWorld.Life(name);
    var session = name + "#" + starts;
    Line line = bus.line(process, new Sender(Role.COORDINATOR, name, session));
    var timers = world.timers(process);
    var pace = pace();
    var rhythm = Rhythm.standard();
    var patience = Patience.standard();
    here =
        new Surroundings(
            new Fleet(line, timers, rhythm, pace.answer(), Optional::empty),
            new Circle(session, patience),
            line,
            store.of(process),
            timers,
            action -> world.after(process, 0, () -> guarded(action)),
            action -> world.after(process, world.between(1, 30), action),
            pace,
            rhythm,
            new Lengths(),
            new Room(pace.inFlight()),
            "0.1.0",
            tenure);
    office = new Office(here, new Intake());
    headquarters = new Headquarters(here, office, patience, this::watched);
  }

  private void guarded(Runnable action) {
    long began = CPU.getCurrentThreadCpuTime();
    try {
      action.run();
    } catch (RuntimeException | Error bug) {
      bugs.add(bug);
    }
    longest = Math.max(longest, CPU.getCurrentThreadCpuTime() - began);
  }

  static Pace pace() {
    return new Pace(
        Duration.ofSeconds(2),
        Duration.ofMillis(250),
        Duration.ofSeconds(15),
        Duration.ofSeconds(3),
        Duration.ofSeconds(2),
        3,
        512);
  }

  private void watched(Conduct conduct) {
    led.add(conduct);
    var _ =
        conduct
            .ended()
            .onFailure(failure -> {
              if (!(failure instanceof DeposedException)) {
                bugs.add(failure);
              }
            });
    conduct.journal().listen(new SimCheck(conduct.journal())::heard);
  }

  void start() {
    bus.listen(Addresses.coordinator(here.session()), process, this);
    bus.listen(Addresses.BEATS, process, this);
    bus.listen(Addresses.COORDINATORS, process, this);
    tick();
  }

  void restart() {
    begin();
    start();
  }

  private void tick() {
    guarded(headquarters::tick);
    world.after(process, here.rhythm().tick().toMillis(), this::tick);
  }

  /** Leads a run whose sum is counted anew after each event. */
  Conduct run(RunId id, Audit audit) {
    return run(id, audit, this::watched);
  }

  Conduct run(RunId id, Audit audit, Consumer<Conduct> before) {
    var conduct = new Conduct(new Plan(id, audit), 1, here);
    world.after(
        process,
        0,
        () -> {
          before.accept(conduct);
          conduct.joined();
          office.take(conduct);
          conduct.begin(Optional.empty());
        });
    return conduct;
  }

  Surroundings here() {
    return here;
  }

  Office office() {
    return office;
  }

  SimWorld.Life process() {
    return process;
  }

  boolean alive() {
    return !process.dead;
  }

  void kill() {
    process.dead = true;
  }

  @Override
  public <M, R> Future<R> hear(Sender from, Verb<M, R> verb, To to, M message) {
    try {
      Future<?> reply =
          switch (message) {
            case Delivery delivery -> office.outcome(from.name(), delivery);
            case News news -> office.news(from.name(), news);
            case Replica replica -> headquarters.replica(from, replica);
            case Beat beat -> {
              here.fleet().beat(beat);
              yield Future.succeededFuture(new Noted());
            }
            case CoordinatorBeat beat -> {
              headquarters.heard(from, beat);
              yield Future.succeededFuture(new Noted());
            }
            default -> Future.failedFuture(new IllegalStateException("unheard of: " + verb));
          };
      return reply.map(verb.reply()::cast);
    } catch (RuntimeException | Error bug) {
      bugs.add(bug);
      return Future.failedFuture(bug);
    }
  }
}
