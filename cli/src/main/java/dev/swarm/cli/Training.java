package dev.swarm.cli;

import dev.swarm.agent.ledger.StateFolder;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the launcher runs once after a build, so that java remembers what starting takes: an audit
 * of this machine, and one of a fleet of one agent on loopback. Changes nothing on the machine.
 */
final class Training {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int FIRST_FAILURE = 4;

  private Training() {}

  /**
   * Trains, and ends with 0 if the local audit did what it should.
   *
   * @param args options of the audit, such as a router's
   */
  public static void main(String[] args) {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var here = new Surroundings(System.getenv(), silent, silent);
    endAfter(LONGEST);
    int code = Main.run(here, line(args, "audit", "--local", "--output", "text"));
    if (code < FIRST_FAILURE) {
      fleet(here);
    }
    System.exit(code < FIRST_FAILURE ? 0 : 1);
  }

  /** Whatever hangs, the build goes on with what was trained until then. */
  private static void endAfter(Duration time) {
    var never = new CountDownLatch(1);
    var _ =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                boolean _ = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
                System.exit(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Where it does not work, a fleet starts as it is. */
  private static void fleet(Surroundings here) {
    try {
      var folder = Files.createTempDirectory(here.folders().work().getParent(), "swarm-training-");
      try {
        fleet(here, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException | ClusterException | RuntimeException e) {
      System.err.println("no fleet was trained: " + e);
    }
  }

  private static void fleet(Surroundings here, Path folder) throws IOException, ClusterException {
    var now = new SystemClock().instant();
    var authority = AuthorityKey.make("training", now);
    var node = folder.resolve("node.key");
    var command = folder.resolve("command.key");
    var day = Duration.ofDays(1);
    new KeyFile(node).write(authority.issue(Role.NODE, "here", day, now, Optional.empty()));
    new KeyFile(command)
        .write(authority.issue(Role.COORDINATOR, "boss", day, now, Optional.empty()));

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
        int _ =
            Main.run(
                here,
                line(
                    new String[] {"--key", command.toString(), "--join", place.toString()},
                    "audit",
                    "--areas",
                    "load-and-memory"));
      }
    }
  }

  private static String[] line(String[] more, String... words) {
    var line = new ArrayList<>(Arrays.asList(words));
    line.addAll(Arrays.asList(more));
    return line.toArray(String[]::new);
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
