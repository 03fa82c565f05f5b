package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.coordinator.Samples;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTallyTest {
  @Test
  void what_no_check_covers_is_counted_as_a_warning_at_most() {
    var tally = new RunTally(Samples.RUN);
    var subtask = Samples.subtask(Samples.RUN, "n1", "storage");
    var claims = List.of(Samples.claim("n1", "storage", "/srv"));
    var ended = new Event.SubtaskEnded(Samples.completed(subtask, 1, claims));
    tally.add(new Recorded(Samples.RUN, 1, 1, SampleRun.START, ended));
    assertEquals(Map.of(Severity.WARNING, 1), tally.summary().findings());
  }
}
