package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.protocol.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who leads the runs of this node now, by the sessions of the coordinators. Any thread. */
public final class Leaders {
  private final Map<RunId, String> leaders = new LinkedHashMap<>();
  private Optional<String> lender = Optional.empty();

  /** The session of whoever leads {@code run}; empty if it is closed, or was never heard of. */
  public synchronized Optional<String> of(RunId run) {
    return Optional.ofNullable(leaders.get(run));
  }

  /**
   * The one that is asked for what the fleet shares: the same as long as it leads a run, then
   * another that does.
   */
  public synchronized Optional<String> lender() {
    if (!leaders.isEmpty() && lender.filter(leaders::containsValue).isEmpty()) {
      lender = leaders.values().stream().reduce((_, later) -> later);
    }
    return lender;
  }

  /** Takes note of what {@code entry} says about that. */
  synchronized void apply(Entry entry) {
    switch (entry) {
      case Entry.Led led -> leaders.put(led.run(), led.session());
      case Entry.Closed closed -> leaders.remove(closed.run());
      case Entry.Begun _, Entry.Ended _, Entry.Receipted _, Entry.Called _ -> {}
    }
  }
}
