package dev.swarm.coordinator;

import dev.swarm.coordinator.fleet.Attendance;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What becomes of a node's share of a run when it comes, goes, returns, or is given up. Owned by
 * the desk.
 */
final class Comings implements Attendance {
  private final Docket docket;
  private final Surroundings here;
  private final Watch watch;
  private final Recollection recollection;
  private final Neighbours neighbours;
  private Consumer<NodeHello> newcomers = _ -> {};

  Comings(
      Docket docket,
      Surroundings here,
      Watch watch,
      Recollection recollection,
      Neighbours neighbours) {
    this.docket = docket;
    this.here = here;
    this.watch = watch;
    this.recollection = recollection;
    this.neighbours = neighbours;
  }

  /** Tells {@code listener} of nodes that have no share; it may give them one. */
  void onNewcomer(Consumer<NodeHello> listener) {
    newcomers = listener;
  }

  @Override
  public void joined(NodeHello hello) {
    watch.guarded(() -> {
      if (docket.known(hello.node()).isEmpty()) {
        newcomers.accept(hello);
      }
      docket
          .known(hello.node())
          .filter(lane -> !lane.hello().equals(Optional.of(hello)))
          .ifPresent(lane -> {
            docket.note(new Event.NodeJoined(hello));
            welcome(lane, hello);
          });
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

  /** Takes up a node as the fleet already knows it. */
  void meet(String node) {
    var view = here.fleet().node(node);
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
      here.fleet()
          .node(hello.node())
          .ifPresent(view ->
              view.clock()
                  .ifPresent(offset ->
                      docket.note(
                          new FleetEvent.ClockCompared(hello.node(), offset, view.uncertainty()))));
    }
  }

  /** Nothing of the run is asked of the lane's node any more. */
  void end(Lane lane, Cause cause, String reason) {
    lane.close();
    docket.give(lane.open(), cause, reason);
    docket.touch(lane);
  }

  private void withOpenLane(String node, Consumer<Lane> what) {
    watch.guarded(() ->
        docket
            .known(node)
            .filter(lane -> !lane.closed() && !lane.open().isEmpty())
            .ifPresent(what));
  }
}
