package dev.swarm.agent;

import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Reached;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Tries whether a neighbour's port can be connected to. Any thread; nothing here blocks. */
final class Reaching {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Reached SILENCE = new Reached(false, "no answer within 2 s");

  private final InstantSource steady;
  private final Desk desk;

  Reaching(InstantSource steady, Desk desk) {
    this.steady = steady;
    this.desk = desk;
  }

  Future<Reached> reach(Reach asked) {
    var found = Promise.<Reached>promise();
    // a name that is looked up may take longer than a connection is waited for
    var late =
        desk.after(
            PATIENCE.plusMillis(200),
            () -> {
              boolean _ = found.tryComplete(SILENCE);
            });
    Thread.ofVirtual()
        .name("reach " + asked.node())
        .start(() -> {
          boolean _ = found.tryComplete(connected(asked));
          late.cancel();
        });
    return found.future();
  }

  private Reached connected(Reach asked) {
    var begin = steady.instant();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(asked.host(), asked.port()), (int) PATIENCE.toMillis());
      var took = Duration.between(begin, steady.instant());
      return new Reached(true, "connected in " + Math.max(1, took.toMillis()) + " ms");
    } catch (SocketTimeoutException _) {
      return SILENCE;
    } catch (NoRouteToHostException _) {
      return new Reached(false, "no route to it");
    } catch (ConnectException e) {
      return new Reached(false, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    } catch (UnknownHostException _) {
      return new Reached(false, "its name has no address here");
    } catch (IOException | IllegalArgumentException e) {
      return new Reached(false, "could not connect: " + e.getMessage());
    }
  }
}
