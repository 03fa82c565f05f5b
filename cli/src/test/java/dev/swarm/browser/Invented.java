package dev.swarm.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A whole coordinator's answers, invented from a seed: the API's contract, without a coordinator.
 */
final class Invented implements Answers {
  private final Instant now = Instant.now();
  private final InventedNodes nodes;
  private final InventedRuns runs;
  private final InventedFindings findings;
  private final InventedTalk talk;
  private final List<JsonObject> posted = new CopyOnWriteArrayList<>();
  private boolean full;

  Invented(int nodes, int inRun, int findings, Words words) {
    this.nodes = new InventedNodes(7, nodes, now, words);
    this.runs = new InventedRuns(now, this.nodes, inRun);
    this.findings = new InventedFindings(findings, now, this.nodes, words);
    this.talk = new InventedTalk(now, words);
  }

  /** What was sent with POST, in order, each with its path. */
  List<JsonObject> posted() {
    return posted;
  }

  String name(int node) {
    return nodes.name(node);
  }

  /** Some fields of a node become others. */
  void change(JsonObject node) {
    nodes.all().stream()
        .filter(one -> one.getString("name").equals(node.getString("name")))
        .forEach(one -> {
          var _ = one.mergeIn(node);
        });
  }

  /** From now on the disk is full. */
  void fill() {
    full = true;
  }

  @Override
  public Optional<JsonObject> to(String method, String path, MultiMap parameters, JsonObject body) {
    List<String> parts =
        List.of(path.substring(1).split("/")).stream()
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    if (method.equals("POST")) {
      posted.add(body.copy().put("path", path));
      return Optional.of(taken(parts));
    }
    return switch (parts.getFirst()) {
      case "fleet" -> Optional.of(fleet());
      case "nodes" ->
          parts.size() == 1
              ? Optional.of(
                  new JsonObject()
                      .put("nodes", new JsonArray(nodes.all()))
                      .put("total", nodes.all().size()))
              : node(parts.get(1));
      case "runs" -> runs(parts);
      case "findings" ->
          Optional.of(parts.size() == 1 ? found(parameters) : findings.whole(parts.get(1)));
      case "history" -> Optional.of(history(Integer.parseInt(parameters.get("days"))));
      case "routers" -> Optional.of(routers());
      case "schedules" -> Optional.of(schedules());
      default -> Optional.empty();
    };
  }

  private JsonObject fleet() {
    var states = new JsonObject().put("total", nodes.all().size());
    for (String state :
        List.of(
            "present", "suspected", "lost", "expected", "incompatible", "refusing", "leaving")) {
      var _ = states.put(state, nodes.count(state));
    }
    var store =
        new JsonObject()
            .put("state", full ? "full" : "ready")
            .put("reason", full ? "no space left on the device since 09:12" : "")
            .put("bytes", 48_213_504)
            .put("runs", 40)
            .put("events", 61_204);
    return new JsonObject()
        .put(
            "coordinator",
            new JsonObject()
                .put("name", "hq-1.fra")
                .put("version", "0.1.0")
                .put("session", "s1")
                .put("leads", new JsonArray(List.of(InventedRuns.OPEN)))
                .put("standby", true)
                .put("store", store))
        .put("nodes", states)
        .put("subtasks", runs.open().getJsonObject("sum"))
        .put("open", new JsonArray(runs.lines().subList(0, 1)))
        .put("findings", new JsonObject().put("critical", 6).put("warning", 149).put("info", 137))
        .put("position", 1)
        .put("time", now.toString());
  }

  private Optional<JsonObject> node(String name) {
    return nodes.all().stream()
        .filter(node -> node.getString("name").equals(name))
        .findFirst()
        .map(node -> node.copy().put("lives", findings.one("f000000").getJsonArray("occurrences")));
  }

  private Optional<JsonObject> runs(List<String> parts) {
    if (parts.size() == 1) {
      return Optional.of(new JsonObject().put("runs", new JsonArray(runs.lines())));
    }
    if (parts.size() == 2) {
      return Optional.of(runs.whole(parts.get(1)));
    }
    return switch (parts.get(2)) {
      case "subtasks" ->
          Optional.of(talk.subtask(parts.get(3), nodes.name(0), findings.occurrence()));
      case "calls" -> Optional.of(talk.call("df"));
      case "diff" -> Optional.of(diff(parts.get(1), parts.get(3)));
      default -> Optional.empty();
    };
  }

  /** Whatever is sent is taken. */
  private JsonObject taken(List<String> parts) {
    return switch (parts.getLast()) {
      case "cancel" -> new JsonObject().put("id", parts.get(1));
      case "judgement" ->
          new JsonObject().put("judged", 1).put("finding", findings.one(parts.get(1)));
      case "session" ->
          new JsonObject().put("name", "ada").put("access", "operator").put("tokens", true);
      default ->
          new JsonObject()
              .put("id", InventedRuns.OPEN)
              .put("location", "/api/v1/runs/" + InventedRuns.OPEN)
              .put("joined", false);
    };
  }

