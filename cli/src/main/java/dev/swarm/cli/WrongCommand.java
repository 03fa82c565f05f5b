package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm findings wrong}: it is not so. */
@Command(
    name = "wrong",
    description = "Says that it is not so; reports tell, and count it with who reported it.",
    sortOptions = false)
final class WrongCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final JudgedFindings findings = new JudgedFindings();

  @Option(
      names = "--reason",
      order = 2,
      required = true,
      paramLabel = "TEXT",
      description = "Why, for those who read the report.")
  private String reason = "";

  WrongCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var now = new SystemClock().instant();
    var by = JudgedFindings.by(here);
    var wrong = JudgedFindings.checked(() -> new Judgement.Wrong(by, now, reason));
    return findings.judge(here, setup.settings(), wrong, "called wrong");
  }
}
