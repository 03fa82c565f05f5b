package dev.swarm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final RunId RUN = new RunId("run");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ProgressLine line = new ProgressLine(new PrintStream(bytes, true, UTF_8), 80);
  private long sequence;

  @Test
  void of_a_fleet_it_says_how_many_nodes_are_done_and_who_works() {
    queued("web-1", "time");
    queued("web-2", "time");
    queued("web-2", "logs");
    accepted("web-1", "time");
    accepted("web-2", "time");
    accepted("web-2", "logs");
    assertTrue(last().contains("0 of 2 nodes, 0 of 3 areas"), last());
    assertTrue(last().endsWith("· web-1 1, web-2 2"), last());
    ended("web-1", "time");
    assertTrue(last().contains("1 of 2 nodes, 1 of 3 areas"), last());
  }

  @Test
  void what_is_queued_again_counts_once() {
    queued("web-1", "time");
    queued("web-2", "time");
    queued("web-2", "time");
    assertTrue(last().contains("0 of 2 nodes, 0 of 2 areas"), last());
  }

  @Test
  void of_one_machine_it_says_its_areas() {
    queued("web-1", "time");
    accepted("web-1", "time");
    assertTrue(last().endsWith("swarm: 0 of 1 areas, 0 tool calls · time"), last());
  }

  @Test
  void it_is_never_wider_than_the_terminal() {
    for (int node = 0; node < 1000; node++) {
      queued("web-" + node, "time");
      accepted("web-" + node, "time");
    }
    assertTrue(last().length() < 80, last());
  }

  private void queued(String node, String area) {
    var id = id(node, area);
    var budget = Budget.standard(Duration.ofSeconds(30));
    show(new Event.SubtaskQueued(new Subtask(id, RUN, node, new Area(area), List.of(), budget)));
  }

  private void accepted(String node, String area) {
    show(new Event.SubtaskAccepted(id(node, area), 1));
  }

  private void ended(String node, String area) {
    show(
        new Event.SubtaskEnded(
            new Outcome.Failed(id(node, area), 1, Cause.TIMED_OUT, "late", Effort.NONE)));
  }

  private void show(Event event) {
    line.show(new Recorded(RUN, 1, ++sequence, Instant.EPOCH, event));
  }

  private static SubtaskId id(String node, String area) {
    return SubtaskId.of(RUN, node, new Area(area));
  }

  private String last() {
    var all = bytes.toString(UTF_8);
    return all.substring(all.lastIndexOf("\u001b[K") + 3);
  }
}