  /** In the order in which it was asked for. */
  private JsonObject diff(String id, String other) {
    var diff = new JsonObject().put("before", other).put("after", id);
    var from = 0;
    for (var list :
        Map.of("new", 4, "revealed", 3, "fixed", 7, "still", 12, "notLookedAt", 2).entrySet()) {
      var _ =
          diff.put(
              list.getKey(),
              new JsonArray(
                  findings.all().subList(from, from + list.getValue()).stream()
                      .map(this::changed)
                      .toList()));
      from += list.getValue();
    }
    return diff;
  }

  private JsonObject changed(JsonObject finding) {
    return new JsonObject()
        .put("node", finding.getJsonArray("occurrences").getJsonObject(0).getString("node"))
        .put("fingerprint", finding.getString("fingerprint"))
        .put("check", finding.getString("check"))
        .put("severity", finding.getString("severity"))
        .put("title", finding.getString("title"))
        .put("reason", "");
  }

  private JsonObject found(MultiMap parameters) {
    List<JsonObject> fitting =
        findings.all().stream().filter(one -> fits(one, parameters)).toList();
    int from = parameters.contains("after") ? Integer.parseInt(parameters.get("after")) : 0;
    int to = Math.min(fitting.size(), from + Integer.parseInt(parameters.get("limit")));
    var answer =
        new JsonObject()
            .put("findings", new JsonArray(fitting.subList(from, to)))
            .put("total", fitting.size());
    var _ =
        answer
            .put("bySeverity", counts(fitting, "severity"))
            .put("byLife", counts(fitting, "life"));
    return to < fitting.size() ? answer.put("next", String.valueOf(to)) : answer;
  }

  private static boolean fits(JsonObject finding, MultiMap parameters) {
    return List.of("severity", "life", "area").stream()
            .allMatch(name ->
                !parameters.contains(name) || finding.getString(name).equals(parameters.get(name)))
        && (!parameters.contains("q") || finding.getString("title").contains(parameters.get("q")));
  }

  private static JsonObject counts(List<JsonObject> findings, String field) {
    var counts = new JsonObject();
    findings.stream()
        .collect(Collectors.groupingBy(one -> one.getString(field), Collectors.counting()))
        .forEach((value, count) -> {
          var _ = counts.put(value, count);
        });
    return counts;
  }

  private JsonObject history(int count) {
    var random = new Random(3);
    var days = new JsonArray();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    double level = 120;
    for (int back = count - 1; back >= 0; back--) {
      level = Math.max(20, level + random.nextGaussian() * 12);
      var _ =
          days.add(
              new JsonObject()
                  .put("date", today.minusDays(back).toString())
                  .put(
                      "open",
                      new JsonObject()
                          .put("critical", (int) (level / 18))
                          .put("warning", (int) (level * 0.7))
                          .put("info", (int) (level * 0.35)))
                  .put("new", random.nextInt(24))
                  .put("fixed", random.nextInt(26))
                  .put("runs", 12));
    }
    return new JsonObject().put("days", days);
  }

  private static JsonObject routers() {
    var routers =
        new JsonArray()
            .add(
                new JsonObject()
                    .put("name", "gpu-rack")
                    .put("url", "https://router.example.net/v1")
                    .put("models", new JsonArray(List.of("qwen3-32b", "qwen3-235b")))
                    .put("slots", 24)
                    .put("inUse", 21)
                    .put("waiting", 6))
            .add(
                new JsonObject()
                    .put("name", "fallback")
                    .put("url", "http://10.0.0.9:8080/v1")
                    .put("models", new JsonArray(List.of("llama-3.1-8b")))
                    .put("slots", 4)
                    .put("inUse", 0)
                    .put("waiting", 0));
    var models = new JsonArray();
    var _ =
        models
            .add(model("qwen3-32b", 1840, 212, 31, 18, 2))
            .add(model("qwen3-235b", 96, 41, 2, 1, 0))
            .add(model("llama-3.1-8b", 310, 12, 44, 29, 3));
    return new JsonObject().put("routers", routers).put("models", models);
  }

  private static JsonObject model(
      String name, int asked, int proven, int refuted, int unproven, int wrong) {
    return new JsonObject()
        .put("model", name)
        .put("asked", asked)
        .put("proven", proven)
        .put("refuted", refuted)
        .put("unproven", unproven)
        .put("wrong", wrong)
        .put("promptTokens", asked * 2310L)
        .put("completionTokens", asked * 164L);
  }

  private JsonObject schedules() {
    var last =
        new JsonObject()
            .put("run", InventedRuns.id(1))
            .put("at", now.minus(Duration.ofHours(2)).toString())
            .put("state", "complete");
    return new JsonObject()
        .put(
            "schedules",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("name", "nightly")
                        .put("when", "every 2 h")
                        .put("next", now.plus(Duration.ofMinutes(71)).toString())
                        .put("last", last)
                        .put("missed", 0)));
  }
}
