package dev.swarm.bus.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One stay in the cluster, from joining to leaving; a process may have several in its life. */
final class Membership {
  /** What {@link Badge} made, for all to see. */
  static final String CLAIM = "swarm.claim";

  /** Shown by a process that comes and goes. */
  private static final String PASSING = "swarm.passing";

  private static final String VERTX_MEMBER = "__vertx.nodeId";
  private static final String NODES = "__vertx.nodeInfo";
  private static final long JOIN_SECONDS = 30;
  private static final long LEAVE_SECONDS = 4;
  private static final long DROP_SECONDS = 1;

  /** Another member, as Hazelcast shows it; nothing of it is believed. */
  record Shown(HostPort address, String member, String claim, boolean passing) {
    static Shown of(Member member) {
      var address = member.getAddress();
      return new Shown(
          new HostPort(address.getHost(), address.getPort()),
          Optional.ofNullable(member.getAttribute(VERTX_MEMBER)).orElse(""),
          Optional.ofNullable(member.getAttribute(CLAIM)).orElse(""),
          member.getAttribute(PASSING) != null);
    }
  }

  private final String id;
  private final HostPort address;
  private final HazelcastInstance hazelcast;
  private final Vertx vertx;

  private Membership(String id, HostPort address, HazelcastInstance hazelcast, Vertx vertx) {
    this.id = id;
    this.address = address;
    this.hazelcast = hazelcast;
    this.vertx = vertx;
  }

  /**
   * Joins; blocks until the event bus is there.
   *
   * @param id names this membership
   * @param listener hears of members, on a thread of Hazelcast's: hands over at once
   * @throws ClusterException if that was not possible
   */
  static Membership join(
      ClusterOptions options,
      String id,
      String claim,
      UnaryOperator<EventBusOptions> secured,
      EventListener listener)
      throws ClusterException {
    var config = HazelcastSetup.of(options);
    config.getMemberAttributeConfig().setAttribute(VERTX_MEMBER, id).setAttribute(CLAIM, claim);
    if (options.passing()) {
      config.getMemberAttributeConfig().setAttribute(PASSING, "true");
    }
    config.addListenerConfig(new ListenerConfig(listener));
    var hazelcast = hazelcast(options, config);
    try {
      return new Membership(id, options.listen(), hazelcast, vertx(options, hazelcast, secured));
    } catch (TimeoutException late) {
      hazelcast.getLifecycleService().terminate();
      throw new UnansweredException(unanswered(options), late);
    } catch (Exception e) { // a port in use comes as a checked one, which await does not declare
      hazelcast.getLifecycleService().terminate();
      throw new ClusterException(
          "could not start the bus at port %d of %s: %s; name another with fleet.bus-port, or end what listens there"
              .formatted(options.busPort(), options.listen().host(), Reasons.of(e)),
          e);
    }
  }

  private static String unanswered(ClusterOptions options) {
    return "could not take part in the bus of the fleet within %d s, from port %d of %s: its members did not answer; it may be cut, or a machine of it overloaded. See what swarm nodes says on another machine, and try again"
        .formatted(JOIN_SECONDS, options.busPort(), options.listen().host());
  }

  private static HazelcastInstance hazelcast(ClusterOptions options, Config config)
      throws ClusterException {
    try {
      return Hazelcast.newHazelcastInstance(config);
    } catch (RuntimeException e) {
      throw new ClusterException(
          "could not listen on " + options.listen() + ": " + Reasons.of(e), e);
    }
  }

  private static Vertx vertx(
      ClusterOptions options, HazelcastInstance hazelcast, UnaryOperator<EventBusOptions> secured)
      throws TimeoutException {
    var bus = secured.apply(bus(options));
    var vertx =
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(6)
            .setInternalBlockingPoolSize(4)
            .setUseDaemonThread(true)
            .setEventBusOptions(bus);
    return Vertx.builder()
        .with(vertx)
        .withClusterManager(new HazelcastClusterManager(hazelcast))
        .buildClustered()
        .await(JOIN_SECONDS, TimeUnit.SECONDS);
  }

  private static EventBusOptions bus(ClusterOptions options) {
    var pace = options.pace();
    return new EventBusOptions()
        .setHost(options.listen().host())
        .setPort(options.busPort())
        .setClusterPublicHost(options.listen().host())
        .setClusterPublicPort(options.busPort())
        .setClusterPingInterval(pace.ping().toMillis())
        .setClusterPingReplyInterval(pace.ping().toMillis())
        .setConnectTimeout(Math.toIntExact(pace.connect().toMillis()));
  }

  String id() {
    return id;
  }

  HostPort address() {
    return address;
  }

  Vertx vertx() {
    return vertx;
  }

  /** The others who are in it now. */
  List<Shown> others() {
    return hazelcast.getCluster().getMembers().stream()
        .filter(member -> !member.localMember())
        .map(Shown::of)
        .toList();
  }

  /**
   * Asks the member at {@code other} for something by the cluster's own channel, which is not the
   * bus's.
   *
   * @return whether it answered in time
   */
  CompletableFuture<Boolean> reaches(String other, long patienceMillis) {
    return key(other)
        .map(key ->
            hazelcast
                .<String, Object>getMap(NODES)
                .getAsync(key)
                .toCompletableFuture()
                .orTimeout(patienceMillis, TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  /** A key that {@code other} keeps. */
  private Optional<String> key(String other) {
    var partitions = hazelcast.getPartitionService();
    return IntStream.range(0, 400)
        .mapToObj(i -> "probe-" + i)
        .filter(key -> {
          var owner = partitions.getPartition(key).getOwner();
          return owner != null && other.equals(owner.getAttribute(VERTX_MEMBER));
        })
        .findFirst();
  }

  /** Leaves in good order, or at once if that takes too long; blocks. */
  void leave() {
    if (closed(LEAVE_SECONDS)) {
      hazelcast.getLifecycleService().shutdown();
    } else {
      hazelcast.getLifecycleService().terminate();
    }
  }

  /** Leaves without a word, for where nobody hears us anyway; blocks only shortly. */
  void drop() {
    boolean _ = closed(DROP_SECONDS);
    hazelcast.getLifecycleService().terminate();
  }

  private boolean closed(long seconds) {
    try {
      var _ = vertx.close().await(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | RuntimeException late) {
      return false;
    }
  }
}
