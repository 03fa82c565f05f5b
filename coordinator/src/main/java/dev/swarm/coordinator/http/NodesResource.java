package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.coordinator.http.view.LifeLine;
import dev.swarm.coordinator.http.view.NodeLine;
import dev.swarm.coordinator.http.view.Severities;
import dev.swarm.protocol.NodeHello;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /nodes}: who is there, and how each is. */
final class NodesResource {
  private static final int PAGE = 1_000;
  private static final int MOST = 10_000;

  private final Books books;

  NodesResource(Books books) {
    this.books = books;
  }

  private record Page(List<NodeLine> nodes, int total, Optional<String> next) {}

  private record Detail(@JsonUnwrapped NodeLine node, List<LifeLine> lives) {}

  List<Route> routes() {
    return List.of(
        Route.get("/nodes", this::nodes, "label", "state", "q", "limit", "after"),
        Route.get("/nodes/:name", this::node));
  }

  private Reply nodes(Asked asked) {
    var labels = asked.pairs("label");
    var states = asked.choices("state", NodeView.State.values(), NodesResource::id);
    var text = asked.text("q").map(words -> words.toLowerCase(Locale.ROOT));
    int limit = asked.number("limit", PAGE, 1, MOST);
    var after = asked.text("after").orElse("");
    var meant =
        books.standing().nodes().stream()
            .filter(node -> states.isEmpty() || states.contains(node.state()))
            .filter(node -> bears(node, labels))
            .filter(node -> text.filter(words -> !contains(node, words)).isEmpty())
            .toList();
    var rest = meant.stream().filter(node -> node.node().compareTo(after) > 0).toList();
    var findings = books.findings().openByNode();
    var page = rest.stream().limit(limit).map(node -> line(node, findings)).toList();
    var next = rest.size() > limit ? Optional.of(page.getLast().name()) : Optional.<String>empty();
    return Reply.json(new Page(page, meant.size(), next));
  }

  private Reply node(Asked asked) {
    var name = asked.segment("name");
    var node = books.standing().nodes().stream().filter(one -> one.node().equals(name)).findFirst();
    var line =
        node.orElseThrow(() ->
            ProblemException.missing(
                "a node", name, "GET /api/v1/nodes lists those that are known"));
    return Reply.json(
        new Detail(line(line, books.findings().openByNode()), books.findings().on(name)));
  }

  private NodeLine line(NodeView node, Map<String, Severities> findings) {
    var name = node.node();
    return NodeLine.of(
        node,
        books.standing().lastSeen(name),
        findings.getOrDefault(name, Severities.NONE),
        books.recents().of(name));
  }

  private static boolean bears(NodeView node, List<Map.Entry<String, String>> labels) {
    var own = node.hello().map(NodeHello::labels).orElse(Map.of());
    return own.entrySet().containsAll(Set.copyOf(labels));
  }

  private static boolean contains(NodeView node, String words) {
    return node.node().toLowerCase(Locale.ROOT).contains(words)
        || node.hello().map(NodeHello::address).filter(it -> it.contains(words)).isPresent();
  }

  private static String id(NodeView.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
