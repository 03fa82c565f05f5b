package dev.swarm.loadtest.result;

import dev.swarm.loadtest.result.Result.Setting;
import dev.swarm.loadtest.result.Result.Spread;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;

/** What of an earlier result is compared: less than all, so that older ones can be read. */
public record Earlier(
    String scenario,
    Setting setting,
    int succeeded,
    int failed,
    double wallMillis,
    double tasksPerMinute,
    double ownCpuMillisPerTask,
    Spread taskMillis) {
  /**
   * Reads the JSON of a result.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Earlier parse(String json) {
    try {
      return Wire.decode(json, Earlier.class);
    } catch (MalformedMessageException e) {
      throw new IllegalArgumentException(
          "it is no result of swarm loadtest --output json: " + e.getMessage(), e);
    }
  }
}
