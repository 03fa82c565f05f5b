package dev.swarm.coordinator.http;

import dev.swarm.coordinator.Audit;
import dev.swarm.coordinator.http.view.RunLine;
import dev.swarm.coordinator.http.view.RunState;
import dev.swarm.coordinator.store.StoreState;
import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code /runs}: the runs that are kept, and new ones. */
final class RunsResource {
  private static final int PAGE = 50;
  private static final int MOST = 1_000;
  private static final int LOOKS = 50;
  private static final long LOOK_MILLIS = 100;
  private static final Optional<String> BY = Optional.of("api");

  private final WebServer.Parts parts;
  private final Books books;

  RunsResource(WebServer.Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  private record Page(List<RunLine> runs, Optional<String> next) {}

  private record Started(String id, String location, boolean joined) {}

  List<Route> routes() {
    return List.of(
        Route.get("/runs", this::runs, "limit", "before", "state"),
        Route.post("/runs", this::start));
  }

  private Reply runs(Asked asked) {
    int limit = asked.number("limit", PAGE, 1, MOST);
    var before = asked.text("before").map(RunId::new);
    var state = asked.choice("state", RunState.values(), RunState::id);
    var lines = books.runs().lines(before, state, limit + 1, books.standing().led());
    boolean more = lines.size() > limit;
    var page = more ? lines.subList(0, limit) : lines;
    return Reply.json(new Page(page, more ? Optional.of(page.getLast().id()) : Optional.empty()));
  }

  private Reply start(Asked asked) {
    var audit = audit(asked.body(Wish.class));
    refuseIfNotKept();
    int open = books.standing().leads().size();
    if (open >= parts.settings().limits().openRuns()) {
      throw ProblemException.later(
          429, 5, open + " runs are under way already", "wait until one has ended, or cancel one");
    }
    var run = parts.coordinator().run(audit, BY, _ -> {});
    var _ =
        run.ended()
            .onFailure(
                failure -> parts.log().accept("run " + run.id() + ": " + failure.getMessage()));
    awaitFirst(run.id());
    var location = Route.ROOT + "/runs/" + run.id();
    return Reply.json(202, new Started(run.id().value(), location, run.joined()))
        .with("location", location);
  }

  /** Whoever is told of a run can look at it: its first event is committed by then. */
  private void awaitFirst(RunId run) {
    var news = new Semaphore(0);
    try (var _ = books.feed().onNews(news::release)) {
      for (int look = 0; look < LOOKS && !books.runs().knows(run); look++) {
        boolean _ = news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Audit audit(Wish wish) {
    known("area", "areas", wish.areas(), parts.audits().areas());
    known("check", "checks", wish.checks(), parts.audits().checks());
    try {
      return parts.audits().of(wish);
    } catch (IllegalArgumentException e) {
      throw ProblemException.bad(
          "body", Shown.of(String.valueOf(e.getMessage())), "ask for something else");
    }
  }

  private static void known(
      String what, String field, Optional<List<String>> names, List<String> all) {
    for (var name : names.orElse(List.of())) {
      if (!all.contains(name)) {
        throw ProblemException.unknown(what, name, "body, /" + field, all);
      }
    }
  }

  /** What cannot be kept is not begun. */
  private void refuseIfNotKept() {
    switch (parts.store().state()) {
      case StoreState.Ready _ -> {}
      case StoreState.Full full ->
          throw ProblemException.later(
              503,
              10,
              "storage full: " + full.reason(),
              "free some space; runs go on by themselves then");
      case StoreState.Damaged damaged ->
          throw ProblemException.later(
              503,
              60,
              "storage damaged at " + damaged.where() + ": " + damaged.reason(),
              damaged.reason());
    }
  }
}
