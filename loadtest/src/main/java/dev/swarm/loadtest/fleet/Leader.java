package dev.swarm.loadtest.fleet;

import dev.swarm.bus.Door;
import dev.swarm.bus.Seal;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.lease.Lending;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.router.permit.Cap;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.Use;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** The coordinator of a load test, in this process: first member of the cluster. */
public final class Leader implements AutoCloseable {
  private final ExecutorService inbox = thread("inbox");
  private final ExecutorService outbox = thread("outbox");
  private final Vertx local;
  private final Membership membership;
  private final SqliteStore store;
  private final Coordinator coordinator;

  /**
   * What it is made of.
   *
   * @param state folder of its store
   * @param at where its member of the cluster listens; the next port is its bus's
   * @param members by which it finds the others, should it have to join anew
   * @param slots of the router, which it lends to the nodes
   * @param inFlight subtasks under way at once
   * @param metered puts a meter on all that it says and hears
   */
  public record Parts(
      Keys keys,
      Path state,
      HostPort at,
      List<HostPort> members,
      int slots,
      int inFlight,
      InstantSource steady,
      UnaryOperator<Seal> metered) {}

  /** Joins and listens; blocks until then. */
  public static Leader start(Parts parts) throws ClusterException, TimeoutException {
    return new Leader(parts);
  }

  private Leader(Parts parts) throws ClusterException, TimeoutException {
    var bundle = parts.keys().coordinator();
    local = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setInternalBlockingPoolSize(1));
    membership = Membership.join(bundle, parts.at(), parts.members());
    var door = door(parts.metered().apply(seal(bundle)));
    membership.hang(door);
    store = new SqliteStore(parts.state(), SqliteStore.KEPT_RUNS);
    coordinator =
        new Coordinator(
            local,
            door,
            store,
            Timers.of(local, parts.steady()),
            pace(parts.inFlight()),
            "loadtest",
            Tenure.STANDING,
            Optional::empty);
    coordinator.lend(lending(parts.slots()));
    var _ = door.attach(membership.bus()).await(30, TimeUnit.SECONDS);
    coordinator.open();
  }

  private static Seal seal(KeyBundle bundle) {
    var cards =
        new Cards(bundle.authority(), Revocations.none(bundle.authority()), InstantSource.system());
    return new SignedSeal(bundle, cards);
  }

  private Door door(Seal seal) {
    var session = seal.own().process();
    return new Door(
        membership.bus(),
        seal,
        new CoordinatorDoorkeeper(session),
        List.of(Addresses.coordinator(session), Addresses.BEATS, Addresses.COORDINATORS),
        inbox,
        outbox,
        _ -> {});
  }

  private static Pace pace(int inFlight) {
    var standard = Pace.standard();
    return new Pace(
        standard.answer(),
        standard.retry(),
        standard.joining(),
        standard.grace(),
        standard.farewell(),
        standard.tries(),
        inFlight);
  }

  private static Lending lending(int slots) {
    var call = new Use(1, 8192, BigDecimal.ZERO);
    var none = new Limits(Cap.NONE, Cap.NONE, Cap.NONE, Cap.NONE, call);
    return new Lending(Map.of(Machine.ROUTER, slots), none);
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  public Coordinator coordinator() {
    return coordinator;
  }

  @Override
  public void close() {
    coordinator.close();
    membership.close();
    store.close();
    var _ = local.close();
    var _ = inbox.shutdownNow();
    var _ = outbox.shutdownNow();
  }
}
