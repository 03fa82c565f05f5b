package dev.swarm.bus.seal;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A process that hears every verb at one address, and lets each message in once. */
final class Hearer {
  static final String ADDRESS = Addresses.node("here");
  static final String RECIPIENT = "me";

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService inbox = Executors.newSingleThreadExecutor();
  private final ExecutorService outbox = Executors.newSingleThreadExecutor();
  private final List<Turned> turned = Collections.synchronizedList(new ArrayList<>());
  private final List<Object> heard = Collections.synchronizedList(new ArrayList<>());
  private final Door door;

  Hearer(SignedSeal seal) throws Exception {
    door =
        new Door(
            vertx.eventBus(), seal, new Keeper(), List.of(ADDRESS), inbox, outbox, turned::add);
    Verb.ALL.forEach(this::hear);
    var _ = door.attach(vertx.eventBus()).await(10, TimeUnit.SECONDS);
  }

  private <M, R> void hear(Verb<M, R> verb) {
    var _ =
        door.on(
            verb,
            received -> {
              heard.add(received.message());
              return Future.failedFuture(new IllegalStateException("heard"));
            });
  }

  /** Meant for us, and never here before. */
  private static final class Keeper implements Doorkeeper {
    private final Replays replays = new Replays();

    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) throws RejectedException {
      if (!envelope.recipient().equals(RECIPIENT)) {
        throw new RejectedException(Rejection.MISDIRECTED, "it is for " + envelope.recipient());
      }
      require(!replays.seen(envelope.process(), envelope.serial()));
    }

    @Override
    public void admit(Opened message, Verb<?, ?> verb) throws RejectedException {
      require(replays.first(message.from().process(), message.envelope().serial()));
    }

    private static void require(boolean fresh) throws RejectedException {
      if (!fresh) {
        throw new RejectedException(Rejection.REPLAYED, "it was here before");
      }
    }
  }

  /** Brings bytes to the door as anybody on the bus could, and waits until it answers. */
  void bring(byte[] frame) throws Exception {
    var patience = new DeliveryOptions().setSendTimeout(10_000);
    var answer =
        vertx
            .eventBus()
            .request(ADDRESS, Buffer.buffer(frame), patience)
            .transform(done -> Future.succeededFuture(done.succeeded()));
    var _ = answer.await(20, TimeUnit.SECONDS);
  }

  /** Messages that reached a handler. */
  List<Object> heard() {
    return List.copyOf(heard);
  }

  /** Messages that did not, and why. */
  List<Turned> turned() {
    return List.copyOf(turned);
  }

  void close() throws Exception {
    var _ = vertx.close().await(10, TimeUnit.SECONDS);
    inbox.shutdownNow();
    outbox.shutdownNow();
  }
}
