package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.protocol.CheckId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm explain CHECK}: what it looks at, why, and where its threshold comes from. */
@Command(
    name = "explain",
    description = "Says what a check looks at, why, and where its threshold comes from.")
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;

  @Parameters(paramLabel = "CHECK", description = "Its id, such as storage.space.")
  private String id = "";

  ExplainCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var checks = Knowledge.of(setup.settings()).checks();
    var ids = checks.byId().keySet().stream().map(CheckId::value).toList();
    Choice.require("check", id, ids, "swarm checks lists them");
    here.out().print(page(checks.check(new CheckId(id)).orElseThrow()));
    return Exit.DONE.code();
  }

  private Page page(Check check) {
    var words = check.words();
    return new Page(here.terminal().width())
        .title(check.id().value())
        .entry("why", words.why())
        .entry("looks at", looksAt(check))
        .entry("threshold", words.threshold())
        .entry("source", words.source())
        .entry("rules", rules(check))
        .entry("proof", proof(check.kind()))
        .entry(
            "follows up",
            check.next().stream().map(Check.FollowUp::tool).collect(Collectors.joining(", ")))
        .entry("as root", words.privilege())
        .entry("defined in", check.origin());
  }

  private static String looksAt(Check check) {
    return "the tool "
        + check.tool()
        + " (swarm tools show "
        + check.tool()
        + ")"
        + check.applies().map(applies -> ", rows where " + applies.text()).orElse("")
        + check.forEach().map(list -> ", for each of '" + list + "' in swarm.yaml").orElse("");
  }

  private static String rules(Check check) {
    return check.severity().stream()
        .map(rule -> rule.severity().id() + " when " + rule.when().text())
        .collect(Collectors.joining("\n"));
  }

  private static String proof(Check.Kind kind) {
    return switch (kind) {
      case STATE -> "a state: measured again before it is reported";
      case EVENT -> "an event: found again before it is reported";
      case SAMPLE -> "a sample: shown as then and now";
    };
  }
}
