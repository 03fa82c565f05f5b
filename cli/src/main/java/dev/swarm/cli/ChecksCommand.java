package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.tools.host.Platform;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm checks}: every check, with its thresholds. */
@Command(
    name = "checks",
    description = "Lists the checks with their thresholds.",
    footer = {"", "swarm explain CHECK tells more of one."})
final class ChecksCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  ChecksCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var knowledge = Knowledge.of(setup.settings());
    var columns = new Columns();
    columns.row("CHECK", "PLATFORMS", "THRESHOLD");
    for (var area : knowledge.checks().areas()) {
      knowledge.checks().of(area).forEach(check -> row(columns, check));
    }
    return Problems.list(here, columns, knowledge.problems());
  }

  private static void row(Columns columns, Check check) {
    columns.row(
        check.id().value(),
        check.platforms().stream().sorted().map(Platform::id).collect(Collectors.joining(",")),
        check.words().threshold().replaceAll("\\s+", " "));
  }
}
