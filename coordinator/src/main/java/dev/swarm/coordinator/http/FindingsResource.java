package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.coordinator.http.view.FindingLine;
import dev.swarm.coordinator.http.view.FindingQuery;
import dev.swarm.coordinator.http.view.LifeWord;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code /findings}: what was found over time, and what operators say of it. */
final class FindingsResource {
  private static final int PAGE = 100;
  private static final int MOST = 1_000;
  private static final int DEEPEST = 1_000_000;

  private final WebServer.Parts parts;
  private final Books books;

  FindingsResource(WebServer.Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  /** What an operator says. */
  record Said(
      Optional<String> node,
      @JsonProperty(required = true) String kind,
      Optional<Instant> until,
      Optional<String> reason) {}

  private record Judged(int judged, FindingLine finding) {}

  List<Route> routes() {
    return List.of(
        Route.get(
            "/findings",
            this::findings,
            "severity",
            "life",
            "node",
            "area",
            "q",
            "sort",
            "limit",
            "after"),
        Route.get("/findings/:fingerprint", this::finding),
        Route.post("/findings/:fingerprint/judgement", this::judge));
  }

  private Reply findings(Asked asked) {
    return Reply.json(
        books
            .findings()
            .page(
                new FindingQuery(
                    asked.choices("severity", Severity.values(), Severity::id),
                    asked.choices("life", LifeWord.values(), LifeWord::id),
                    asked.text("node"),
                    asked.text("area"),
                    asked.text("q"),
                    asked
                        .choice("sort", FindingQuery.Sort.values(), FindingQuery.Sort::id)
                        .orElse(FindingQuery.Sort.SEVERITY),
                    asked.number("after", 0, 0, DEEPEST),
                    asked.number("limit", PAGE, 1, MOST))));
  }

  private Reply finding(Asked asked) {
    return Reply.json(books.findings().detail(lives(asked)));
  }

  private List<Life> lives(Asked asked) {
    var fingerprint = asked.segment("fingerprint");
    var lives = books.findings().of(new Fingerprint(fingerprint));
    if (lives.isEmpty()) {
      throw ProblemException.missing(
          "a finding", fingerprint, "GET /api/v1/findings lists those that there ever were");
    }
    return lives;
  }

  private Reply judge(Asked asked) {
    var said = asked.body(Said.class);
    var judgement = judgement(said, asked.caller().name());
    var lives = lives(asked);
    var meant =
        lives.stream()
            .filter(life -> said.node().filter(node -> !node.equals(life.node())).isEmpty())
            .toList();
    if (meant.isEmpty()) {
      throw ProblemException.bad(
          "body, /node",
          "this finding was never seen on " + Shown.of(said.node().orElse("")),
          "leave node out to judge it on every node");
    }
    var all = new ArrayList<CompletableFuture<Life>>();
    meant.forEach(life -> all.add(parts.lives().judge(life.node(), life.fingerprint(), judgement)));
    all.forEach(FindingsResource::done);
    return Reply.json(new Judged(meant.size(), books.findings().line(lives(asked))));
  }

  private static void done(CompletableFuture<Life> said) {
    try {
      var _ = said.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException trouble ? trouble : e;
    }
  }

  private Judgement judgement(Said said, String by) {
    var now = parts.clock().instant();
    var reason = said.reason().orElse("");
    try {
      return switch (said.kind()) {
        case "acknowledge" -> new Judgement.Acknowledged(by, now, reason);
        case "accept" -> new Judgement.Accepted(by, now, until(said), reason);
        case "wrong" -> new Judgement.Wrong(by, now, reason);
        case "withdraw" -> new Judgement.Withdrawn(by, now, reason);
        default ->
            throw ProblemException.unknown(
                "kind",
                said.kind(),
                "body, /kind",
                List.of("acknowledge", "accept", "wrong", "withdraw"));
      };
    } catch (IllegalArgumentException e) {
      throw ProblemException.bad(
          "body",
          Shown.of(String.valueOf(e.getMessage())),
          "accept takes until (a time ahead) and reason, wrong takes reason");
    }
  }

  private static Instant until(Said said) {
    return said.until()
        .orElseThrow(() ->
            ProblemException.bad(
                "body, /until",
                "accept needs a date until which it holds",
                "such as 2027-01-31T00:00:00Z"));
  }
}
