package dev.swarm.protocol;

/**
 * A sealed reply that says no: an unsealed failure is nothing that anybody may rely on.
 *
 * @param code of {@link Delivery}, or like an HTTP status
 */
public record Refusal(int code, String reason) {
  /** It makes no sense here, and never will. */
  public static final int NONSENSE = 400;

  /** The sender may not do this; the reason begins with the {@link Rejection}. */
  public static final int FORBIDDEN = 403;

  /** A higher epoch leads this run. */
  public static final int SUPERSEDED = 409;

  /** Its time is over: forget it. */
  public static final int TOO_LATE = 410;

  /** A bug of ours on the other side. */
  public static final int BUG = 500;

  /** Not now; try again. */
  public static final int UNAVAILABLE = 503;
}
