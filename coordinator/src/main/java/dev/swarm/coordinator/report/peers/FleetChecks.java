package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import java.util.List;

/** The checks that no node can make alone. */
public final class FleetChecks {
  /** Where they belong. */
  public static final Area AREA = new Area("fleet");

  static final CheckId VERSION = check("version");
  static final CheckId PLATFORM = check("platform");
  static final CheckId OS = check("os");
  static final CheckId KERNEL = check("kernel");
  static final CheckId CLOCK = check("clock");
  static final CheckId CONFIGURATION = check("configuration");
  static final CheckId TOOLS = check("tools");

  /** All of them, in the order of their names. */
  public static final List<CheckId> ALL =
      List.of(CLOCK, CONFIGURATION, KERNEL, OS, PLATFORM, TOOLS, VERSION);

  private FleetChecks() {}

  /** Whether they belong to a run that asks for these checks; all are asked for where none is. */
  public static boolean meant(List<CheckId> asked) {
    return asked.isEmpty() || asked.stream().anyMatch(ALL::contains);
  }

  private static CheckId check(String name) {
    return new CheckId(AREA + "." + name);
  }
}
