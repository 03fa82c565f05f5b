package dev.swarm.cli;

import dev.swarm.coordinator.Difference;
import dev.swarm.coordinator.Difference.Life;
import dev.swarm.coordinator.store.RunHistory;
import dev.swarm.protocol.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm diff RUN RUN}: what became of the findings between two runs. */
@Command(
    name = "diff",
    description = "Compares two kept runs: what is new, still there, fixed, or not looked at.")
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
      var difference = Difference.between(store.events(before), store.events(after));
      here.out().println(before + " → " + after);
      for (var life : Life.values()) {
        section(difference, life);
      }
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

  private void section(Difference difference, Life life) {
    var findings = difference.of(life);
    if (findings.isEmpty()) {
      here.out().println(heading(life) + ": none");
      return;
    }
    here.out().println(heading(life) + ":");
    var columns = new Columns();
    findings.forEach(
        finding -> columns.row("  " + finding.severity().id(), finding.node(), finding.title()));
    here.out().print(columns.text());
  }

  private static String heading(Life life) {
    return switch (life) {
      case NEW -> "new";
      case REVEALED -> "seen for the first time, not looked at before";
      case STILL_THERE -> "still there";
      case FIXED -> "fixed";
      case NOT_LOOKED_AT -> "not looked at this time";
    };
  }
}
