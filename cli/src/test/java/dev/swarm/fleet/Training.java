package dev.swarm.fleet;

import dev.swarm.chaos.Java;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Network;
import dev.swarm.protocol.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * A cache of loaded classes for the many processes of these tests, made by an agent that works a
 * little and ends: each start then costs a third. Without one everything works as well, later.
 */
final class Training {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Training() {}

  /** Makes the cache if there is none that is newer than the command. */
  static void once() {
    try {
      var cache = Java.CACHE;
      if (Files.exists(cache)
          && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(Java.JAR)) > 0) {
        return;
      }
      Files.createDirectories(cache.getParent());
      var fresh = cache.resolveSibling("swarm.aot.new");
      train(Files.createTempDirectory("swarm-training"), fresh);
      if (Files.exists(fresh)) {
        var _ = Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void train(Path folder, Path cache) {
    try (var network = Network.open("train")) {
      var machine = new Machine(network.add("n1"), folder.resolve("n1"));
      var desk = new Machine(network.add("desk"), folder.resolve("desk"));
      var charter = new Charter(List.of(machine.address()));
      Work.give(machine);
      Work.give(desk);
      charter.enrol(machine, Role.NODE);
      charter.enrol(desk, Role.COORDINATOR);
      var agent = machine.start("agent", Java.training(cache, Charter.line(machine, "agent")));
      var _ = agent.awaitSaid(Charter.READY, LIMIT);
      int _ = Charter.start(desk, "audit", "--areas", "quick").ended(LIMIT);
      agent.term();
      int _ = agent.ended(LIMIT);
    }
  }
}
