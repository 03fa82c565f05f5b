package dev.swarm.loadtest.fleet;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts what a run comes to, event by event. One thread. */
final class Count implements Consumer<Recorded> {
  final Map<String, Integer> callsByNode = new HashMap<>();
  final Map<String, Integer> failed = new TreeMap<>();
  final Map<String, Integer> lacking = new TreeMap<>();
  int completed;
  long events;

  @Override
  public void accept(Recorded recorded) {
    events++;
    if (recorded.event() instanceof Event.SubtaskEnded(var outcome)) {
      ended(outcome);
    }
  }

  private void ended(Outcome outcome) {
    switch (outcome) {
      case Outcome.Completed done -> {
        completed++;
        done.thinking()
            .lacking()
            .ifPresent(why -> {
              var _ = lacking.merge(why.toString(), 1, Integer::sum);
            });
      }
      case Outcome.Failed(_, _, var cause, _, _) -> {
        var _ = failed.merge(cause.toString(), 1, Integer::sum);
      }
    }
    var _ =
        callsByNode.merge(outcome.subtask().value(), outcome.effort().toolCalls(), Integer::sum);
  }

  long calls() {
    return callsByNode.values().stream().mapToLong(calls -> calls).sum();
  }

  int fewest() {
    return callsByNode.values().stream().mapToInt(calls -> calls).min().orElse(0);
  }

  int most() {
    return callsByNode.values().stream().mapToInt(calls -> calls).max().orElse(0);
  }
}
