package dev.swarm.coordinator.http;

import dev.swarm.coordinator.Samples;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The begin of a run of one node. */
final class SmallHistory {
  private static final Instant AT = Instant.parse("2026-11-20T19:45:12Z");

  private SmallHistory() {}

  static List<Recorded> run() {
    var subtask = Samples.subtask(Samples.RUN, "n1", "storage");
    return List.of(
        at(
            1,
            new Event.RunStarted(
                "0.1.0", "playbook", List.of("n1"), List.of(new Area("storage")), List.of())),
        at(2, new Event.NodeJoined(Samples.hello("n1", "i1", 4))),
        at(3, new Event.SubtaskQueued(subtask)));
  }

  private static Recorded at(long sequence, Event event) {
    return new Recorded(Samples.RUN, 1, sequence, AT, event);
  }

  /** A tool's output of so many characters. */
  static Event returned(RunId run, int number, int length) {
    return new Event.ToolReturned(
        Samples.subtask(run, "n1", "storage").id(),
        new CallId("r" + number),
        "filesystems",
        "ok",
        "",
        Duration.ofMillis(7),
        1,
        "x".repeat(length),
        "0".repeat(64));
  }
}
