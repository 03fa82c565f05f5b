package dev.swarm.cli;

import dev.swarm.agent.ledger.StateFolder;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A fleet of one agent, in this process and on loopback, that is gone after its audit. */
final class TrainingFleet {
  private static final Duration DAY = Duration.ofDays(1);

  private TrainingFleet() {}

  /** Audits the fleet, given the options that reach it; blocks until the audit is over. */
  interface Audit {
    void of(List<String> reached) throws IOException, InterruptedException;
  }

  /** Brings it up, has it audited and takes it down. Where that does not work, says why. */
  static void audited(Surroundings here, Audit audit) {
    try {
      var folder = Files.createTempDirectory(here.folders().work().getParent(), "swarm-training-");
      try {
        audited(here, folder, audit);
      } finally {
        delete(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ClusterException | RuntimeException e) {
      System.err.println("no fleet was trained: " + e);
    }
  }

  private static void audited(Surroundings here, Path folder, Audit audit)
      throws IOException, ClusterException, InterruptedException {
    var now = new SystemClock().instant();
    var authority = AuthorityKey.make("training", now);
    var node = folder.resolve("node.key");
    var command = folder.resolve("command.key");
    new KeyFile(node).write(authority.issue(Role.NODE, "here", DAY, now, Optional.empty()));
    new KeyFile(command)
        .write(authority.issue(Role.COORDINATOR, "boss", DAY, now, Optional.empty()));

    var loopback = InetAddress.getLoopbackAddress();
    int port = ClusterOptions.SPARE_PORTS.free(loopback).orElseThrow();
    var place = new HostPort(loopback.getHostAddress(), port);
    var settings = SettingsReader.read(Optional.empty(), List.of());
    settings = settings.with(FleetSettings.NONE.keyed(node).listening(place));
    try (var state = StateFolder.take(folder.resolve("agent"));
        var opening = Opening.passing(here, settings, "a training keeps no runs")) {
      var key = FleetKey.of(here, node, Role.NODE, Optional.empty(), new SystemClock());
      try (var _ =
          AgentProcess.start(new AgentProcess.Parts(here, settings, opening, key, state))) {
        audit.of(List.of("--key", command.toString(), "--join", place.toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
