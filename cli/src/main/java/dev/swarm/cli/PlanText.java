package dev.swarm.cli;

import dev.swarm.tools.Wanted;
import java.util.stream.Collectors;

/**
 * A plan for people: a line each, {@code command}, {@code file} or {@code directory}, then what.
 */
final class PlanText {
  private PlanText() {}

  static String of(RecordingPlan plan) {
    return plan.wanted().stream()
        .map(PlanText::line)
        .distinct()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Command(var argv, var samples) ->
          "command    " + Argv.quoted(argv) + twice(samples);
      case Wanted.File(var path, var samples) -> "file       " + path + twice(samples);
      case Wanted.Directory(var path) -> "directory  " + path;
    };
  }

  private static String twice(int samples) {
    return samples == 2 ? "    (twice)" : "";
  }
}
