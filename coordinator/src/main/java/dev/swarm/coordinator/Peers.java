package dev.swarm.coordinator;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.time.Duration;

/** What a coordinator says to nodes. Every request is short: an answer, never the work itself. */
final class Peers {
  private final EventBus bus;
  private final DeliveryOptions options;

  Peers(EventBus bus, Duration answer) {
    this.bus = bus;
    this.options = new DeliveryOptions().setSendTimeout(answer.toMillis());
  }

  /** Asks {@code node} to introduce itself; fails if it does not, or says what is no hello. */
  Future<NodeHello> rollCall(String node) {
    return bus.request(Addresses.rollCall(node), "{}", options).map(reply -> hello(node, reply));
  }

  /** Holds out a subtask; never fails, for whatever happens is a reply. */
  Future<OfferReply> offer(Offer offer) {
    return bus.request(Addresses.offers(offer.subtask().node()), Wire.encode(offer), options)
        .map(reply -> OfferReply.to(offer, reply))
        .otherwise(OfferReply::to);
  }

  /** Tells {@code node} to stop, and does not wait: outcomes are the answer. */
  void cancel(String node, Cancel cancel) {
    var _ = bus.send(Addresses.cancels(node), Wire.encode(cancel));
  }

  private static NodeHello hello(String node, Message<Object> reply) {
    var hello = Wire.decode(String.valueOf(reply.body()), NodeHello.class);
    if (!hello.node().equals(node)) {
      throw new IllegalArgumentException(hello.node() + " answered in the name of " + node);
    }
    return hello;
  }
}
