package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.Attendance;
import dev.swarm.coordinator.fleet.Fleet;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Who is asked: those who are named, or whoever is there and comes; and what becomes of a node's
 * share when it goes, returns, or does not come at all. Owned by the desk.
 */
final class Rollout implements Attendance {
  /** Nodes whose shares are planned in one go; the desk is free for others between two. */
  private static final int SLICE = 25;

  private final Plan plan;
  private final Docket docket;
  private final Surroundings here;
  private final Watch watch;
  private final Recollection recollection;
  private final Neighbours neighbours;
  private final Holds holds;
  private boolean closed;
  private final Set<String> meant = new TreeSet<>();
  private boolean drawn;
  private boolean joiningIsOver;

  Rollout(
      Plan plan,
      Docket docket,
      Surroundings here,
      Watch watch,
      Recollection recollection,
      Neighbours neighbours,
      Holds holds) {
    this.plan = plan;
    this.docket = docket;
    this.here = here;
    this.watch = watch;
    this.recollection = recollection;
    this.neighbours = neighbours;
    this.holds = holds;
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
    fleet().attend(this);
    var target = plan.audit().target();
    if (target instanceof Target.Named(var nodes)) {
      plan.audit().limit().ifPresent(limit -> chosen(limit, nodes.size(), named()));
    }
    ask(named());
  }

  private void ask(Collection<String> names) {
    holds.take();
    invite(names);
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
    fleet().attend(this);
    docket.lanes().forEach(lane -> meant.add(lane.node()));
    if (comesAnybody()) {
      meant.addAll(known((Target.Matching) plan.audit().target()));
    }
    docket.lanes().forEach(lane -> lane.unsure());
    ask(meant);
  }

  void close() {
    closed = true;
    fleet().leave(this);
  }

  @Override
  public void joined(NodeHello hello) {
    watch.guarded(() -> {
      if (closed) {
        return;
      }
      var lane = docket.known(hello.node());
      if (lane.isEmpty() && comesLate(hello)) {
        docket.note(new Event.NodeJoined(hello));
        share(hello.node());
        welcome(docket.lane(hello.node()), hello);
      } else if (lane.isPresent() && !lane.get().hello().equals(Optional.of(hello))) {
        docket.note(new Event.NodeJoined(hello));
        welcome(lane.get(), hello);
      }
    });
  }

  @Override
  public void capacity(String node, int capacity) {
    withOpenLane(
        node,
        lane -> {
          lane.capacity(capacity);
          docket.touch(lane);
        });
  }

  @Override
  public void suspected(String node, String reason) {
    withOpenLane(
        node,
        lane -> {
          lane.away(true);
          docket.note(new FleetEvent.NodeSuspected(node, reason));
          neighbours.ask(lane);
        });
  }

  @Override
  public void returned(String node) {
    withOpenLane(
        node,
        lane -> {
          lane.away(false);
          docket.note(new FleetEvent.NodeReturned(node));
          docket.touch(lane);
        });
  }

  @Override
  public void lost(String node, String reason) {
    withOpenLane(
        node,
        lane -> {
          docket.note(new FleetEvent.NodeLost(node, reason));
          end(lane, Cause.LOST, node + " was " + reason);
        });
  }

  @Override
  public void refused(String node, String verb, String reason) {
    withOpenLane(
        node,
        lane -> {
          docket.note(new FleetEvent.CommandRefused(node, verb, reason));
          if (lane.hello().isEmpty()) {
            end(lane, Cause.REFUSED, node + " refused the roll-call: " + reason);
          }
        });
  }

  @Override
  public void stranger(String address, String by) {
    watch.guarded(() -> docket.note(new FleetEvent.StrangerSeen(address, by)));
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

  private boolean comesLate(NodeHello hello) {
    return comesAnybody()
        && plan.audit().target() instanceof Target.Matching matching
        && matching.means(hello);
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
    some.forEach(this::meet);
    fleet().expect(some);
    if (rest.isEmpty()) {
      holds.release();
    } else {
      watch.soon(() -> slice(rest));
    }
  }

  private void share(String node) {
    var _ = docket.lane(node);
    plan.share(node).stream()
        .filter(subtask -> docket.subtask(subtask.id()).isEmpty())
        .forEach(docket::queue);
  }

  /** Takes up a node as the fleet already knows it. */
  private void meet(String node) {
    var view = fleet().node(node);
    view.flatMap(NodeView::hello).filter(_ -> there(view)).ifPresent(this::joined);
    view.filter(known -> known.state() == NodeView.State.LOST)
        .ifPresent(known -> lost(node, known.detail()));
    view.filter(known -> known.state() == NodeView.State.REFUSING)
        .ifPresent(known -> refused(node, "roll-call", known.detail()));
  }

  private static boolean there(Optional<NodeView> view) {
    return view.filter(node ->
            switch (node.state()) {
              case PRESENT, LEAVING, INCOMPATIBLE, SUSPECTED -> true;
              case EXPECTED, LOST, REFUSING -> false;
            })
        .isPresent();
  }

  private void welcome(Lane lane, NodeHello hello) {
    clock(lane, hello);
    boolean another = lane.joined(hello);
    lane.away(false);
    var unfit = Lane.unfit(hello);
    if (unfit.isPresent()) {
      end(lane, Cause.REFUSED, unfit.get());
    } else if (another) {
      recollection.of(lane);
    } else {
      docket.touch(lane);
    }
  }

  private void clock(Lane lane, NodeHello hello) {
    if (lane.hello().isEmpty() && !hello.address().isEmpty()) {
      fleet()
          .node(hello.node())
          .ifPresent(view ->
              view.clock()
                  .ifPresent(offset ->
                      docket.note(
                          new FleetEvent.ClockCompared(hello.node(), offset, view.uncertainty()))));
    }
  }

  private void end(Lane lane, Cause cause, String reason) {
    lane.close();
    docket.give(lane.open(), cause, reason);
    docket.touch(lane);
  }

  private void joiningIsOver() {
    joiningIsOver = true;
    for (var lane : docket.lanes()) {
      if (lane.hello().isEmpty() && !lane.open().isEmpty()) {
        var reason =
            "did not answer a roll-call within " + here.pace().joining().toMillis() + " ms";
        docket.note(new FleetEvent.NodeLost(lane.node(), reason));
        end(lane, Cause.LOST, lane.node() + " " + reason);
      }
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

  private void withOpenLane(String node, Consumer<Lane> what) {
    watch.guarded(() ->
        docket
            .known(node)
            .filter(lane -> !lane.closed() && !lane.open().isEmpty())
            .ifPresent(what));
  }
}
