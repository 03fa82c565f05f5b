package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is asked: those who are named, or whoever is there and comes while the run goes on, all or
 * some drawn by lot; and those who never answer. Owned by the desk.
 */
final class Rollout {
  /** Nodes whose shares are planned in one go; the desk is free for others between two. */
  private static final int SLICE = 25;

  private final Plan plan;
  private final Docket docket;
  private final Surroundings here;
  private final Watch watch;
  private final Comings comings;
  private final Holds holds;
  private final Set<String> meant = new TreeSet<>();
  private boolean drawn;
  private boolean joiningIsOver;

  Rollout(Plan plan, Docket docket, Surroundings here, Watch watch, Comings comings, Holds holds) {
    this.plan = plan;
    this.docket = docket;
    this.here = here;
    this.watch = watch;
    this.comings = comings;
    this.holds = holds;
    comings.onNewcomer(this::comesLate);
  }

  /** The names known at the start, for the first event. */
  List<String> named() {
    return switch (plan.audit().target()) {
      case Target.Named(var nodes) ->
          plan.audit().limit().map(l -> l.choose(plan.run(), nodes)).orElse(nodes);
      case Target.Matching matching ->
          plan.audit().limit().isPresent() ? List.of() : known(matching);
    };
  }

  /** Begins to ask. */
  void begin() {
    fleet().attend(comings);
    var target = plan.audit().target();
    if (target instanceof Target.Named(var nodes)) {
      plan.audit().limit().ifPresent(limit -> chosen(limit, nodes.size(), named()));
    }
    ask(named());
  }

  private void ask(Collection<String> names) {
    holds.take();
    invite(names);
    watch.after(here.rhythm().absent(), this::absentAreLost);
    watch.after(here.pace().joining(), this::joiningIsOver);
    if (plan.audit().target() instanceof Target.Matching matching) {
      holds.take();
      settle(matching);
    }
    holds.release();
  }

  /** Names that were meant when the run began. */
  void recall(List<String> nodes) {
    meant.addAll(nodes);
  }

  /** The lot was drawn before. */
  void recallChosen(List<String> nodes) {
    meant.addAll(nodes);
    drawn = true;
  }

  /** Goes on with those who were asked before somebody else led the run. */
  void resume() {
    fleet().attend(comings);
    docket.lanes().forEach(lane -> meant.add(lane.node()));
    if (comesAnybody()) {
      meant.addAll(known((Target.Matching) plan.audit().target()));
    }
    docket.lanes().forEach(lane -> lane.unsure());
    ask(meant);
  }

  void close() {
    fleet().leave(comings);
  }

  private Fleet fleet() {
    return here.fleet();
  }

  private List<String> known(Target.Matching target) {
    return fleet().nodes().stream()
        .filter(node -> node.hello().map(target::means).orElse(target.meansEverybody()))
        .map(NodeView::node)
        .toList();
  }

  private boolean comesAnybody() {
    return plan.audit().limit().isEmpty() && plan.audit().target() instanceof Target.Matching;
  }

  private void comesLate(NodeHello hello) {
    if (comesAnybody()
        && plan.audit().target() instanceof Target.Matching matching
        && matching.means(hello)) {
      share(hello.node());
    }
  }

  /** Plans the shares of {@code names}, a few at a time; nothing ends before all are planned. */
  private void invite(Collection<String> names) {
    holds.take();
    slice(new ArrayDeque<>(names));
  }

  private void slice(ArrayDeque<String> rest) {
    var some = new ArrayList<String>();
    while (some.size() < SLICE && !rest.isEmpty()) {
      some.add(rest.removeFirst());
    }
    some.forEach(this::share);
    some.forEach(comings::meet);
    fleet().expect(some);
    if (rest.isEmpty()) {
      holds.release();
    } else {
      watch.soon(() -> slice(rest));
    }
  }

  private void share(String node) {
    var _ = docket.lane(node);
    var platform = fleet().node(node).flatMap(NodeView::hello).map(NodeHello::platform);
    plan.share(node, platform).stream()
        .filter(subtask -> docket.subtask(subtask.id()).isEmpty())
        .forEach(docket::queue);
  }

  /** Who is a member may need longer until it hears; who is not has been silent for long enough. */
  private void absentAreLost() {
    var within = "within " + here.rhythm().absent().toMillis() + " ms";
    var reason = "did not answer a roll-call " + within + ", and is no member of the cluster";
    docket.lanes().stream()
        .filter(lane -> fleet().absent(lane.node()))
        .forEach(lane -> lost(lane, reason));
  }

  private void joiningIsOver() {
    joiningIsOver = true;
    var reason = "did not answer a roll-call within " + here.pace().joining().toMillis() + " ms";
    docket.lanes().forEach(lane -> lost(lane, reason));
  }

  private void lost(Lane lane, String reason) {
    if (lane.hello().isEmpty() && !lane.open().isEmpty()) {
      docket.note(new FleetEvent.NodeLost(lane.node(), reason));
      comings.end(lane, Cause.LOST, lane.node() + " " + reason);
    }
  }

  /** Waits until whoever is there has shown; a limit is drawn among them then. */
  private void settle(Target.Matching target) {
    boolean waiting =
        fleet().nodes().stream().anyMatch(node -> node.state() == NodeView.State.EXPECTED);
    boolean nobody = fleet().nodes().stream().allMatch(node -> node.hello().isEmpty());
    if (joiningIsOver || (fleet().settled() && !waiting && !nobody)) {
      plan.audit().limit().filter(_ -> !drawn).ifPresent(limit -> draw(limit, known(target)));
      holds.release();
    } else {
      watch.after(here.rhythm().tick(), () -> settle(target));
    }
  }

  private void draw(Limit limit, List<String> matching) {
    drawn = true;
    var nodes = limit.choose(plan.run(), matching);
    chosen(limit, matching.size(), nodes);
    invite(nodes);
  }

  private void chosen(Limit limit, int matching, List<String> nodes) {
    docket.note(new FleetEvent.LimitChosen(limit.text(), matching, nodes));
  }
}
