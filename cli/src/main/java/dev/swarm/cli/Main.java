package dev.swarm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code swarm} command. */
@Command(
    name = "swarm",
    description = "Is anything wrong, anywhere? Audits a fleet, with proof.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main implements Runnable {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }
}
