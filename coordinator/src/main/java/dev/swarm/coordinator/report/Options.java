package dev.swarm.coordinator.report;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a report is to be told.
 *
 * @param width columns of the terminal; brought within 60 … 160; only text heeds it
 * @param style colours of the terminal; only text heeds it
 * @param policy what the exit code in the report rests on
 * @param zone for times that people read; machine formats always use UTC
 */
public record Options(int width, Style style, Policy policy, ZoneId zone) {
  /** A hundred columns, no colour, the standard policy, UTC. */
  public static final Options STANDARD =
      new Options(100, Style.PLAIN, Policy.STANDARD, ZoneOffset.UTC);

  public Options {
    width = Math.clamp(width, 60, 160);
  }
}
