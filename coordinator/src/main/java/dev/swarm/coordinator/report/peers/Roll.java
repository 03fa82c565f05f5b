package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who was called in a run and what they said of themselves, one event at a time; for whoever needs
 * what comparing brings and no whole report. Used by one thread.
 */
public final class Roll {
  private final Set<String> nodes = new TreeSet<>();
  private final Map<String, NodeHello> hellos = new TreeMap<>();
  private final Map<String, FleetEvent.ClockCompared> clocks = new TreeMap<>();
  private List<CheckId> asked = List.of();
  private boolean fleet;

  /** Takes an event of the run. */
  public void add(Event event) {
    switch (event) {
      case Event.RunStarted started -> {
        nodes.addAll(started.nodes());
        asked = started.checks();
      }
      case Event.SubtaskQueued queued -> nodes.add(queued.subtask().node());
      case Event.NodeJoined joined -> hellos.put(joined.hello().node(), joined.hello());
      case FleetEvent.ClockCompared clock -> clocks.putIfAbsent(clock.node(), clock);
      case FleetEvent.TermsSet _ -> fleet = true;
      case Event.SubtaskOffered _, Event.SubtaskAccepted _, Event.SubtaskRefused _ -> {}
      case Event.ToolCalled _, Event.ToolReturned _, Event.ClaimJudged _ -> {}
      case Event.ModelAsked _, Event.ModelReplied _, Event.Escalated _ -> {}
      case Event.SubtaskEnded _, Event.RunEnded _ -> {}
      case FleetEvent.LocalTermsSet _, FleetEvent.LimitChosen _ -> {}
      case FleetEvent.NodeSuspected _, FleetEvent.NodeReturned _ -> {}
      case FleetEvent.NodeLost _, FleetEvent.NeighbourAsked _, FleetEvent.StrangerSeen _ -> {}
      case FleetEvent.CommandRefused _, FleetEvent.TookOver _ -> {}
      case FleetEvent.StandbyJoined _, FleetEvent.StandbyLost _ -> {}
    }
  }

  /** What comparing brought; nothing in a run of one machine. */
  public Compared compared() {
    if (!fleet || nodes.size() < 2 || !FleetChecks.meant(asked)) {
      return Compared.NOTHING;
    }
    var peers =
        nodes.stream().map(node -> new Peer(node, Optional.ofNullable(hellos.get(node)), ""));
    return PeerComparison.of(peers.toList(), clocks.values());
  }
}
