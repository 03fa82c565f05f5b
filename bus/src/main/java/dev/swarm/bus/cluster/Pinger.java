package dev.swarm.bus.cluster;

import dev.swarm.bus.Door;
import dev.swarm.bus.Seal;
import dev.swarm.bus.To;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Ping;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks other processes, and our own address, whether the bus carries; answers when asked. */
final class Pinger {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Membership membership;
  private final Door door;
  private final Verb<Ping, Noted> verb;
  private long number;

  private Pinger(Membership membership, Door door) {
    this.membership = membership;
    this.door = door;
    this.verb = door.own().role() == Role.NODE ? Verb.NODE_PING : Verb.COORDINATOR_PING;
  }

  /** Listens from now on; {@code thread} runs one task after the other. */
  static Pinger on(Membership membership, Seal seal, Executor thread, Consumer<Turned> turned) {
    var bus = membership.vertx().eventBus();
    var keeper = new PingKeeper(membership.id());
    var addresses = List.of(Addresses.member(membership.id()));
    var door = new Door(bus, seal, keeper, addresses, thread, thread, turned);
    var _ =
        door.on(Verb.NODE_PING, _ -> Future.succeededFuture(new Noted()))
            .on(Verb.COORDINATOR_PING, _ -> Future.succeededFuture(new Noted()))
            .attach(bus);
    return new Pinger(membership, door);
  }

  /** What became of a ping to each of {@code members}; completes within a few seconds. */
  CompletableFuture<Map<String, Watchdog.Heard>> ping(List<String> members) {
    var pings = new HashMap<String, CompletableFuture<Watchdog.Heard>>();
    members.forEach(member -> pings.put(member, ping(member)));
    return CompletableFuture.allOf(pings.values().toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> {
          var heard = new HashMap<String, Watchdog.Heard>();
          pings.forEach((member, ping) -> heard.put(member, ping.join()));
          return heard;
        });
  }

  private CompletableFuture<Watchdog.Heard> ping(String member) {
    var to = To.member(member);
    return door.ask(verb, to, new Ping(++number), PATIENCE)
        .toCompletionStage()
        .toCompletableFuture()
        .handle((_, failure) -> failure == null)
        .thenCompose(carries ->
            carries
                ? CompletableFuture.completedFuture(Watchdog.Heard.CARRIES)
                : otherwise(member));
  }

  private CompletableFuture<Watchdog.Heard> otherwise(String member) {
    if (member.equals(membership.id())) {
      return CompletableFuture.completedFuture(Watchdog.Heard.DEAF);
    }
    return membership
        .reaches(member, PATIENCE.toMillis())
        .thenApply(reached -> reached ? Watchdog.Heard.DEAF : Watchdog.Heard.DARK);
  }
}
