package dev.swarm.coordinator;

import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Wire;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;

/** What came back for an offer, whatever came back. */
sealed interface OfferReply {
  /** The node works it. */
  record Taken() implements OfferReply {}

  /** The node does not work it; {@code retryAfter} is zero where asking again is of no use. */
  record Declined(Cause cause, String reason, Duration retryAfter) implements OfferReply {}

  /** Nothing came back. The node may still work it: a request that timed out can arrive later. */
  record Silence(String detail) implements OfferReply {}

  /** Reads the reply to {@code offer}. */
  static OfferReply to(Offer offer, Message<Object> reply) {
    if (!(reply.body() instanceof String text)) {
      return nonsense("a body that is no text");
    }
    try {
      return switch (Wire.decode(text, Answer.class)) {
        case Answer.Accepted(var subtask, int attempt, _) ->
            subtask.equals(offer.subtask().id()) && attempt == offer.attempt()
                ? new Taken()
                : nonsense("an acceptance of " + subtask + ", attempt " + attempt);
        case Answer.Refused refused ->
            new Declined(refused.cause(), refused.reason(), refused.retryAfter());
      };
    } catch (MalformedMessageException e) {
      return nonsense(String.valueOf(e.getMessage()));
    }
  }

  /** What a failed request means. */
  static OfferReply to(Throwable failure) {
    if (!(failure instanceof ReplyException reply)) {
      return new Silence("the bus failed: " + failure);
    }
    return switch (reply.failureType()) {
      case TIMEOUT -> new Silence("no answer in time");
      case NO_HANDLERS -> new Silence("nobody is there");
      case ERROR -> new Silence("the bus failed: " + reply.getMessage());
      case RECIPIENT_FAILURE ->
          new Declined(Cause.REFUSED, String.valueOf(reply.getMessage()), Duration.ZERO);
    };
  }

  private static OfferReply nonsense(String what) {
    return new Declined(Cause.INTERNAL, "the node answered an offer with " + what, Duration.ZERO);
  }
}
