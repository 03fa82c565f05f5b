package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.protocol.CheckId;
import dev.swarm.tools.yaml.Nearest;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm explain CHECK}: what it looks at, why, and where its threshold comes from. */
@Command(
    name = "explain",
    description = "Says what a check looks at, why, and where its threshold comes from.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "CHECK", description = "Its id, such as storage.space.")
  private String id = "";

  @Override
  public Integer call() {
    var knowledge = Knowledge.of(common.settings());
    var ids = knowledge.checks().byId().keySet().stream().map(CheckId::value).toList();
    var check =
        ids.contains(id)
            ? knowledge.checks().check(new CheckId(id)).orElseThrow()
            : missing(id, ids);
    System.out.print(page(check));
    return 0;
  }

  private static Check missing(String id, java.util.List<String> ids) {
    throw new UsageException(
        "there is no check '" + id + "'" + Nearest.hint(id, ids) + " (swarm checks lists them)");
  }

  private static String page(Check check) {
    var words = check.words();
    var page = new StringBuilder();
    section(page, check.id().value(), words.why());
    section(
        page,
        "looks at",
        "the tool "
            + check.tool()
            + " (swarm tools show "
            + check.tool()
            + ")"
            + check.applies().map(applies -> ", rows where " + applies.text()).orElse("")
            + check.forEach().map(list -> ", for each of '" + list + "' in swarm.yaml").orElse(""));
    section(page, "threshold", words.threshold());
    section(page, "source", words.source());
    section(
        page,
        "rules",
        check.severity().stream()
            .map(rule -> rule.severity().id() + " when " + rule.when().text())
            .collect(Collectors.joining("\n")));
    section(
        page,
        "proof",
        switch (check.kind()) {
          case STATE -> "a state: measured again before it is reported";
          case EVENT -> "an event: found again before it is reported";
          case SAMPLE -> "a sample: shown as then and now";
        });
    if (!check.next().isEmpty()) {
      section(
          page,
          "follows up",
          check.next().stream().map(Check.FollowUp::tool).collect(Collectors.joining(", ")));
    }
    if (!words.privilege().isEmpty()) {
      section(page, "as root", words.privilege());
    }
    section(page, "defined in", check.origin());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, String text) {
    page.append(title).append('\n');
    text.strip().lines().forEach(line -> page.append("    ").append(line.strip()).append('\n'));
  }
}
