package dev.swarm.agent;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Progress;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * One node on the bus. The event loop decodes, admits and replies; each admitted subtask works on a
 * virtual thread of its own; every outcome is delivered again until it is acknowledged. State is
 * the event loop's alone.
 */
public final class NodeAgent extends VerticleBase {
  private static final long ACKNOWLEDGED_WITHIN = 2_000;
  private static final int DELIVERIES = 30;

  private final NodeHello hello;
  private final Investigator investigator;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Thread> working = new HashMap<>();
  private final Map<String, Offer> admitted = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private long epoch;

  public NodeAgent(NodeHello hello, Investigator investigator) {
    this.hello = hello;
    this.investigator = investigator;
  }

  @Override
  public Future<?> start() {
    return Future.all(
        consume(Addresses.offers(hello.node()), this::offered),
        consume(Addresses.cancels(hello.node()), this::cancelled),
        consume(Addresses.rollCall(hello.node()), message -> message.reply(Wire.encode(hello))));
  }

  @Override
  public Future<?> stop() {
    var _ = workers.shutdownNow();
    return Future.succeededFuture();
  }

  private Future<Void> consume(String address, Consumer<Message<String>> handler) {
    return vertx
        .eventBus()
        .<String>consumer(address, message -> answered(message, handler))
        .completion();
  }

  /** A handler that throws would cost its caller the whole send timeout. */
  private static void answered(Message<String> message, Consumer<Message<String>> handler) {
    try {
      handler.accept(message);
    } catch (MalformedMessageException e) {
      message.fail(400, e.getMessage());
    } catch (RuntimeException e) {
      message.fail(500, e.toString());
    }
  }

  private void offered(Message<String> message) {
    var offer = Wire.decode(message.body(), Offer.class);
    var answer = admit(offer);
    message.reply(Wire.encode(answer));
    if (answer instanceof Answer.Accepted && seen.add(key(offer))) {
      admitted.put(key(offer), offer);
      workers.execute(() -> work(offer));
    }
  }

  private Answer admit(Offer offer) {
    var id = offer.subtask().id();
    if (!offer.subtask().node().equals(hello.node())) {
      return refused(offer, Cause.REFUSED, "this node is " + hello.node(), Duration.ZERO);
    }
    if (offer.epoch() < epoch) {
      return refused(
          offer, Cause.REFUSED, "the epoch " + offer.epoch() + " is over", Duration.ZERO);
    }
    epoch = offer.epoch();
    if (seen.contains(key(offer))) {
      return new Answer.Accepted(id, offer.attempt());
    }
    return admitted.size() >= hello.capacity()
        ? refused(
            offer,
            Cause.OVERLOADED,
            "works " + admitted.size() + " subtasks already",
            Duration.ofMillis(200))
        : new Answer.Accepted(id, offer.attempt());
  }

  private static Answer refused(Offer offer, Cause cause, String reason, Duration retryAfter) {
    return new Answer.Refused(offer.subtask().id(), offer.attempt(), cause, reason, retryAfter);
  }

  /** On a virtual thread. */
  private void work(Offer offer) {
    var me = Thread.currentThread();
    context.runOnContext(_ -> {
      if (admitted.containsKey(key(offer))) {
        working.put(key(offer), me);
      }
    });
    var outcome = outcome(offer);
    context.runOnContext(_ -> ended(offer, outcome));
  }

  private Outcome outcome(Offer offer) {
    try {
      return investigator.work(offer, event -> progress(offer, event));
    } catch (RuntimeException e) {
      return new Outcome.Failed(
          offer.subtask().id(), offer.attempt(), Cause.INTERNAL, trace(e), Effort.NONE);
    }
  }

  private static String trace(RuntimeException e) {
    var frames = e.getStackTrace();
    return frames.length == 0 ? e.toString() : e + " at " + frames[0];
  }

  private void progress(Offer offer, Event event) {
    var run = offer.subtask().run();
    var progress = Wire.encode(new Progress(run, hello.node(), event));
    var _ = vertx.eventBus().send(Addresses.progress(run), progress);
  }

  private void ended(Offer offer, Outcome outcome) {
    working.remove(key(offer));
    admitted.remove(key(offer));
    deliver(offer, outcome, 1);
  }

  private void deliver(Offer offer, Outcome outcome, int delivery) {
    var run = offer.subtask().run();
    var body = Wire.encode(new Delivery(run, hello.node(), offer.epoch(), outcome));
    var options = new DeliveryOptions().setSendTimeout(ACKNOWLEDGED_WITHIN);
    var _ =
        vertx
            .eventBus()
            .<String>request(Addresses.outcomes(run), body, options)
            .onFailure(failure -> {
              if (worthwhile(failure)) {
                deliverAgain(offer, outcome, delivery);
              }
            });
  }

  /** What was refused for good is not offered a second time. */
  private static boolean worthwhile(Throwable failure) {
    return !(failure instanceof ReplyException refusal)
        || (refusal.failureCode() != Delivery.NONSENSE
            && refusal.failureCode() != Delivery.TOO_LATE);
  }

  private void deliverAgain(Offer offer, Outcome outcome, int delivery) {
    if (delivery < DELIVERIES) {
      long _ = vertx.setTimer(ACKNOWLEDGED_WITHIN, _ -> deliver(offer, outcome, delivery + 1));
    }
  }

  private void cancelled(Message<String> message) {
    var cancel = Wire.decode(message.body(), Cancel.class);
    admitted.forEach((key, offer) -> {
      var thread = working.get(key);
      if (offer.subtask().run().equals(cancel.run()) && thread != null) {
        thread.interrupt();
      }
    });
    message.reply("");
  }

  private static String key(Offer offer) {
    return offer.subtask().id() + "#" + offer.attempt();
  }
}
