package dev.swarm.cli;

import dev.swarm.loadtest.net.Hub;
import dev.swarm.loadtest.process.Twin;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A load test in which networks are cut: the same command once more, in a network of its own. */
record LoadtestHub(Surroundings here, List<String> arguments) {
  /** Runs it to its end; blocks. Whoever asks this process to end asks that one. */
  int run() throws InterruptedException {
    try (var hub = Hub.open()) {
      here.out().flush();
      var inside = Map.of(Hub.VARIABLE, hub.name());
      try (var twin = Twin.start(Main.class, arguments, hub::around, inside);
          var _ = Interruption.of(here, twin::end)) {
        return twin.await();
      }
    } catch (IOException e) {
      throw new UsageException(
          "could not cut networks, which takes root and the program ip (iproute2): "
              + e.getMessage());
    }
  }
}
