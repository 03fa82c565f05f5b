package dev.swarm.fleet;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Presence;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An agent of some other release: it answers the roll-call, and speaks another protocol. */
final class OtherVersion {
  static final int PROTOCOL = 99;

  private OtherVersion() {}

  /** Arguments: the key's file, our own address, and a member to knock at. */
  public static void main(String[] args) throws Exception {
    var holder = KeyHolder.join(args[0], args[1], args[2]);
    var name = holder.seal().own().name();
    var bus = holder.cluster().bus();
    var one = Executors.newSingleThreadScheduledExecutor();
    var door =
        new Door(
            bus, holder.seal(), new OpenKeeper(), List.of(Addresses.node(name)), one, one, _ -> {});
    var _ =
        door.on(
            Verb.ROLL_CALL,
            call -> {
              beat(door, name, call.message().session());
              return Future.succeededFuture(new Presence(hello(name), 1, Instant.now()));
            });
    var _ = door.attach(bus).await(10, TimeUnit.SECONDS);
    System.out.println("answers");
    Thread.currentThread().join();
  }

  private static void beat(Door door, String name, String session) {
    door.publish(
        Verb.BEAT,
        dev.swarm.bus.To.beats(),
        new Beat(name, "other", 1, List.of(session), 0, 1, 0, List.of(), 0, Map.of(), List.of()));
  }

  private static NodeHello hello(String name) {
    return new NodeHello(
        name, "other", "9.9.9", PROTOCOL, "linux", true, "none", List.of(), Map.of(), 1);
  }

  private record OpenKeeper() implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {
      // Everybody may come in.
    }

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {
      // Everybody may come in.
    }
  }
}
