package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.ModelRun;
import dev.swarm.coordinator.store.Retention;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.router.waiting.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of models are of all runs that are kept, however many there are. */
class ModelsTest {
  private static final int RUNS = 60;
  private static final int TURNS = 3;

  @TempDir Path folder;

  private static List<Recorded> run(int number) {
    var share = ModelRun.share("small", TURNS, "0.01");
    var run = new RunId("20261120-%06d-mdls".formatted(number));
    return ModelRun.events(run, 1, ModelRun.brought(share));
  }

  @Test
  void runs_of_before_it_was_started_count_like_those_after() throws Exception {
    try (var store = SqliteStore.staying(folder, Retention.of(500), new SystemClock())) {
      for (int i = 0; i < RUNS; i++) {
        run(i).forEach(recorded -> store.append(recorded).join());
      }
    }
    try (var served = new Served(folder)) {
      await(served, RUNS * TURNS);
      served.keep(run(RUNS));
      await(served, (RUNS + 1) * TURNS);
    }
  }

  private static void await(Served served, int turns) throws InterruptedException {
    int asked = -1;
    for (int look = 0; look < 300 && asked != turns; look++) {
      boolean _ = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      asked = 0;
      for (var model : served.client().get(Route.ROOT + "/routers").json().path("models")) {
        asked += model.path("asked").asInt();
      }
      assertTrue(asked <= turns, asked + " of " + turns);
    }
    assertTrue(asked == turns, asked + " of " + turns);
  }
}
