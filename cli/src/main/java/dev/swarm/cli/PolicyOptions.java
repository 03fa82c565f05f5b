package dev.swarm.cli;

import dev.swarm.coordinator.report.Policy;
import dev.swarm.protocol.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes an audit fail. */
final class PolicyOptions {
  @Option(
      names = "--fail-on",
      order = 10,
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity up: info, warning or critical.")
  @Nullable
  private String failOn;

  @Option(
      names = "--strict",
      order = 11,
      description = "A check that needs more rights makes the audit incomplete, too.")
  private boolean strict;

  @Option(
      names = "--trust-model",
      order = 12,
      description = "Findings that no check covers count for the exit code as well.")
  private boolean trustModel;

  /** The policy, with the configuration's severity where the command line names none. */
  Policy policy(Severity usual) {
    var severity = failOn == null ? usual : Choice.severity("--fail-on", failOn);
    return new Policy(severity, strict, trustModel);
  }
}
