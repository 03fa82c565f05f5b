package dev.swarm.router.endpoint;

/**
 * How many requests an endpoint may get twice: a tenth of its requests and three, so that a swarm
 * cannot storm a server that is unwell. What was saved up in good times is bounded. Owned by one
 * {@link Lane}.
 */
final class RetryBudget {
  private static final int START = 30;
  private static final int MOST = 200;
  private static final int PRICE = 10;

  /** In tenths of a retry. */
  private int saved = START;

  void asked() {
    saved = Math.min(MOST, saved + 1);
  }

  boolean spend() {
    if (saved < PRICE) {
      return false;
    }
    saved -= PRICE;
    return true;
  }
}
