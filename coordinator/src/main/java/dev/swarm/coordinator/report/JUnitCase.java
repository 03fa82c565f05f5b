package dev.swarm.coordinator.report;

import java.util.List;

/**
 * A test case.
 *
 * @param type of the failure, error or skip; empty if there is none
 * @param lines what stands in it
 */
record JUnitCase(String name, Result result, String type, String message, List<String> lines) {
  enum Result {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }
}
