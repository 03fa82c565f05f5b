package dev.swarm.cli;

import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.protocol.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm runs}: the runs that are kept, newest first. */
@Command(name = "runs", description = "Lists the runs that are kept, newest first.")
final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Surroundings here;

  @Mixin private final Setup setup;

  RunsCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    try (var store = Opening.store(here, setup.settings())) {
      var runs = store.runs().runs();
      if (runs.isEmpty()) {
        here.say("no run is kept yet; swarm audit makes one");
        return Exit.DONE.code();
      }
      var columns = new Columns();
      columns.row("RUN", "STARTED", "NODE", "STATE", "FINDINGS");
      runs.forEach(run -> row(columns, run));
      here.out().print(columns.text());
      return Exit.DONE.code();
    }
  }

  private static void row(Columns columns, RunSummary run) {
    boolean damaged = run.ending() == RunSummary.Ending.DAMAGED;
    columns.row(
        run.id().value(),
        damaged ? "-" : TIME.format(run.started()),
        damaged ? "-" : String.join(",", run.nodes()),
        run.ending().name().toLowerCase(Locale.ROOT),
        damaged ? run.damage() : findings(run));
  }

  private static String findings(RunSummary run) {
    var found =
        Arrays.stream(Severity.values())
            .sorted(Comparator.reverseOrder())
            .filter(severity -> run.findings().getOrDefault(severity, 0) > 0)
            .map(severity -> run.findings().get(severity) + " " + severity.id())
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "none" : found;
  }
}
