package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.store.StoreState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be kept is not begun, and everybody who asks is told why. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StoreTroubleTest {
  @TempDir private Path folder;

  @Test
  void a_full_store_takes_no_run_until_there_is_space() throws Exception {
    try (var served = new Served(folder)) {
      told(served, new StoreState.Full(Instant.EPOCH, "no space left on /var"), "full");
      served.pretended = Optional.empty();
      assertEquals(200, served.client().get("/ready").status());
      assertEquals(202, served.client().post(Route.ROOT + "/runs", "{}").status());
    }
  }

  @Test
  void a_damaged_store_takes_no_run_and_says_where_it_is_damaged() throws Exception {
    try (var served = new Served(folder)) {
      told(served, new StoreState.Damaged("runs.db, run r-1", "its chain is broken"), "damaged");
    }
  }

  private static void told(Served served, StoreState state, String word) {
    served.pretended = Optional.of(state);
    var refused = served.client().post(Route.ROOT + "/runs", "{}");
    assertEquals(503, refused.status(), refused::toString);
    assertTrue(refused.json().get("detail").asText().contains("storage " + word), refused::body);
    assertFalse(refused.json().get("mend").asText().isEmpty());
    assertTrue(refused.headers().containsKey("Retry-After"));

    var ready = served.client().get("/ready");
    assertEquals(503, ready.status());
    assertEquals(word, ready.json().get("store").asText());
    assertEquals(200, served.client().get("/health").status());
    assertTrue(
        served
            .client()
            .get("/metrics")
            .body()
            .contains("swarm_store_state{state=\"" + word + "\"} 1"));
    var fleet = served.client().get(Route.ROOT + "/fleet").json();
    assertEquals(word, fleet.at("/coordinator/store/state").asText(), fleet::toString);
  }
}
