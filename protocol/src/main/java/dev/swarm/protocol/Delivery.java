package dev.swarm.protocol;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;

/**
 * An outcome on its way home; the node keeps it until it is acknowledged as durable.
 *
 * <p>The reply is a {@link Receipt}, or a failure with one of the codes here. A timeout, or nobody
 * at the address, is no reply: the node delivers again.
 *
 * @param news what happened in the subtask on the way to its outcome and was not told yet, oldest
 *     first: it shares the outcome's signature
 */
public record Delivery(
    RunId run,
    String node,
    long epoch,
    Outcome outcome,
    @JacksonInject(value = Wire.NO_EVENTS, useInput = OptBoolean.TRUE) List<Event> news) {
  public Delivery {
    news = List.copyOf(news);
  }

  /** The message makes no sense here, and never will: forget it. */
  public static final int NONSENSE = 400;

  /** The subtask has ended without this outcome: forget it. */
  public static final int TOO_LATE = 410;

  /** It could not be made durable: deliver it again later. */
  public static final int NOT_KEPT = 503;
}
