package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.swarm.coordinator.http.view.CallView;
import dev.swarm.coordinator.http.view.Conversation;
import dev.swarm.coordinator.http.view.Remark;
import dev.swarm.coordinator.http.view.SubtaskLine;
import dev.swarm.coordinator.report.Report;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /runs/{id}}: one run, what was done in it, and stopping it. */
final class RunResource {
  private static final int PAGE = 1_000;
  private static final int MOST = 10_000;
  private static final String LISTED = "GET /api/v1/runs lists those that are kept";

  private final WebServer.Parts parts;
  private final Books books;

  RunResource(WebServer.Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  /** An empty object: there is nothing to be said. */
  record Nothing() {}

  private record Cancelling(String id) {}

  private record Events(@JsonRawValue String events, Optional<String> next) {}

  private record Detail(
      @JsonUnwrapped SubtaskLine subtask, List<Remark> conversation, List<Found> findings) {}

  /** A finding of the subtask, with the name it goes by over time. */
  private record Found(String fingerprint, @JsonUnwrapped Report.Occurrence occurrence) {}

  List<Route> routes() {
    return List.of(
        Route.get("/runs/:id", this::run),
        Route.post("/runs/:id/cancel", this::cancel),
        Route.get("/runs/:id/events", this::events, "after", "limit"),
        Route.get("/runs/:id/subtasks/:subtask", this::subtask),
        Route.get("/runs/:id/calls/:subtask/:call", this::call));
  }

  static RunId id(Asked asked, String name) {
    return new RunId(asked.segment(name));
  }

  private Reply run(Asked asked) {
    return Reply.json(books.runs().detail(id(asked, "id"), books.standing().led()));
  }

  private Reply cancel(Asked asked) {
    var _ = asked.body(Nothing.class);
    var run = id(asked, "id");
    var fold = books.runs().fold(run);
    if (fold.ended() || !books.standing().cancel(run)) {
      throw new ProblemException(
          409,
          fold.ended() ? "run " + run + " has ended" : "run " + run + " is not led here",
          "path",
          "only a run that this coordinator leads can be cancelled here");
    }
    return Reply.json(202, new Cancelling(run.value()));
  }

  private Reply events(Asked asked) {
    long after = asked.number("after", 0L, 0, Long.MAX_VALUE);
    int limit = asked.number("limit", PAGE, 1, MOST);
    var rest =
        parts.store().events(id(asked, "id")).stream()
            .filter(recorded -> recorded.sequence() > after)
            .limit(limit + 1L)
            .toList();
    var page = rest.size() > limit ? rest.subList(0, limit) : rest;
    var text = page.stream().map(Wire::encode).collect(Collectors.joining(",", "[", "]"));
    return Reply.json(
        new Events(
            text,
            rest.size() > limit
                ? Optional.of(Long.toString(page.getLast().sequence()))
                : Optional.empty()));
  }

  private Reply subtask(Asked asked) {
    var run = id(asked, "id");
    var subtask = new SubtaskId(asked.segment("subtask"));
    var line = books.runs().fold(run).subtask(subtask);
    if (line.isEmpty()) {
      throw ProblemException.missing(
          "a subtask", subtask.value(), "GET /api/v1/runs/" + run + " lists those of the run");
    }
    var events = parts.store().events(run);
    return Reply.json(
        new Detail(line.get(), Conversation.of(subtask, events), findings(run, subtask)));
  }

  private List<Found> findings(RunId run, SubtaskId subtask) {
    return books.reports().of(run).findings().stream()
        .flatMap(finding ->
            finding.nodes().stream()
                .filter(occurrence -> occurrence.subtask().equals(subtask))
                .map(occurrence -> new Found(finding.fingerprint().value(), occurrence)))
        .toList();
  }

  private Reply call(Asked asked) {
    var run = id(asked, "id");
    var subtask = new SubtaskId(asked.segment("subtask"));
    var call = asked.segment("call");
    List<Recorded> events = parts.store().events(run);
    return CallView.of(subtask, new CallId(call), events)
        .map(Reply::json)
        .orElseThrow(() ->
            ProblemException.missing(
                "a tool call", call, "the conversation of the subtask lists its calls; " + LISTED));
  }
}
