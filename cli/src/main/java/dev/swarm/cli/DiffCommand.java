package dev.swarm.cli;

import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm diff RUN RUN}: what is new, fixed, still there, and not looked at this time. */
@Command(
    name = "diff",
    description = "Compares two kept runs: new, fixed, still there, not looked at this time.",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest~1",
      paramLabel = "EARLIER",
      description = "Default latest~1, the one before the last.")
  private String earlier = "latest~1";

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "LATER",
      description = "Default latest.")
  private String later = "latest";

  @Override
  public Integer call() {
    try (var store = Opening.store(common.settings())) {
      var runs = store.runs();
      var before = Merge.merge(store.events(runs.resolve(earlier)), Optional.empty());
      var after = Merge.merge(store.events(runs.resolve(later)), Optional.of(before));
      var changes = after.changes().orElseThrow();
      System.out.println(before.run().id() + " → " + after.run().id());
      section("new", changes.fresh());
      section("fixed", changes.fixed());
      section("still there", changes.still());
      section("not looked at this time", changes.notLookedAt());
      return 0;
    }
  }

  private static void section(String title, List<Report.Change> changes) {
    System.out.println(title + ": " + changes.size());
    for (var change : changes) {
      System.out.println(
          "  " + change.severity().id() + "  " + change.node() + "  " + change.title());
    }
  }
}
