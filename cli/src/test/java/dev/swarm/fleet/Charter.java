package dev.swarm.fleet;

import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.chaos.Java;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Program;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes machines a fleet: an authority, a key and a configuration for each. */
final class Charter {
  /** What an agent or a coordinator says once it takes part. */
  static final String READY = " listens at ";

  private static final Duration YEAR = Duration.ofDays(365);

  private final AuthorityKey authority = AuthorityKey.make("rig", Instant.now());
  private final List<String> members;

  /**
   * @param members the addresses where a process that joins knocks
   */
  Charter(List<String> members) {
    this.members = List.copyOf(members);
  }

  /** The name of the cluster; whoever listens in knows it. */
  String cluster() {
    return authority.cluster();
  }

  AuthorityKey authority() {
    return authority;
  }

  /** Gives a machine its key, and the configuration of a process that stays. */
  void enrol(Machine machine, Role role) {
    configure(machine, machine.home().resolve("swarm.key"), members);
    try {
      new KeyFile(machine.home().resolve("swarm.key"))
          .write(authority.issue(role, machine.name(), YEAR, Instant.now(), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The configuration alone. */
  static void configure(Machine machine, Path key, List<String> members) {
    var _ =
        machine.write(
            "swarm.yaml",
            """
            tools-folder: %1$s/tools
            checks-folder: %1$s/checks
            state-folder: %1$s/state
            fleet:
              key: %4$s
              members: %2$s
              listen: %3$s:7610
            """
                .formatted(machine.home(), members, machine.address(), key));
  }

  /** Adds lines to the configuration of an enrolled machine, which ends with {@code fleet}. */
  static void say(Machine machine, String lines) {
    try {
      var file = machine.home().resolve("swarm.yaml");
      var _ = Files.writeString(file, Files.readString(file) + lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any command of swarm on an enrolled machine. */
  static Program start(Machine machine, String... words) {
    return machine.start(words[0], Java.swarm(line(machine, words)));
  }

  /** A command line with the configuration of its machine. */
  static List<String> line(Machine machine, String... words) {
    var line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--config", machine.home().resolve("swarm.yaml").toString()));
    return line;
  }

  /** Where its processes keep things. */
  static Path state(Machine machine) {
    return machine.home().resolve("state");
  }
}
