package dev.swarm.cli;

import dev.swarm.coordinator.Replay;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunHistory;
import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm diff RUN RUN}: what became of the findings between two runs. */
@Command(
    name = "diff",
    description =
        "Compares two kept runs: what is new, still there, fixed, or not looked at then or now.")
final class DiffCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

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

  DiffCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    try (var store = Opening.store(here, setup.settings())) {
      var runs = store.runs();
      var before = resolve(runs, earlier);
      var after = resolve(runs, later);
      var changes = new Replay(store).between(before, after);
      here.out().println(before + " → " + after);
      section("new", changes.fresh());
      section("seen for the first time, not looked at before", changes.revealed());
      section("still there", changes.still());
      section("fixed", changes.fixed());
      section("not looked at this time", changes.notLookedAt());
      return Exit.DONE.code();
    }
  }

  /** Two words name the two runs; with fewer kept there is nothing to compare. */
  private static RunId resolve(RunHistory runs, String reference) {
    if (runs.runs().size() < 2) {
      throw new UsageException(
          "could not compare: "
              + runs.runs().size()
              + " of the two runs needed are kept; swarm audit makes one");
    }
    return runs.resolve(reference);
  }

  private void section(String heading, List<Report.Change> changes) {
    if (changes.isEmpty()) {
      here.out().println(heading + ": none");
      return;
    }
    here.out().println(heading + ":");
    var columns = new Columns();
    changes.forEach(
        change -> columns.row("  " + change.severity().id(), change.node(), change.title()));
    here.out().print(columns.text());
  }
}
