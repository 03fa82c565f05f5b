package dev.swarm.cli;

import dev.swarm.loadtest.net.Hub;
import dev.swarm.loadtest.process.Java;
import java.io.IOException;
import java.util.List;

/** A load test in which networks are cut: the same command once more, in a network of its own. */
record LoadtestHub(Surroundings here, List<String> arguments) {
  /** Runs it to its end; blocks. Whoever asks this process to end asks that one. */
  int run() throws InterruptedException {
    try (var hub = Hub.open()) {
      var builder = new ProcessBuilder(hub.around(Java.again(Main.class, arguments))).inheritIO();
      builder.environment().put(Hub.VARIABLE, hub.name());
      here.out().flush();
      var process = builder.start();
      try (var _ = Interruption.of(here, process::destroy)) {
        return process.waitFor();
      } finally {
        var _ = process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UsageException(
          "could not cut networks, which takes root and the program ip (iproute2): "
              + e.getMessage());
    }
  }
}
