package dev.swarm.coordinator;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Rejection;
import io.vertx.core.eventbus.ReplyException;
import java.time.Duration;

/** What came back for an offer, whatever came back. */
sealed interface OfferReply {
  /** The node works it. */
  record Taken() implements OfferReply {}

  /** The node does not work it; {@code retryAfter} is zero where asking again is of no use. */
  record Declined(Cause cause, String reason, Duration retryAfter) implements OfferReply {}

  /** The node turned the whole command away, at its door. */
  record Forbidden(String reason) implements OfferReply {}

  /** Nothing of worth came back. The node may work it all the same, now or later. */
  record Silence(String detail) implements OfferReply {}

  /** Another coordinator leads this run in a higher epoch, or has closed it. */
  record Superseded(String reason) implements OfferReply {}

  /** Reads the answer to {@code offer}. */
  static OfferReply to(Offer offer, Answer answer) {
    return switch (answer) {
      case Answer.Accepted accepted ->
          accepted.subtask().equals(offer.subtask().id()) && accepted.attempt() == offer.attempt()
              ? new Taken()
              : nonsense("an acceptance of " + accepted.subtask());
      case Answer.Refused refused ->
          refused.subtask().equals(offer.subtask().id())
              ? new Declined(refused.cause(), refused.reason(), refused.retryAfter())
              : nonsense("a refusal of " + refused.subtask());
    };
  }

  /** What a failed request means. */
  static OfferReply to(Throwable failure) {
    return switch (failure) {
      case RefusedException no -> to(no);
      case RejectedException bad ->
          new Silence("an answer came whose seal does not hold: " + bad.why().id());
      case ReplyException silence -> new Silence(words(silence));
      default -> new Silence("the bus failed: " + failure);
    };
  }

  static OfferReply nonsense(String what) {
    return new Declined(Cause.INTERNAL, "the node answered an offer with " + what, Duration.ZERO);
  }

  private static OfferReply to(RefusedException no) {
    var reason = String.valueOf(no.getMessage());
    return switch (no.code()) {
      case Refusal.SUPERSEDED, Refusal.TOO_LATE -> new Superseded(reason);
      case Refusal.UNAVAILABLE -> new Silence(reason);
      case Refusal.FORBIDDEN ->
          reason.startsWith(Rejection.STALE.id()) ? new Silence(reason) : new Forbidden(reason);
      case Refusal.BUG -> new Declined(Cause.INTERNAL, reason, Duration.ZERO);
      default -> new Declined(Cause.REFUSED, reason, Duration.ZERO);
    };
  }

  private static String words(ReplyException silence) {
    return switch (silence.failureType()) {
      case TIMEOUT -> "no answer in time";
      case NO_HANDLERS -> "nobody is there";
      case ERROR -> "the bus failed: " + silence.getMessage();
      case RECIPIENT_FAILURE -> "turned away, unsealed: " + silence.getMessage();
    };
  }
}
