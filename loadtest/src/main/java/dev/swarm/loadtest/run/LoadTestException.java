package dev.swarm.loadtest.run;

/** The fleet of a load test did not come up, or fell apart. */
public final class LoadTestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoadTestException(String message, Exception cause) {
    super(message, cause);
  }
}
