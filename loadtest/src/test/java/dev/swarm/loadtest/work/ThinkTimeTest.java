package dev.swarm.loadtest.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkTimeTest {
  @TempDir Path folder;

  @Test
  void what_is_drawn_depends_on_seed_task_and_step_alone() {
    var think = ThinkTime.parse("lognormal 50ms 0.5");

    assertEquals(think.of(7, 3, 2), think.of(7, 3, 2));
    assertTrue(
        IntStream.range(0, 50).mapToObj(step -> think.of(7, 3, step)).distinct().count() > 20);
    assertTrue(IntStream.range(0, 50).anyMatch(n -> !think.of(7, n, 0).equals(think.of(8, n, 0))));
  }

  @Test
  void half_of_what_is_drawn_is_below_the_median_and_nothing_above_the_most() {
    var think = ThinkTime.parse("lognormal 50ms 1 200ms");

    var drawn = IntStream.range(0, 4000).mapToObj(n -> think.of(1, n, 0)).sorted().toList();

    long median = drawn.get(2000).toMillis();
    assertTrue(median >= 46 && median <= 54, "the median is " + median + " ms");
    assertEquals(Duration.ofMillis(200), drawn.getLast());
  }

  @Test
  void latencies_are_replayed_from_a_file() throws Exception {
    var file = folder.resolve("latencies");
    var _ = Files.writeString(file, "# of last Tuesday\n10ms\n\n20ms\n");

    var think = ThinkTime.parse("replay " + file);

    var seen = IntStream.range(0, 40).mapToObj(n -> think.of(1, n, 0)).distinct().sorted().toList();
    assertEquals(java.util.List.of(Duration.ofMillis(10), Duration.ofMillis(20)), seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"350ms", "lognormal 50ms 0.5 2000ms", "lognormal 1000ms 0.25 1500ms"})
  void what_was_read_is_written_so_that_it_reads_the_same(String text) {
    assertEquals(text, ThinkTime.parse(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "lognormal",
        "lognormal 50ms",
        "lognormal 50ms x",
        "lognormal 0ms 1",
        "lognormal 50ms 9",
        "lognormal 50ms 1 10ms",
        "replay",
        "replay /no/such/file"
      })
  void what_cannot_be_read_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> ThinkTime.parse(text));
  }
}
