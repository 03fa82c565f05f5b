package dev.swarm.coordinator.http;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.http.view.RunLine;
import dev.swarm.coordinator.http.view.Severities;
import dev.swarm.coordinator.http.view.SubtaskSum;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.coordinator.store.StoreState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** {@code /metrics}: the fleet, its work, the store and this server, in base units. */
final class MetricsResource {
  private final WebServer.Parts parts;
  private final Books books;
  private final Requests requests;
  private final ReaderCounts readers;

  MetricsResource(WebServer.Parts parts, Books books, Requests requests, ReaderCounts readers) {
    this.parts = parts;
    this.books = books;
    this.requests = requests;
    this.readers = readers;
  }

  List<Route> routes() {
    return List.of(Route.get("/metrics", _ -> metrics()));
  }

  private Reply metrics() {
    var told = new Exposition();
    told.of("swarm_build_info", "gauge", "The version that runs.");
    told.value("swarm_build_info", Exposition.label("version", parts.self().version()), 1);
    fleet(told);
    turned(told);
    intake(told);
    work(told);
    findings(told, books.findings().open());
    store(told);
    server(told);
    OwnProcess.tell(told);
    return Reply.of(200, Exposition.MEDIA_TYPE, told.text());
  }

  private void fleet(Exposition told) {
    var counts = new EnumMap<NodeView.State, Integer>(NodeView.State.class);
    for (var state : NodeView.State.values()) {
      counts.put(state, 0);
    }
    books.standing().nodes().forEach(node -> counts.merge(node.state(), 1, Integer::sum));
    told.of("swarm_nodes", "gauge", "Nodes by state.");
    counts.forEach((state, count) -> told.value("swarm_nodes", state(state), count));
  }

  private void turned(Exposition told) {
    var name = "swarm_bus_turned_away_total";
    told.of(name, "counter", "Messages on the bus that were turned away, by reason.");
    parts
        .coordinator()
        .turnedAway()
        .counts()
        .forEach((why, count) -> told.value(name, Exposition.label("reason", why.id()), count));
  }

  private void intake(Exposition told) {
    var name = "swarm_bus_intake_total";
    told.of(name, "counter", "Outcomes and news that nodes sent home, by what became of them.");
    parts
        .coordinator()
        .intake()
        .counts()
        .forEach((exit, count) -> told.value(name, Exposition.label("exit", exit.id()), count));
  }

  private static String state(Enum<?> state) {
    return Exposition.label("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void work(Exposition told) {
    var open = books.runs().open(books.standing().led());
    told.only("swarm_runs_open", "gauge", "Runs under way.", open.size());
    var sum = open.stream().map(RunLine::sum).reduce(SubtaskSum.NONE, SubtaskSum::plus);
    var name = "swarm_subtasks";
    told.of(name, "gauge", "Subtasks of the runs under way, by where they stand.");
    told.value(name, Exposition.label("state", "queued"), sum.queued());
    told.value(name, Exposition.label("state", "offered"), sum.offered());
    told.value(name, Exposition.label("state", "running"), sum.running());
    told.value(name, Exposition.label("state", "completed"), sum.completed());
    told.value(
        name,
        Exposition.label("state", "failed"),
        sum.failed().values().stream().mapToInt(Integer::intValue).sum());
    var endings = new EnumMap<RunSummary.Ending, Integer>(RunSummary.Ending.class);
    for (var ending : RunSummary.Ending.values()) {
      endings.put(ending, 0);
    }
    parts.store().runs().runs().forEach(run -> endings.merge(run.ending(), 1, Integer::sum));
    told.of("swarm_runs", "gauge", "Runs that are kept, by how they came out.");
    endings.forEach((ending, count) -> told.value("swarm_runs", state(ending), count));
  }

  private static void findings(Exposition told, Severities open) {
    var name = "swarm_findings_open";
    told.of(name, "gauge", "Findings that are open and not accepted, on all nodes.");
    told.value(name, Exposition.label("severity", "critical"), open.critical());
    told.value(name, Exposition.label("severity", "warning"), open.warning());
    told.value(name, Exposition.label("severity", "info"), open.info());
  }

  private void store(Exposition told) {
    var state = parts.store().state();
    var name = "swarm_store_state";
    told.of(name, "gauge", "1 for the state that the store is in.");
    told.value(name, Exposition.label("state", "ready"), is(state instanceof StoreState.Ready));
    told.value(name, Exposition.label("state", "full"), is(state instanceof StoreState.Full));
    told.value(name, Exposition.label("state", "damaged"), is(state instanceof StoreState.Damaged));
    told.only(
        "swarm_store_bytes",
        "gauge",
        "Size of the store.",
        (double) parts.storeBytes().getAsLong());
    told.only(
        "swarm_store_position",
        "counter",
        "Position of the newest event.",
        (double) books.feed().ring().newest());
  }

  private static int is(boolean so) {
    return so ? 1 : 0;
  }

  private void server(Exposition told) {
    told.of("swarm_http_request_duration_seconds", "summary", "Requests and how long they took.");
    requests
        .all()
        .forEach((kind, sum) -> {
          var name = "swarm_http_request_duration_seconds";
          told.value(name + "_count", kind.toString(), (double) sum.count().sum());
          told.value(name + "_sum", kind.toString(), sum.nanos().doubleValue() / 1e9);
        });
    told.only("swarm_event_readers", "gauge", "Readers of events.", readers.reading());
    told.only(
        "swarm_event_gaps_total",
        "counter",
        "Stretches that readers did not get.",
        (double) readers.gaps());
    told.only(
        "swarm_event_readers_dropped_total",
        "counter",
        "Readers that did not read.",
        (double) readers.droppedSoFar());
  }
}
