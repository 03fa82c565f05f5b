package dev.swarm.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Findings as {@code /api/v1/findings} would tell of them, each with its evidence. */
final class InventedFindings {
  private record Kind(String check, String area, String severity, String title) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "storage.space", "storage", "critical", "/var is 97 % full: 1.2 GB left of 40 GB"),
          new Kind("services.failed-unit", "services", "critical", "nginx.service has failed"),
          new Kind(
              "security.ssh-root-login",
              "security",
              "warning",
              "sshd lets root log in with a password"),
          new Kind(
              "load-and-memory.swap",
              "load-and-memory",
              "warning",
              "Swap is 84 % used: 3.4 GB of 4 GB"),
          new Kind("time.not-synchronised", "time", "warning", "The clock is not synchronised"),
          new Kind(
              "logs.oom-kill", "logs", "warning", "The kernel killed postgres for lack of memory"),
          new Kind(
              "updates.security-pending", "updates", "warning", "14 security updates are pending"),
          new Kind(
              "services.restart-loop",
              "services",
              "critical",
              "queue-worker.service restarted 31 times in an hour"),
          new Kind(
              "network-and-dns.slow-resolver",
              "network-and-dns",
              "info",
              "10.0.0.53 answers in 412 ms"),
          new Kind(
              "updates.reboot-required",
              "updates",
              "info",
              "A reboot is pending for a new kernel"));
  private static final List<String> LIVES =
      List.of(
          "open",
          "open",
          "open",
          "back",
          "open",
          "acknowledged",
          "open",
          "accepted",
          "fixed",
          "wrong");

  private final Instant now;
  private final InventedNodes nodes;
  private final Words words;
  private final List<JsonObject> findings;

  InventedFindings(int count, Instant now, InventedNodes nodes, Words words) {
    this.now = now;
    this.nodes = nodes;
    this.words = words;
    this.findings = IntStream.range(0, count).mapToObj(this::finding).toList();
  }

  List<JsonObject> all() {
    return findings;
  }

  private JsonObject finding(int index) {
    Kind kind = KINDS.get(index % KINDS.size());
    String life = LIVES.get((index / KINDS.size() + index) % LIVES.size());
    int on = index < KINDS.size() ? List.of(1, 3, 41, 2, 6, 1, 88, 1, 17, 120).get(index) : 1;
    String title = index < KINDS.size() ? kind.title() : kind.title() + " (" + index + ")";
    var finding =
        new JsonObject()
            .put("fingerprint", "f%06d".formatted(index))
            .put("check", kind.check())
            .put("area", kind.area())
            .put("severity", kind.severity())
            .put("title", words.of(index, title))
            .put("nodes", on)
            .put("open", life.equals("fixed") ? 0 : on)
            .put("firstSeen", now.minus(Duration.ofHours(3 + index % 400)).toString())
            .put("lastSeen", now.minus(Duration.ofMinutes(2 + index % 50)).toString())
            .put("life", life);
    if (life.equals("acknowledged") || life.equals("accepted")) {
      var _ =
          finding.put(
              "judgement",
              new JsonObject()
                  .put("kind", life)
                  .put("by", "ada")
                  .put("at", now.minus(Duration.ofDays(1)).toString())
                  .put("note", "replaced on Monday"));
    }
    var _ = finding.put("occurrences", new JsonArray(List.of(life(finding, 0))));
    return finding;
  }

  /** A finding as a list has it. */
  JsonObject one(String fingerprint) {
    return findings.stream()
        .filter(one -> one.getString("fingerprint").equals(fingerprint))
        .findFirst()
        .orElseThrow();
  }

  /** What one subtask found. */
  JsonObject occurrence() {
    JsonObject first = findings.getFirst();
    return newest(first, 0).put("fingerprint", first.getString("fingerprint"));
  }

  /** One finding with all its lives; what it rests on is call {@code c1} of a subtask there. */
  JsonObject whole(String fingerprint) {
    JsonObject finding = one(fingerprint);
    var lives = new ArrayList<JsonObject>();
    for (int at = 0; at < finding.getInteger("nodes"); at++) {
      lives.add(life(finding, at).put("newest", newest(finding, at)));
    }
    return finding
        .copy()
        .put("remedy", "Look at what grew: du -x --max-depth=1 /var | sort -n")
        .put("lives", new JsonArray(lives));
  }

  private static int index(JsonObject finding) {
    return Integer.parseInt(finding.getString("fingerprint").substring(1));
  }

  /** What its newest run saw on its node number {@code at}. */
  private JsonObject newest(JsonObject finding, int at) {
    int index = index(finding);
    var evidence =
        new JsonObject()
            .put("call", "c1")
            .put("tool", "df")
            .put("argv", new JsonArray(List.of("df", "--portability", "--block-size=1024")))
            .put("lines", new JsonObject().put("first", 7).put("last", 7))
            .put("before", new JsonArray())
            .put("after", new JsonArray())
            .put("quote", "/dev/mapper/vg0-var  41943040  40685748  1257292  97% /var")
            .put("sha256", "9f2c41d07be3a5b8809d6b8ad0cb7f5f0e0c9f6f2e5c6d8f3c2ab1e0d4a7b6c5");
    String node = nodes.name(index + at);
    return new JsonObject()
        .put("node", node)
        .put("severity", finding.getString("severity"))
        .put("title", finding.getString("title"))
        .put("novelty", "known")
        .put("subject", "/var")
        .put("proof", "proven")
        .put(
            "detail",
            words.of(index, "97 % of 40 GB are used; a warning begins at 90 %, critical at 95 %."))
        .put("measured", "97 % a second later")
        .put("see", "df -P /var")
        .put("mind", "qwen3-32b")
        .put("subtask", InventedRuns.OPEN + "/" + node + "/storage")
        .put("evidence", new JsonArray(List.of(evidence)));
  }

  /** Every seventh comes and goes. */
  private JsonObject life(JsonObject finding, int at) {
    return new JsonObject()
        .put("node", nodes.name(index(finding) + at))
        .put("check", finding.getString("check"))
        .put("area", finding.getString("area"))
        .put("swinging", (index(finding) + at) % 7 == 2)
        .put("firstRun", InventedRuns.id(30))
        .put("fingerprint", finding.getString("fingerprint"))
        .put("severity", finding.getString("severity"))
        .put("subject", "/var")
        .put("title", finding.getString("title"))
        .put("mind", "qwen3-32b")
        .put("state", finding.getString("life").equals("fixed") ? "fixed" : "open")
        .put("life", finding.getString("life"))
        .put("returned", finding.getString("life").equals("back"))
        .put("firstSeen", finding.getString("firstSeen"))
        .put("lastSeen", finding.getString("lastSeen"))
        .put("times", 12)
        .put("lastRun", InventedRuns.OPEN);
  }
}
