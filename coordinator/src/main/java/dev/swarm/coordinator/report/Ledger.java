package dev.swarm.coordinator.report;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the events of a run say, gone through once in their order. */
final class Ledger {
  private static final Comparator<Recorded> ORDER =
      Comparator.comparingLong(Recorded::epoch).thenComparingLong(Recorded::sequence);

  private final Map<SubtaskId, SubtaskLife> lives = new TreeMap<>();
  private final Map<String, NodeHello> hellos = new TreeMap<>();
  private final FleetTrail fleet = new FleetTrail();
  private final Recorded first;
  private final Event.RunStarted started;
  private Instant last;
  private RunState state = RunState.OPEN;
  private List<SubtaskLife> sorted = List.of();

  private Ledger(Recorded first, Event.RunStarted started) {
    this.first = first;
    this.started = started;
    this.last = first.at();
  }

  static Ledger of(List<Recorded> events) {
    var ordered = events.stream().sorted(ORDER).distinct().toList();
    if (ordered.isEmpty() || !(ordered.getFirst().event() instanceof Event.RunStarted started)) {
      throw new IllegalArgumentException("could not merge: a run begins with its start");
    }
    var ledger = new Ledger(ordered.getFirst(), started);
    ordered.forEach(ledger::enter);
    ledger.sorted = ledger.lives.values().stream().sorted(SubtaskLife.ORDER).toList();
    return ledger;
  }

  private void enter(Recorded recorded) {
    if (!recorded.run().equals(first.run())) {
      throw new IllegalArgumentException(
          "could not merge: events of two runs, " + first.run() + " and " + recorded.run());
    }
    last = recorded.at().isAfter(last) ? recorded.at() : last;
    switch (recorded.event()) {
      case Event.RunStarted _ -> {}
      case Event.NodeJoined joined -> {
        hellos.put(joined.hello().node(), joined.hello());
        fleet.joined(joined.hello());
      }
      case Event.SubtaskQueued queued ->
          lives.putIfAbsent(queued.subtask().id(), new SubtaskLife(queued.subtask()));
      case Event.SubtaskOffered offered -> life(offered.subtask()).offered(offered.attempt());
      case Event.SubtaskAccepted accepted -> life(accepted.subtask()).accepted(accepted.attempt());
      case Event.SubtaskRefused refused -> life(refused.subtask()).refused();
      case Event.ToolCalled called -> life(called.subtask()).called();
      case Event.ToolReturned returned ->
          life(returned.subtask()).returned(returned.call(), returned.text());
      case Event.ClaimJudged _ -> {}
      case FleetEvent event -> fleet.enter(event, recorded.at());
      case Event.ModelAsked _ -> {}
      case Event.ModelReplied replied -> life(replied.subtask()).replied(replied);
      case Event.Escalated escalated -> life(escalated.subtask()).escalated(escalated.escalation());
      case Event.SubtaskEnded ended -> life(ended.outcome().subtask()).ended(ended.outcome());
      case Event.RunEnded ended -> state = ended.cancelled() ? RunState.CANCELLED : RunState.ENDED;
    }
  }

  private SubtaskLife life(SubtaskId id) {
    var life = lives.get(id);
    if (life == null) {
      throw new IllegalArgumentException("could not merge: " + id + " was never queued");
    }
    return life;
  }

  Event.RunStarted started() {
    return started;
  }

  /** Every subtask, in the order of nodes and areas. */
  List<SubtaskLife> lives() {
    return sorted;
  }

  Optional<NodeHello> hello(String node) {
    return Optional.ofNullable(hellos.get(node));
  }

  /** What happened to the fleet; nothing in a run of one machine. */
  FleetTrail fleet() {
    return fleet;
  }

  Report.Run run() {
    var sandboxes = hellos.values().stream().map(NodeHello::sandbox).distinct().sorted().toList();
    return new Report.Run(
        first.run(),
        state,
        started.version(),
        started.mind(),
        sandboxes,
        first.at(),
        last,
        Duration.between(first.at(), last).toMillis(),
        true);
  }
}
