package dev.swarm.coordinator.http;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.http.view.FleetView;
import dev.swarm.coordinator.http.view.FleetView.CoordinatorView;
import dev.swarm.coordinator.http.view.FleetView.NodeSum;
import dev.swarm.coordinator.http.view.FleetView.StoreView;
import dev.swarm.coordinator.http.view.RunLine;
import dev.swarm.coordinator.http.view.SubtaskSum;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.StoreState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code /fleet}: everything at a glance. */
final class FleetResource {
  private final WebServer.Parts parts;
  private final Books books;

  FleetResource(WebServer.Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  List<Route> routes() {
    return List.of(Route.get("/fleet", this::fleet));
  }

  private Reply fleet(Asked asked) {
    var open = books.runs().open(books.standing().led());
    var sum = open.stream().map(RunLine::sum).reduce(SubtaskSum.NONE, SubtaskSum::plus);
    return Reply.json(
        new FleetView(
            coordinator(),
            nodes(),
            sum,
            open,
            books.findings().open(),
            books.feed().ring().newest(),
            parts.clock().instant()));
  }

  private CoordinatorView coordinator() {
    var self = parts.self();
    return new CoordinatorView(
        self.name(),
        self.version(),
        self.session(),
        books.standing().leads().stream().map(Object::toString).sorted().toList(),
        self.standby(),
        store());
  }

  private StoreView store() {
    var runs = parts.store().runs().runs();
    long events = runs.stream().mapToLong(RunSummary::events).sum();
    long bytes = parts.storeBytes().getAsLong();
    return switch (parts.store().state()) {
      case StoreState.Ready _ -> new StoreView("ready", "", bytes, runs.size(), events);
      case StoreState.Full full -> new StoreView("full", full.reason(), bytes, runs.size(), events);
      case StoreState.Damaged damaged ->
          new StoreView("damaged", damaged.reason(), bytes, runs.size(), events);
    };
  }

  private NodeSum nodes() {
    var counts = new EnumMap<NodeView.State, Integer>(NodeView.State.class);
    var nodes = books.standing().nodes();
    nodes.forEach(node -> counts.merge(node.state(), 1, Integer::sum));
    return sum(nodes.size(), counts);
  }

  private static NodeSum sum(int total, Map<NodeView.State, Integer> counts) {
    return new NodeSum(
        total,
        counts.getOrDefault(NodeView.State.PRESENT, 0),
        counts.getOrDefault(NodeView.State.LEAVING, 0),
        counts.getOrDefault(NodeView.State.SUSPECTED, 0),
        counts.getOrDefault(NodeView.State.LOST, 0),
        counts.getOrDefault(NodeView.State.EXPECTED, 0),
        counts.getOrDefault(NodeView.State.INCOMPATIBLE, 0),
        counts.getOrDefault(NodeView.State.REFUSING, 0));
  }
}
