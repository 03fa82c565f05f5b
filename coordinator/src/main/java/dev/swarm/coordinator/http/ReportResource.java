package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.coordinator.Replay;
import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;

/** {@code /runs/{id}/report} and {@code …/diff/{other}}: what a run found, and against another. */
final class ReportResource {
  private final WebServer.Parts parts;
  private final Books books;

  ReportResource(WebServer.Parts parts, Books books) {
    this.parts = parts;
    this.books = books;
  }

  private record Diff(
      String before,
      String after,
      @JsonProperty("new") List<Report.Change> fresh,
      List<Report.Change> revealed,
      List<Report.Change> fixed,
      List<Report.Change> still,
      List<Report.Change> notLookedAt) {}

  List<Route> routes() {
    return List.of(
        Route.get("/runs/:id/report", this::report, "format"),
        Route.get("/runs/:id/diff/:other", this::diff));
  }

  private Reply report(Asked asked) {
    var format = asked.choice("format", Format.values(), Format::id).orElse(Format.JSON);
    var report = books.reports().of(RunResource.id(asked, "id"));
    var options =
        new Options(Options.STANDARD.width(), Style.PLAIN, parts.policy(), ZoneId.systemDefault());
    var out = new StringBuilder();
    try {
      format.renderer().render(report, options, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes whatever is written", e);
    }
    var reply = Reply.of(200, format.mediaType(), out.toString());
    return format.policy().map(policy -> StrictHeaders.with(reply, policy)).orElse(reply);
  }

  /** The run against another, which is taken as the earlier one whatever their times. */
  private Reply diff(Asked asked) {
    var after = RunResource.id(asked, "id");
    var before = RunResource.id(asked, "other");
    var changes = new Replay(parts.store()).between(before, after);
    return Reply.json(
        new Diff(
            before.value(),
            after.value(),
            changes.fresh(),
            changes.revealed(),
            changes.fixed(),
            changes.still(),
            changes.notLookedAt()));
  }
}
