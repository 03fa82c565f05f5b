package dev.swarm.loadtest.fleet;

import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The keys of a simulated fleet, in one folder; also the process that makes them. */
public record Keys(Path folder) {
  private static final Duration VALID = Duration.ofDays(1);

  /** Arguments: {@code keys=FOLDER agents=NUMBER processes=NUMBER}. */
  public static void main(String[] arguments) throws IOException {
    var options = Options.of(arguments);
    var keys = new Keys(Path.of(options.text("keys")));
    keys.make(options.number("agents"), options.number("processes"));
  }

  /** Who is the {@code number}th agent, from 1. */
  public static String agent(int number) {
    return "node-%04d".formatted(number);
  }

  /** The member of the cluster that the agents of one process share. */
  public static String member(int process) {
    return "member-" + process;
  }

  KeyBundle coordinator() {
    return read("coordinator");
  }

  KeyBundle read(String name) {
    return file(name).read();
  }

  public void make(int agents, int processes) throws IOException {
    var _ = Files.createDirectories(folder);
    var clock = InstantSource.system();
    var authority = AuthorityKey.make("thousand", clock.instant());
    issue(authority, Role.COORDINATOR, "coordinator", clock);
    for (int process = 1; process <= processes; process++) {
      issue(authority, Role.NODE, member(process), clock);
    }
    for (int number = 1; number <= agents; number++) {
      issue(authority, Role.NODE, agent(number), clock);
    }
  }

  private void issue(AuthorityKey authority, Role role, String name, InstantSource clock)
      throws IOException {
    file(name).write(authority.issue(role, name, VALID, clock.instant(), Optional.empty()));
  }

  private KeyFile file(String name) {
    return new KeyFile(folder.resolve(name + ".key"));
  }
}
