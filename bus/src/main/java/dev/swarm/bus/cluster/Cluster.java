package dev.swarm.bus.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import dev.swarm.bus.Seal;
import dev.swarm.bus.Turned;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.EventBusOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process's place in the cluster, for as long as the process lives: joins, knows who else is
 * there, and joins anew when the {@link Watchdog} says so. What it knows may be read from any
 * thread; all that changes happens on one thread of its own, where events are told too.
 */
public final class Cluster implements AutoCloseable {
  private static final int TRIES = 3;
  private static final int NEIGHBOURS = 2;

  /**
   * How a process takes part.
   *
   * @param secured puts the bus's TLS on the options
   * @param steady never jumps when somebody sets the clock
   */
  public record Part(
      ClusterOptions options,
      Badge badge,
      Seal seal,
      UnaryOperator<EventBusOptions> secured,
      InstantSource steady) {}

  /** Who wants to know; both are called on the cluster's thread. */
  public record Ears(
      Consumer<ClusterEvent> events,
      Function<EventBus, Future<Void>> attach,
      Consumer<Turned> turned) {}

  @SuppressWarnings("UnusedVariable") // it holds what must not be forgotten
  private final Hush hush = Hush.libraries();

  private final Part part;
  private final Ears ears;
  private final Roster roster;
  private final Instant began;
  private final MemberMemory memory;
  private final Watchdog watchdog = new Watchdog();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("swarm-cluster").daemon().factory());
  private volatile Membership membership;
  private Pinger pinger;
  private boolean out = true;

  private Cluster(Part part, Ears ears) throws ClusterException {
    this.part = part;
    this.ears = ears;
    this.roster = new Roster(part.badge(), part.steady());
    this.began = part.steady().instant();
    this.memory = new MemberMemory(part.options().memory());
    this.membership = enter(part.options().knocking(memory.doors(part.options().members())));
    this.pinger = pinger(membership);
  }

  /**
   * Joins; blocks until the event bus is there. Whoever else is in the cluster is told as an event
   * soon afterwards.
   *
   * @throws ClusterException if that was not possible, with the reason and what to do
   */
  public static Cluster join(Part part, Ears ears) throws ClusterException {
    var cluster = new Cluster(part, ears);
    cluster.watch();
    return cluster;
  }

  /** The bus of now; another one after joining anew. */
  public EventBus bus() {
    return membership.vertx().eventBus();
  }

  /** Where our member listens. */
  public HostPort address() {
    return membership.address();
  }

  /** The others whose badges hold. */
  public List<Peer> peers() {
    return roster.peers();
  }

  /** Members without a badge of ours, as long as they are there and for a minute after. */
  public List<HostPort> strangers() {
    return roster.strangers();
  }

  /** Leaves; blocks for a few seconds at most. */
  @Override
  public void close() {
    var _ = thread.shutdownNow();
    remember();
    membership.leave();
  }

  // ---- Joining

  private Membership enter(ClusterOptions options) throws ClusterException {
    if (options.spare().isEmpty()) {
      return enter(options, options.listen());
    }
    var ports = options.spare().get();
    for (int attempt = 0; ; attempt++) {
      int port =
          ports
              .free(host(options.listen().host()))
              .orElseThrow(() ->
                  new ClusterException(
                      "could not find two free ports among " + ports + "; widen fleet.ports"));
      try {
        var spare = options.at(new HostPort(options.listen().host(), port), port + 1);
        return enter(spare, spare.listen());
      } catch (ClusterException e) {
        // Another command may have taken the ports between the look and the bind.
        if (attempt == TRIES - 1
            || ports.free(host(options.listen().host())).orElse(port) == port) {
          throw e;
        }
      }
    }
  }

  private Membership enter(ClusterOptions options, HostPort address) throws ClusterException {
    var id = UUID.randomUUID().toString();
    return Membership.join(
        options, id, part.badge().make(address, id), part.secured(), new Members());
  }

  private Pinger pinger(Membership of) {
    return Pinger.on(of, part.seal(), thread, ears.turned());
  }

  private static InetAddress host(String host) throws ClusterException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ClusterException("could not find the address of " + host, e);
    }
  }

  /** Hazelcast's events, handed over to our thread. */
  private final class Members implements MembershipListener {
    @Override
    public void memberAdded(MembershipEvent event) {
      var shown = Membership.Shown.of(event.getMember());
      soon(() -> {
        if (!shown.member().equals(membership.id())) {
          roster.came(shown).ifPresent(ears.events());
        }
      });
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
      var shown = Membership.Shown.of(event.getMember());
      soon(() -> roster.went(shown).ifPresent(ears.events()));
    }
  }

  // ---- Watching

  private void watch() {
    thread.execute(() -> {
      out = false;
      look();
      warm();
    });
    long every = part.options().pace().watch().toMillis();
    var _ =
        thread.scheduleWithFixedDelay(() -> soon(this::round), every, every, TimeUnit.MILLISECONDS);
  }

  private void look() {
    roster.is(membership.others()).forEach(ears.events());
  }

  /** Who stays, for the next start. */
  private void remember() {
    memory.keep(
        roster.peers().stream().filter(peer -> !peer.passing()).map(Peer::address).toList());
  }

  /** The first message to a peer costs a handshake and cold code; it need not be one in a run. */
  private void warm() {
    if (!part.options().passing()) {
      var _ = pinger.ping(neighbours(roster.peers()));
    }
  }

  /** One look around; what is asked is asked elsewhere, and judged here once it is answered. */
  private void round() {
    look();
    remember();
    var asked = new ArrayList<>(neighbours(roster.settled()));
    asked.add(membership.id());
    var of = membership;
    var missing = missing();
    var _ =
        pinger
            .ping(asked)
            .thenCombine(
                missing,
                (pings, gone) -> {
                  soon(() -> judge(of, pings, gone));
                  return true;
                });
  }

  private void judge(Membership of, Map<String, Watchdog.Heard> pings, Set<HostPort> missing) {
    if (of != membership) {
      return;
    }
    int there = 1 + roster.peers().size();
    var look = new Watchdog.Look(sinceBeginning(), of.id(), of.address(), pings, there, missing);
    watchdog.judge(look).ifPresent(this::rejoin);
  }

  /** The next in the ring, so that everybody is asked by somebody, and few connections are held. */
  private List<String> neighbours(List<Peer> among) {
    var own = membership.id();
    var members = among.stream().filter(peer -> !peer.passing()).map(Peer::member).toList();
    var after = members.stream().filter(member -> member.compareTo(own) > 0);
    var before = members.stream().filter(member -> member.compareTo(own) < 0);
    return Stream.concat(after, before).limit(NEIGHBOURS).toList();
  }

  /** Where peers are missing, and yet somebody takes connections. */
  private CompletableFuture<Set<HostPort>> missing() {
    var candidates = new LinkedHashSet<>(roster.missing());
    var there = roster.peers().stream().map(Peer::address).collect(Collectors.toSet());
    part.options().members().stream()
        .filter(member -> !member.equals(membership.address()) && !there.contains(member))
        .filter(member -> !roster.strangers().contains(member))
        .forEach(candidates::add);
    return Knock.at(candidates);
  }

  // ---- Joining anew

  /** Leaves and joins anew, whatever the watchdog thinks. */
  CompletableFuture<Void> rejoinNow(String why) {
    return CompletableFuture.runAsync(() -> rejoin(why), thread);
  }

  private void rejoin(String why) {
    ears.events().accept(new ClusterEvent.Rejoining(why));
    membership.drop();
    out = true;
    again();
  }

  private void again() {
    if (thread.isShutdown()) {
      return;
    }
    try {
      membership = enter(part.options().knocking(doors()));
      pinger = pinger(membership);
      watchdog.rejoined(sinceBeginning());
      out = false;
      var _ = ears.attach().apply(bus());
      look();
      ears.events().accept(new ClusterEvent.Rejoined());
    } catch (ClusterException e) {
      ears.events().accept(new ClusterEvent.StillOut(String.valueOf(e.getMessage())));
      var _ =
          thread.schedule(
              this::again, part.options().pace().merge().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Where to knock: the named members, and wherever peers were lately. */
  private List<HostPort> doors() {
    var doors = new LinkedHashSet<>(part.options().members());
    doors.addAll(roster.missing());
    roster.peers().stream().filter(peer -> !peer.passing()).map(Peer::address).forEach(doors::add);
    return List.copyOf(doors);
  }

  private Duration sinceBeginning() {
    return Duration.between(began, part.steady().instant());
  }

  /** Runs {@code task} on our thread; a bug in it is told and does not end the watch. */
  private void soon(Runnable task) {
    if (!thread.isShutdown()) {
      try {
        thread.execute(() -> {
          if (!out) {
            task.run();
          }
        });
      } catch (RejectedExecutionException closing) {
        // There is nobody left to tell.
      }
    }
  }
}
