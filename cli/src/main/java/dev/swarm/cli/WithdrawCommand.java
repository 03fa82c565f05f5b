package dev.swarm.cli;

import dev.swarm.coordinator.life.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm findings withdraw}: what was said does not count any more. */
@Command(
    name = "withdraw",
    description = "Takes back what was said of it last.",
    sortOptions = false)
final class WithdrawCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final JudgedFindings findings = new JudgedFindings();

  @Option(
      names = "--reason",
      order = 2,
      paramLabel = "TEXT",
      description = "A word about it; may be left out.")
  private String reason = "";

  WithdrawCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
  }

  @Override
  public Integer call() {
    var now = new SystemClock().instant();
    var by = JudgedFindings.by(here);
    var gone = JudgedFindings.checked(() -> new Judgement.Withdrawn(by, now, reason));
    return findings.judge(here, setup.settings(), gone, "withdrawn");
  }
}
