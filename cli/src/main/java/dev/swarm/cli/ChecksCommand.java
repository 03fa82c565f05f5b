package dev.swarm.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm checks}: every check, with its thresholds. */
@Command(
    name = "checks",
    description = "Lists the checks with their thresholds.",
    mixinStandardHelpOptions = true)
final class ChecksCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    var knowledge = Knowledge.of(common.settings());
    var columns = new Columns();
    for (var area : knowledge.checks().areas()) {
      for (var check : knowledge.checks().of(area)) {
        columns.row(
            check.id().value(),
            check.platforms().stream()
                .sorted()
                .map(platform -> platform.id())
                .collect(Collectors.joining(",")),
            check.words().threshold().replaceAll("\\s+", " "));
      }
    }
    System.out.print(columns);
    return Problems.tell(knowledge.problems());
  }
}
