package dev.swarm.cli;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tool call of a kept run.
 *
 * @param cited what findings rest on of it
 */
record KeptCall(Place place, Event.ToolReturned returned, List<Evidence> cited) {
  private record Key(SubtaskId subtask, CallId call) {}

  /** Every call, in the order in which they came back. */
  static List<KeptCall> of(List<Recorded> events) {
    var cited = cited(events);
    var calls = new ArrayList<KeptCall>();
    for (var recorded : events) {
      if (recorded.event() instanceof Event.ToolReturned returned) {
        var key = new Key(returned.subtask(), returned.call());
        calls.add(
            new KeptCall(
                Place.of(returned.subtask()), returned, cited.getOrDefault(key, List.of())));
      }
    }
    return calls;
  }

  private static Map<Key, List<Evidence>> cited(List<Recorded> events) {
    var cited = new HashMap<Key, List<Evidence>>();
    for (var recorded : events) {
      if (recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)) {
        done.findings().stream()
            .map(Finding::evidence)
            .flatMap(List::stream)
            .forEach(each ->
                cited
                    .computeIfAbsent(new Key(done.subtask(), each.call()), _ -> new ArrayList<>())
                    .add(each));
      }
    }
    return cited;
  }

  String name() {
    return place.call(returned.call());
  }

  void row(Columns columns) {
    columns.row(
        name(),
        returned.tool(),
        returned.ending(),
        Integer.toString(returned.rows()),
        returned.took().toMillis() + " ms",
        cited.isEmpty() ? "-" : lines(),
        returned.reason());
  }

  private String lines() {
    return cited.stream()
        .map(each ->
            each.firstLine() == each.lastLine()
                ? "" + each.firstLine()
                : each.firstLine() + "-" + each.lastLine())
        .distinct()
        .collect(Collectors.joining(","));
  }

  void print(Surroundings here) {
    Numbered.print(
        here,
        returned.text(),
        line ->
            cited.stream().anyMatch(each -> each.firstLine() <= line && line <= each.lastLine()));
    here.say(returned.tool() + ", " + returned.ending() + ", sha256 " + returned.sha256());
  }
}
