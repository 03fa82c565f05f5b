package dev.swarm.coordinator.store;

import dev.swarm.coordinator.Samples;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Runs as they are kept. */
final class SampleRun {
  static final Instant START = Instant.parse("2026-11-20T19:45:12Z");

  private SampleRun() {}

  /** A run of one area on each node that found one thing on the first. */
  static List<Recorded> complete(RunId run, String... nodes) {
    var events = begun(run, nodes);
    for (var node : nodes) {
      var subtask = Samples.subtask(run, node, "storage");
      var findings =
          node.equals(nodes[0])
              ? List.of(Samples.finding(node, "storage.space", "/var"))
              : List.<dev.swarm.protocol.Finding>of();
      events.add(new Event.SubtaskOffered(subtask.id(), 1));
      events.add(new Event.SubtaskAccepted(subtask.id(), 1));
      events.add(returned(run, node, events.size()));
      events.add(new Event.SubtaskEnded(Samples.completed(subtask, 1, findings)));
    }
    events.add(new Event.RunEnded(false));
    return recorded(run, events);
  }

  /** A run whose second node was lost. */
  static List<Recorded> incomplete(RunId run, String well, String lost) {
    var events = begun(run, well, lost);
    var done = Samples.completed(Samples.subtask(run, well, "storage"), 1, List.of());
    var gone = Samples.subtask(run, lost, "storage").id();
    events.add(new Event.SubtaskEnded(done));
    events.add(
        new Event.SubtaskEnded(
            new Outcome.Failed(gone, 0, Cause.LOST, "nobody is there", Effort.NONE)));
    events.add(new Event.RunEnded(false));
    return recorded(run, events);
  }

  static List<Recorded> unfinished(RunId run, String node) {
    return recorded(run, begun(run, node));
  }

  /** An event with the bulk and the look of a real one. */
  static Event returned(RunId run, String node, int seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int line = 0; line < 30; line++) {
      text.append("/dev/vda").append(random.nextInt(100)).append(" ext4 ‹redacted:x› 93%\n");
    }
    return new Event.ToolReturned(
        Samples.subtask(run, node, "storage").id(),
        new CallId("r" + seed),
        "filesystems",
        "ok",
        "",
        Duration.ofMillis(7),
        30,
        text.toString(),
        "0".repeat(64));
  }

  static void keep(RunStore store, List<Recorded> events) {
    var kept = events.stream().map(store::append).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(kept).join();
  }

  static void keep(Path folder, List<Recorded> events) {
    try (var store = new SqliteStore(folder, 200)) {
      keep(store, events);
    }
  }

  private static List<Event> begun(RunId run, String... nodes) {
    var events = new ArrayList<Event>();
    events.add(
        new Event.RunStarted(
            "0.1.0", "playbook", List.of(nodes), List.of(new Area("storage")), List.of()));
    for (var node : nodes) {
      events.add(new Event.NodeJoined(Samples.hello(node, "i1", 4)));
      events.add(new Event.SubtaskQueued(Samples.subtask(run, node, "storage")));
    }
    return events;
  }

  private static List<Recorded> recorded(RunId run, List<Event> events) {
    var recorded = new ArrayList<Recorded>();
    for (var event : events) {
      recorded.add(new Recorded(run, 1, recorded.size() + 1, START, event));
    }
    return recorded;
  }
}
