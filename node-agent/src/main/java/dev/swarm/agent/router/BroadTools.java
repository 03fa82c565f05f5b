package dev.swarm.agent.router;

import java.util.List;

/**
 * The tools for a question, which may be about anything: the first look of each area, and those
 * that dig into what it shows. A few of the many, for their descriptions have to fit into a prompt.
 */
final class BroadTools {
  static final List<String> NAMES =
      List.of(
          "boots",
          "container-log",
          "disk-activity",
          "docker-containers",
          "filesystems",
          "interface-counters",
          "journal-errors",
          "journal-of",
          "kernel-events",
          "largest-directories",
          "largest-files",
          "list-directory",
          "listening-sockets",
          "load-average",
          "logins",
          "memory",
          "name-servers-answer",
          "network-links",
          "pending-updates",
          "pressure",
          "process",
          "processes",
          "processes-by-cpu",
          "processes-by-memory",
          "reboot-flag",
          "recent-journal",
          "routes",
          "temperatures",
          "unit-journal",
          "unit-status",
          "units");

  private BroadTools() {}
}
