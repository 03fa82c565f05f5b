package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that are ten minutes off, to either side. */
class ClockIT {
  @TempDir private Path folder;

  @Test
  void clocks_that_are_ten_minutes_off_change_no_work_and_are_told() {
    try (var fleet = Fleet.of(3, "clock", folder, History.of("clock", Extent.seed()))) {
      fleet.agent("n1").machine().skew(Duration.ofMinutes(10));
      fleet.agent("n2").machine().skew(Duration.ofMinutes(-10));
      var answered = fleet.up().audit().answered();
      new Laws(fleet, answered.findings()).hold(answered, "skewed");
      assertEquals(1, answered.code(), "clocks so far apart are a critical finding of their own");
      assertEquals(9, answered.count("/totals/subtasks/completed"), answered::told);
      var offsets =
          answered.log().of("clock-compared").stream()
              .map(one -> Duration.parse(one.get("offset").asText()).toMinutes())
              .filter(minutes -> Math.abs(minutes) >= 9)
              .toList();
      assertEquals(2, offsets.size(), answered::told);
    }
  }
}
