package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.report.peers.Roll;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run, event by event: its line, its subtasks, and what each node brought. Any thread. */
public final class RunFold {
  private final RunId run;
  private final Map<SubtaskId, SubtaskFold> subtasks = new LinkedHashMap<>();
  private final Set<String> nodes = new LinkedHashSet<>();
  private final Set<String> lost = new TreeSet<>();
  private final Map<String, Severities> found = new HashMap<>();
  private final Map<String, ModelTally> models = new TreeMap<>();
  private final Roll roll = new Roll();
  private Event.RunStarted asked = new Event.RunStarted("", "", List.of(), List.of(), List.of());
  private Optional<String> question = Optional.empty();
  private Instant started = Instant.EPOCH;
  private Instant newest = Instant.EPOCH;
  private Optional<RunState> ending = Optional.empty();
  private long events;
  private long position;

  RunFold(RunId run) {
    this.run = run;
  }

  /**
   * Takes the next event; one that it has already counts once.
   *
   * @param at its position in the log; 0 where that is not known
   * @return false if events in between are missing
   */
  synchronized boolean add(Recorded recorded, long at) {
    if (recorded.sequence() > events + 1) {
      return false;
    }
    position = Math.max(position, at);
    if (recorded.sequence() == events + 1) {
      events++;
      newest = recorded.at();
      roll.add(recorded.event());
      take(recorded.event(), recorded.at());
    }
    return true;
  }

  private void take(Event event, Instant at) {
    switch (event) {
      case Event.RunStarted first -> {
        asked = first;
        started = at;
        nodes.addAll(first.nodes());
      }
      case Event.SubtaskQueued queued -> {
        var subtask = queued.subtask();
        nodes.add(subtask.node());
        subtask.question().ifPresent(text -> question = Optional.of(text));
        subtasks.putIfAbsent(subtask.id(), new SubtaskFold(subtask, at, asked.mind()));
      }
      case Event.SubtaskOffered o -> of(o.subtask()).ifPresent(s -> s.offered(o.attempt(), at));
      case Event.SubtaskAccepted a -> of(a.subtask()).ifPresent(s -> s.accepted(a.attempt(), at));
      case Event.SubtaskRefused no -> of(no.subtask()).ifPresent(s -> s.refused(no.reason()));
      case Event.ToolCalled call -> of(call.subtask()).ifPresent(s -> s.called(call, at));
      case Event.ToolReturned back -> of(back.subtask()).ifPresent(s -> s.returned(back, at));
      case Event.ModelAsked ask -> of(ask.subtask()).ifPresent(s -> s.asked(ask, at));
      case Event.ModelReplied reply -> of(reply.subtask()).ifPresent(s -> s.replied(reply, at));
      case Event.SubtaskEnded end -> ended(end.outcome(), at);
      case Event.RunEnded end -> close(end.cancelled());
      case FleetEvent.TermsSet terms -> question = terms.question();
      case FleetEvent.NodeLost gone -> lost.add(gone.node());
      case FleetEvent.NodeReturned back -> lost.remove(back.node());
      case FleetEvent.LimitChosen chosen -> {
        nodes.clear();
        nodes.addAll(chosen.nodes());
      }
      case Event.NodeJoined _, Event.Escalated _, Event.ClaimJudged _, FleetEvent _ -> {}
    }
  }

  private Optional<SubtaskFold> of(SubtaskId id) {
    return Optional.ofNullable(subtasks.get(id));
  }

  private void ended(Outcome outcome, Instant at) {
    var subtask = of(outcome.subtask()).filter(SubtaskFold::open);
    subtask.ifPresent(s -> s.ended(outcome, at));
    if (subtask.isPresent() && outcome instanceof Outcome.Completed done) {
      done.findings().stream().map(Finding::weighed).forEach(this::found);
      done.thinking().shares().forEach(this::thought);
    }
  }

  private void found(Finding finding) {
    found.merge(
        finding.node(), Severities.NONE.plus(finding.severity()), (old, one) -> old.plus(one));
  }

  private void thought(ModelShare share) {
    var before = models.getOrDefault(share.model(), ModelTally.none(share.model()));
    models.put(share.model(), before.plus(share));
  }

  private void close(boolean cancelled) {
    roll.compared().findings().forEach(this::found);
    var state = incompleteNodes().isEmpty() ? RunState.COMPLETE : RunState.INCOMPLETE;
    ending = Optional.of(cancelled ? RunState.CANCELLED : state);
  }

  private Set<String> incompleteNodes() {
    var incomplete = new TreeSet<String>();
    var reached = new TreeSet<String>();
    for (var subtask : subtasks.values()) {
      reached.add(subtask.node());
      if (subtask.open() || subtask.failed()) {
        incomplete.add(subtask.node());
      }
    }
    nodes.stream().filter(node -> !reached.contains(node)).forEach(incomplete::add);
    return incomplete;
  }

  public RunId run() {
    return run;
  }

  /** Whether its last event has come. */
  public synchronized boolean ended() {
    return ending.isPresent();
  }

  synchronized long events() {
    return events;
  }

  /** Wall clock of its newest event. */
  synchronized Instant newest() {
    return newest;
  }

  /** Its line; a run without an end counts as unfinished, and has no exit code here. */
  synchronized RunLine line() {
    return new RunLine(
        run.value(),
        ending.orElse(RunState.UNFINISHED),
        started,
        ending.map(_ -> newest),
        Math.max(0, Duration.between(started, newest).toMillis()),
        nodes.size(),
        incompleteNodes().size(),
        asked.areas().stream().map(Object::toString).toList(),
        asked.mind(),
        question,
        found.values().stream().reduce(Severities.NONE, Severities::plus),
        Optional.empty(),
        sum(),
        events,
        asked.by());
  }

  private SubtaskSum sum() {
    var sum = SubtaskSum.NONE;
    for (var subtask : subtasks.values()) {
      sum = subtask.addTo(sum);
    }
    return sum;
  }

  synchronized RunDetail detail() {
    var perNode = new TreeMap<String, Integer>();
    subtasks.values().forEach(s -> perNode.merge(s.node(), s.toolCalls(), Integer::sum));
    return new RunDetail(
        line(),
        List.copyOf(nodes),
        subtasks.values().stream().map(SubtaskFold::line).toList(),
        perNode,
        Throughput.of(subtasks.values().stream().map(SubtaskFold::completedAt).toList(), started),
        position);
  }

  /** One of its subtasks, if there is such a one. */
  public synchronized Optional<SubtaskLine> subtask(SubtaskId id) {
    return of(id).map(SubtaskFold::line);
  }

  public synchronized Collection<ModelTally> models() {
    return List.copyOf(models.values());
  }

  /** How each node came out of it; empty while it is open. */
  synchronized Map<String, NodeResult> results() {
    var results = new TreeMap<String, NodeResult>();
    if (ending.isPresent()) {
      var incomplete = incompleteNodes();
      for (var node : nodes) {
        var severities = found.getOrDefault(node, Severities.NONE);
        boolean all = !incomplete.contains(node);
        boolean gone = !all && lost.contains(node);
        results.put(node, NodeResult.of(run.value(), newest, gone, all, severities));
      }
    }
    return results;
  }
}
