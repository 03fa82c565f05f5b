package dev.swarm.coordinator.report;

/** The numbers of a report do not add up; its message has the numbers. Always a bug of ours. */
public final class UnbalancedReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnbalancedReportException(String message) {
    super(message);
  }
}
