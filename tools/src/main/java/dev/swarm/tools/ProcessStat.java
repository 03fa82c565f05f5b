package dev.swarm.tools;

import java.util.Optional;

/** The fields of {@code /proc/[pid]/stat} in use; see proc_pid_stat(5). */
record ProcessStat(
    String command,
    String state,
    String ppid,
    long cpuTicks,
    String threads,
    long startTicks,
    long residentPages,
    String processor) {

  /** Reads the line; the command stands in parentheses and may hold any character. */
  static Optional<ProcessStat> parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    var rest = line.substring(close + 1).strip().split(" ");
    if (rest.length < 22) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProcessStat(
              line.substring(open + 1, close).replace('\n', ' '),
              rest[0],
              rest[1],
              Long.parseLong(rest[11]) + Long.parseLong(rest[12]),
              rest[17],
              Long.parseLong(rest[19]),
              Long.parseLong(rest[21]),
              rest.length > 36 ? rest[36] : "?"));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
