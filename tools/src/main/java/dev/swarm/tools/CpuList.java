package dev.swarm.tools;

import java.util.Optional;

/** Counts the processors in a kernel list such as {@code 0-3,8}. */
final class CpuList {
  private CpuList() {}

  static Optional<Double> count(String list) {
    double count = 0;
    try {
      for (var range : list.strip().split(",")) {
        var ends = range.split("-", 2);
        count += ends.length == 1 ? 1 : Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1.0;
      }
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
    return Optional.of(count);
  }
}
