package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
  private final RunHistory history =
      new RunHistory(
          List.of(
              run("20261120-2-bbbb", Ending.COMPLETE, "storage time", ""),
              run("20261120-1-aaaa", Ending.CANCELLED, "storage time", ""),
              run("20261119-3-cccc", Ending.COMPLETE, "storage", ""),
              run("20261119-2-bbbb", Ending.COMPLETE, "storage time", "storage.space"),
              run("20261119-1-aaaa", Ending.INCOMPLETE, "storage time logs", "")));

  @Test
  void latest_counts_back() {
    assertEquals(new RunId("20261120-2-bbbb"), history.resolve("latest"));
    assertEquals(new RunId("20261120-2-bbbb"), history.resolve("latest~0"));
    assertEquals(new RunId("20261119-1-aaaa"), history.resolve("latest~4"));
    assertThrows(StoreException.class, () -> history.resolve("latest~5"));
  }

  @Test
  void a_prefix_names_a_run_if_it_names_one_only() {
    assertEquals(new RunId("20261119-3-cccc"), history.resolve("20261119-3"));
    assertEquals(new RunId("20261119-3-cccc"), history.resolve("20261119-3-cccc"));
    assertTrue(message("20261119").contains("3 runs begin so"));
    assertTrue(message("2025").startsWith("could not find a run \"2025\""));
    assertThrows(StoreException.class, () -> history.resolve(""));
    assertThrows(StoreException.class, () -> history.resolve("latest~-1"));
  }

  @Test
  void the_baseline_is_the_last_whole_look_at_the_same_things() {
    assertEquals(
        Optional.of(new RunId("20261119-1-aaaa")),
        history.baseline(new RunId("20261120-2-bbbb"), "n1"));
    assertEquals(
        Optional.empty(), history.baseline(new RunId("20261120-2-bbbb"), "lost"), "it was lost");
    assertEquals(
        Optional.empty(), history.baseline(new RunId("20261119-1-aaaa"), "n1"), "it is the first");
  }

  private String message(String reference) {
    return String.valueOf(
        assertThrows(StoreException.class, () -> history.resolve(reference)).getMessage());
  }

  private static RunSummary run(String id, Ending ending, String areas, String check) {
    return new RunSummary(
        new RunId(id),
        Instant.EPOCH,
        List.of("n1", "lost"),
        ending == Ending.INCOMPLETE ? List.of("lost") : List.of(),
        List.of(areas.split(" ")).stream().map(Area::new).toList(),
        check.isEmpty() ? List.of() : List.of(new CheckId(check)),
        Map.of(),
        ending,
        5,
        "");
  }
}
