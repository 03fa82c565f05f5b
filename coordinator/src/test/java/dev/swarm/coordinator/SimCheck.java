package dev.swarm.coordinator;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Set;

/** Counts a run's subtasks anew after each event, and compares with what the gathering keeps. */
final class SimCheck {
  private final Journal journal;
  private final Set<SubtaskId> planned = new LinkedHashSet<>();
  private long sequence;

  SimCheck(Journal journal) {
    this.journal = journal;
  }

  void heard(Recorded recorded) {
    if (sequence > 0 && recorded.sequence() != sequence + 1) {
      throw new AssertionError("a gap before " + recorded);
    }
    sequence = recorded.sequence();
    if (recorded.event() instanceof Event.SubtaskQueued queued) {
      planned.add(queued.subtask().id());
    }
    int[] at = new int[4];
    var failed = new EnumMap<Cause, Integer>(Cause.class);
    for (var subtask : planned) {
      switch (journal.gathering().phase(subtask).orElseThrow()) {
        case Phase.Queued _ -> at[0]++;
        case Phase.Offered _ -> at[1]++;
        case Phase.Running _ -> at[2]++;
        case Phase.Ended(Outcome.Completed _) -> at[3]++;
        case Phase.Ended(Outcome.Failed end) -> failed.merge(end.cause(), 1, Integer::sum);
      }
    }
    // one that goes on with a run hears only of what is queued from then on
    if (recorded.epoch() == 1) {
      var counted = new Sum(planned.size(), at[0], at[1], at[2], at[3], failed);
      if (!counted.equals(journal.gathering().sum())) {
        throw new AssertionError(counted + " is not " + journal.gathering().sum());
      }
    }
  }
}
