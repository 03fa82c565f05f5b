package dev.swarm.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs as {@code /api/v1/runs} would tell of them: one that goes on, and those before it. */
final class InventedRuns {
  static final String OPEN = "2026-06-12T0930-k3f8";
  private static final List<String> AREAS =
      List.of("storage", "services", "load-and-memory", "network-and-dns", "logs", "security");
  private static final List<String> TOOLS = List.of("df", "lsblk", "systemctl", "ss", "journal");
  private static final long BEGAN = 48_000;

  private final Instant now;
  private final InventedNodes nodes;
  private final int shared;
  private final List<JsonObject> subtasks;

  /**
   * @param shared how many of the nodes take part in the open run
   */
  InventedRuns(Instant now, InventedNodes nodes, int shared) {
    this.now = now;
    this.nodes = nodes;
    this.shared = shared;
    this.subtasks = subtasks();
  }

  static String id(int back) {
    return back == 0
        ? OPEN
        : "2026-06-%02dT%02d30-r%03d".formatted(12 - back / 12, 22 - back % 12 * 2, back);
  }

  List<JsonObject> lines() {
    var lines = new ArrayList<JsonObject>();
    lines.add(line(0).put("state", "running").put("sum", sum(subtasks)).put("by", "api"));
    IntStream.range(1, 40).mapToObj(this::line).forEach(lines::add);
    return lines;
  }

  private JsonObject line(int back) {
    var random = new Random(back);
    int targeted = shared * AREAS.size();
    int lost = back % 9 == 4 ? 3 : 0;
    Instant started = now.minus(Duration.ofHours(2L * back)).minusMillis(BEGAN);
    long took = back == 0 ? BEGAN : 61_000 + random.nextInt(30_000);
    var line = new JsonObject();
    if (back != 0) {
      var _ = line.put("endedAt", started.plusMillis(took).toString());
    }
    return line.put("id", id(back))
        .put("state", lost > 0 ? "incomplete" : back == 13 ? "cancelled" : "complete")
        .put("startedAt", started.toString())
        .put("durationMillis", took)
        .put("nodes", shared)
        .put("incompleteNodes", lost > 0 ? 1 : 0)
        .put("areas", new JsonArray(AREAS))
        .put("mind", "qwen3-32b")
        .put(
            "findings",
            new JsonObject()
                .put("critical", random.nextInt(4))
                .put("warning", 3 + random.nextInt(9))
                .put("info", random.nextInt(6)))
        .put(
            "sum",
            new JsonObject()
                .put("targeted", targeted)
                .put("queued", 0)
                .put("offered", 0)
                .put("running", 0)
                .put("completed", targeted - lost)
                .put("failed", lost > 0 ? new JsonObject().put("lost", lost) : new JsonObject()))
        .put("events", 400)
        .put("by", back % 12 == 0 ? "api" : "schedule nightly");
  }

  /** The run that goes on; or one before it, as it would be if it had ended as that one did. */
  JsonObject whole(String id) {
    return lines().stream()
        .filter(line -> line.getString("id").equals(id) && !id.equals(OPEN))
        .findFirst()
        .map(line -> open().mergeIn(line).put("subtasks", new JsonArray()))
        .orElseGet(this::open);
  }

  JsonObject open() {
    var calls = new JsonObject();
    for (JsonObject subtask : subtasks) {
      var _ =
          calls.put(
              subtask.getString("node"),
              calls.getInteger(subtask.getString("node"), 0) + subtask.getInteger("toolCalls"));
    }
    return line(0)
        .put("state", "running")
        .put("by", "api")
        .put("sum", sum(subtasks))
        .put("targets", new JsonArray(IntStream.range(0, shared).mapToObj(nodes::name).toList()))
        .put("subtasks", new JsonArray(subtasks))
        .put("toolCallsPerNode", calls)
        .put("position", 1)
        .put("throughput", new JsonArray());
  }

  private static JsonObject sum(List<JsonObject> subtasks) {
    var sum = new JsonObject().put("targeted", subtasks.size());
    for (String state : List.of("queued", "offered", "running", "completed")) {
      var _ =
          sum.put(
              state,
              (int) subtasks.stream().filter(one -> one.getString("state").equals(state)).count());
    }
    int lost =
        (int) subtasks.stream().filter(one -> one.getString("state").equals("failed")).count();
    return sum.put("failed", lost > 0 ? new JsonObject().put("lost", lost) : new JsonObject());
  }

  private List<JsonObject> subtasks() {
    var random = new Random(5);
    var subtasks = new ArrayList<JsonObject>();
    for (int node = 0; node < shared; node++) {
      for (String area : AREAS) {
        subtasks.add(subtask(random, subtasks.size(), nodes.name(node), area));
      }
    }
    return subtasks;
  }

  private JsonObject subtask(Random random, int index, String node, String area) {
    Instant began = now.minusMillis(BEGAN);
    long accepted = 200 + (long) (random.nextDouble() * 34_000);
    long end = accepted + 6_000 + random.nextInt(16_000);
    boolean queued = index % 11 == 10;
    boolean ended = end < BEGAN;
    String state =
        queued
            ? (index % 2 == 0 ? "queued" : "offered")
            : index == 14 ? "lost" : ended ? "completed" : "running";
    var subtask =
        new JsonObject()
            .put("id", OPEN + "/" + node + "/" + area)
            .put("node", node)
            .put("area", area)
            .put("state", state.equals("lost") ? "failed" : state)
            .put("attempt", queued ? 0 : 1)
            .put("mind", "qwen3-32b")
            .put("turns", queued ? 0 : 3)
            .put("queuedAt", began.toString())
            .put("reason", state.equals("lost") ? "no beat for 41 s" : "");
    JsonArray spans =
        queued ? new JsonArray() : spans(random, began, accepted, Math.min(end, BEGAN));
    var _ =
        subtask
            .put("spans", spans)
            .put(
                "toolCalls",
                (int)
                    spans.stream()
                        .filter(span -> ((JsonObject) span).getString("kind").equals("acting"))
                        .count());
    if (!queued) {
      var _ = subtask.put("acceptedAt", began.plusMillis(accepted).toString());
    }
    return ended && !queued
        ? subtask.put("endedAt", began.plusMillis(end).toString()).put("outcome", state)
        : subtask;
  }

  private static JsonArray spans(Random random, Instant began, long from, long until) {
    var spans = new JsonArray();
    long at = from;
    for (int turn = 0; at < until; turn++) {
      at =
          span(
              spans,
              began,
              "acting",
              TOOLS.get(turn % TOOLS.size()),
              at,
              at + 200 + random.nextInt(1500),
              until);
      at = span(spans, began, "waiting", "qwen3-32b", at, at + random.nextInt(1800), until);
      at = span(spans, began, "thinking", "qwen3-32b", at, at + 1500 + random.nextInt(4000), until);
    }
    return spans;
  }

  private static long span(
      JsonArray spans, Instant began, String kind, String label, long from, long to, long until) {
    long end = Math.min(to, until);
    if (from < end) {
      var _ =
          spans.add(
              new JsonObject()
                  .put("kind", kind)
                  .put("label", label)
                  .put("from", began.plusMillis(from).toString())
                  .put("to", began.plusMillis(end).toString()));
    }
    return Math.max(from, end);
  }
}
