package dev.swarm.coordinator;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A node that does what a test tells it, over the real bus. */
final class ScriptedNode {
  final List<Offer> offers = new CopyOnWriteArrayList<>();
  final List<String> cancels = new CopyOnWriteArrayList<>();
  private final Vertx vertx;
  private final String name;

  ScriptedNode(Vertx vertx, String name, int capacity, BiConsumer<ScriptedNode, Asked> script) {
    this.vertx = vertx;
    this.name = name;
    var bus = vertx.eventBus();
    var _ =
        bus.<String>consumer(
            Addresses.rollCall(name),
            message -> message.reply(Wire.encode(Samples.hello(name, "i1", capacity))));
    var _ = bus.<String>consumer(Addresses.cancels(name), message -> cancels.add(message.body()));
    var _ =
        bus.<String>consumer(
            Addresses.offers(name),
            message -> {
              var offer = Wire.decode(message.body(), Offer.class);
              offers.add(offer);
              script.accept(this, new Asked(offer, message));
            });
  }

  /** An offer, and the message that waits for the answer. */
  record Asked(Offer offer, Message<String> message) {
    void accept() {
      message.reply(Wire.encode(new Answer.Accepted(offer.subtask().id(), offer.attempt())));
    }

    void answer(Answer answer) {
      message.reply(Wire.encode(answer));
    }
  }

  /** Accepts, and delivers at once. */
  static void well(ScriptedNode node, Asked asked) {
    asked.accept();
    var _ = node.deliver(asked.offer(), Samples.completed(asked.offer()));
  }

  Future<Receipt> deliver(Offer offer, Outcome outcome) {
    var delivery = new Delivery(offer.subtask().run(), name, offer.epoch(), outcome);
    return vertx
        .eventBus()
        .<String>request(Addresses.outcomes(offer.subtask().run()), Wire.encode(delivery))
        .map(reply -> Wire.decode(reply.body(), Receipt.class));
  }
}
