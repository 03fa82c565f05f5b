package dev.swarm.cli;

import dev.swarm.protocol.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm runs}: the runs that are kept, newest first. */
@Command(
    name = "runs",
    description = "Lists the runs that are kept, newest first.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    try (var store = Opening.store(common.settings())) {
      var columns = new Columns();
      for (var run : store.runs().runs()) {
        columns.row(
            run.id().value(),
            TIME.format(run.started()),
            String.join(",", run.nodes()),
            run.ending().name().toLowerCase(Locale.ROOT),
            java.util.Arrays.stream(Severity.values())
                .sorted(java.util.Comparator.reverseOrder())
                .map(severity -> run.findings().getOrDefault(severity, 0) + " " + severity.id())
                .collect(Collectors.joining(", ")),
            run.damage());
      }
      System.out.print(columns);
      if (columns.isEmpty()) {
        System.err.println("swarm: no run is kept yet; swarm audit makes one");
      }
      return 0;
    }
  }
}
