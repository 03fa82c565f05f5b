package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm findings acknowledge}: somebody is on it. */
@Command(
    name = "acknowledge",
    description = "Says that somebody has seen it and is on it; it counts as before.",
    sortOptions = false)
final class AcknowledgeCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final JudgedFindings findings = new JudgedFindings();

  @Option(
      names = "--reason",
      order = 2,
      paramLabel = "TEXT",
      description = "A word about it; may be left out.")
  private String reason = "";

  AcknowledgeCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var now = new SystemClock().instant();
    var by = JudgedFindings.by(here);
    var seen = JudgedFindings.checked(() -> new Judgement.Acknowledged(by, now, reason));
    return findings.judge(here, setup.settings(), seen, "acknowledged");
  }
}
