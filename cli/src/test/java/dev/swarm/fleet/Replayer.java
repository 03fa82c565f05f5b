package dev.swarm.fleet;

import dev.swarm.bus.To;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who can write to the bus says again what was said before, byte for byte. The first time
 * it makes the frames, with a coordinator's key, and says each once; those that were heard are then
 * in a file.
 */
final class Replayer {
  private static final int ROLL_CALLS = 20;

  private Replayer() {}

  /**
   * Arguments: the key's file, our own address, a member to knock at, the node, the file with the
   * frames, and how often they are to be said.
   */
  public static void main(String[] args) throws Exception {
    var holder = KeyHolder.join(args[0], args[1], args[2]);
    var node = args[3];
    var file = Path.of(args[4]);
    int times = Integer.parseInt(args[5]);
    if (!Files.exists(file)) {
      var heard = new ArrayList<String>();
      for (var frame : frames(holder, node)) {
        if (accepted(holder, node, List.of(frame), 1) == 1) {
          heard.add(frame);
        }
      }
      Files.write(file, heard);
      System.out.println("first " + heard.size());
    }
    System.out.println("again " + accepted(holder, node, Files.readAllLines(file), times));
    holder.cluster().close();
    System.exit(0);
  }

  private static List<String> frames(KeyHolder holder, String node) {
    var frames = new ArrayList<String>();
    for (int i = 0; i < ROLL_CALLS; i++) {
      var to = To.nodeByClock(node, Instant.now());
      var call =
          new RollCall(
              "replayed",
              holder.seal().own().name(),
              Wire.VERSION,
              Optional.empty(),
              Tempo.STANDARD);
      var frame =
          holder
              .seal()
              .close(Verb.ROLL_CALL.id(), to.recipient(), to.freshness(), Wire.encode(call));
      frames.add(HexFormat.of().formatHex(frame));
    }
    return frames;
  }

  /** How many were answered with what was asked for. */
  private static int accepted(KeyHolder holder, String node, List<String> frames, int times)
      throws Exception {
    int accepted = 0;
    var options = new DeliveryOptions().setSendTimeout(5_000);
    for (int i = 0; i < times; i++) {
      var frame = HexFormat.of().parseHex(frames.get(i % frames.size()));
      try {
        var reply =
            holder
                .cluster()
                .bus()
                .<Buffer>request(Addresses.node(node), Buffer.buffer(frame), options)
                .await(10, TimeUnit.SECONDS);
        var type = holder.seal().open(reply.body().getBytes()).envelope().type();
        accepted += type.equals("re:" + Verb.ROLL_CALL.id()) ? 1 : 0;
      } catch (io.vertx.core.eventbus.ReplyException refused) {
        // That is what should become of it.
      }
    }
    return accepted;
  }
}
