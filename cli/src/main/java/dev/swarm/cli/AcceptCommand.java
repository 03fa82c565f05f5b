package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm findings accept}: it may stay so for a while. */
@Command(
    name = "accept",
    description = "Accepts it until a date: it is shown, and neither counts nor fails an audit.",
    sortOptions = false)
final class AcceptCommand implements Callable<Integer> {
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

  @Option(
      names = "--until",
      order = 3,
      required = true,
      paramLabel = "DATE",
      description = "2027-01-31 (that day included), or from now on: 30d, 12h.")
  private String until = "";

  AcceptCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var now = new SystemClock().instant();
    var by = JudgedFindings.by(here);
    var end = Until.of(until, now);
    var accepted = JudgedFindings.checked(() -> new Judgement.Accepted(by, now, end, reason));
    return findings.judge(here, setup.settings(), accepted, "accepted until " + Until.words(end));
  }
}
