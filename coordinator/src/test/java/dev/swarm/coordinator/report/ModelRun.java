package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of one clean area on many nodes, each of which tells the same of its models. */
public final class ModelRun {
  private static final RunId RUN = new RunId("models");
  private static final Area STORAGE = new Area("storage");

  private ModelRun() {}

  static Report of(int nodes, Thinking thinking) {
    return Merge.merge(events(RUN, nodes, thinking), Optional.empty());
  }

  /** Its events, under another name. */
  public static List<Recorded> events(RunId run, int nodes, Thinking thinking) {
    var names = IntStream.range(0, nodes).mapToObj("node-%04d"::formatted).toList();
    var events = new ArrayList<Event>();
    events.add(new Event.RunStarted("0.1.0", "small", names, List.of(STORAGE), List.of()));
    for (String node : names) {
      var id = SubtaskId.of(run, node, STORAGE);
      var budget = Budget.standard(Duration.ofSeconds(9));
      events.add(new Event.SubtaskQueued(new Subtask(id, run, node, STORAGE, List.of(), budget)));
      events.add(new Event.SubtaskEnded(clean(id, node, thinking)));
    }
    events.add(new Event.RunEnded(false));
    return recorded(run, events);
  }

  private static List<Recorded> recorded(RunId run, List<Event> events) {
    var recorded = new ArrayList<Recorded>();
    for (Event event : events) {
      recorded.add(new Recorded(run, 1, recorded.size() + 1, Instant.EPOCH, event));
    }
    return recorded;
  }

  private static Outcome clean(SubtaskId id, String node, Thinking thinking) {
    var ok =
        new Coverage(
            new CheckId("storage.space"),
            STORAGE,
            node,
            CoverageState.OK,
            "room everywhere",
            Optional.empty(),
            "");
    return new Outcome.Completed(
        id, 1, "small", List.of(), List.of(), List.of(ok), Effort.NONE, thinking);
  }

  static Thinking lacking(String reason) {
    return new Thinking(List.of(), List.of(), Optional.of(reason));
  }

  public static Thinking brought(ModelShare... shares) {
    return new Thinking(List.of(shares), List.of(), Optional.empty());
  }

  public static ModelShare share(String model, int turns, String cost) {
    return new ModelShare(
        model, "local", turns, 0, 0, 0, 0, 0, 100L * turns, turns, 0, new BigDecimal(cost));
  }
}
