package dev.swarm.router.endpoint;

import dev.swarm.router.Trouble;

/** What may be done about a trouble, for the request that met it. */
enum Remedy {
  /** Nothing: it goes straight back. */
  NONE,
  /** Wait until the endpoint serves again, as long as the caller's patience lasts. */
  WAIT,
  /** Another attempt after a pause, out of the endpoint's budget. */
  AGAIN,
  /** One more attempt: the server may still be working on the last one (row 48). */
  AGAIN_ONCE,
  /** Let the model try again with another sample (row 5). */
  RESAMPLE,
  /** Another endpoint, if there is one. */
  ELSEWHERE;

  private static final int SERVICE_UNAVAILABLE = 503;

  /**
   * The kind decides; the few 4xx that pass (408, 409, 425) are no refusals, but broken, and what
   * the server forbids to repeat (x-should-retry) is one: the wire has seen to that.
   */
  static Remedy of(Trouble trouble) {
    return switch (trouble.kind()) {
      case LOADING, OVERLOADED -> WAIT;
      case UNREACHABLE, CUT, GARBLED -> AGAIN;
      case BROKEN -> trouble.status().orElse(0) == SERVICE_UNAVAILABLE ? WAIT : AGAIN;
      case SILENT, STALLED, TOO_SLOW -> AGAIN_ONCE;
      case MODEL_FAULT -> RESAMPLE;
      case UNPAID -> trouble.retryAfter().isPresent() ? WAIT : ELSEWHERE;
      case UNTRUSTED, UNAUTHORIZED, NO_MODEL, NO_TOOLS, NO_ROUTER, REDIRECTED -> ELSEWHERE;
      case REFUSED, OVERFLOW, TOO_LARGE -> NONE;
      case QUEUE_FULL, NOT_ADMITTED, OUT_OF_TIME, NO_ENDPOINT, NO_PERMIT -> NONE;
    };
  }
}
