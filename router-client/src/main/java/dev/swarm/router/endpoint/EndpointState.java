package dev.swarm.router.endpoint;

import dev.swarm.router.Tier;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * How an endpoint does, as we see it, at one moment.
 *
 * @param reason why it is unfit; empty otherwise
 * @param queued requests that wait in our own queue
 * @param limit requests that it is given at once now
 * @param requests sent over the wire, retries included
 * @param replies whole ones
 * @param retries requests that were sent a second time or more often
 * @param refusals 429, 503 and the like
 * @param ejections how often it was let rest
 * @param cached of the prompt's tokens, those in its cache
 * @param cost in the currency of the configured prices
 */
public record EndpointState(
    String name,
    String model,
    Tier tier,
    State state,
    String reason,
    int inFlight,
    int queued,
    int limit,
    long requests,
    long replies,
    long retries,
    long refusals,
    long ejections,
    long promptTokens,
    long completionTokens,
    long cached,
    BigDecimal cost) {

  /** What it is fit for. */
  public enum State {
    /** It takes requests. */
    READY,
    /** All its places are taken: not dead. */
    BUSY,
    /** It said that it has too much to do, and is left alone for a while. */
    HELD,
    /** It is loading its model. */
    LOADING,
    /** It failed several times, and is let rest. */
    EJECTED,
    /** Somebody has to mend something; {@code reason} says what. */
    UNFIT;

    /** The name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
