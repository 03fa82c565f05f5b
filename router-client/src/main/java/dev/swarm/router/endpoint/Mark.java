package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;

/** What a trouble says about the endpoint that had it. */
enum Mark {
  /** Nothing that matters for others. */
  NONE,
  /** It answered; this request or the model is at fault. */
  ALIVE,
  /** It has too much to do. */
  BUSY,
  /** It says that it cannot serve now, whyever. */
  UNAVAILABLE,
  /** It, or the way to it, is unwell. */
  UNWELL,
  /** It is loading its model. */
  LOADING,
  /** It cannot serve us before somebody mends something. */
  UNFIT;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  /** Counts as in section 3 of the catalogue: 400s and what a model wrote never count. */
  static Mark of(Trouble trouble) {
    return switch (trouble.kind()) {
      case UNREACHABLE, CUT, SILENT -> UNWELL;
      case BROKEN -> ofStatus(trouble.status().orElse(0));
      case OVERLOADED -> BUSY;
      case LOADING -> LOADING;
      case UNPAID -> trouble.retryAfter().isPresent() ? BUSY : UNFIT;
      case UNTRUSTED, UNAUTHORIZED, NO_MODEL, NO_TOOLS, NO_ROUTER, REDIRECTED -> UNFIT;
      case REFUSED -> trouble.status().orElse(0) == TOO_MANY_REQUESTS ? BUSY : ALIVE;
      case OVERFLOW, MODEL_FAULT -> ALIVE;
      case GARBLED, TOO_LARGE, STALLED, TOO_SLOW -> NONE;
      case QUEUE_FULL, NOT_ADMITTED, OUT_OF_TIME, NO_ENDPOINT, NO_PERMIT -> NONE;
    };
  }

  private static Mark ofStatus(int status) {
    return switch (status) {
      case BAD_GATEWAY, GATEWAY_TIMEOUT -> UNWELL;
      case SERVICE_UNAVAILABLE -> UNAVAILABLE;
      default -> NONE;
    };
  }
}
