package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Report;

/**
 * Writes a report's summary or, of a question, the one answer for all nodes. Any thread; blocks.
 */
@FunctionalInterface
public interface Summarist {
  /**
   * The report with its summary, or its answer, in this one's words. Where nothing of what it says
   * can be kept, the report's own summary stands, and says why.
   *
   * @throws InterruptedException if the caller was cancelled
   */
  Report summarise(Report report) throws InterruptedException;
}
