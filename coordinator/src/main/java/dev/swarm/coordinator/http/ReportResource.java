package dev.swarm.coordinator.http;

import dev.swarm.coordinator.report.Format;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Options;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
      @com.fasterxml.jackson.annotation.JsonProperty("new") List<Report.Change> fresh,
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

  /** The run against an earlier one. */
  private Reply diff(Asked asked) {
    var id = RunResource.id(asked, "id");
    var other = RunResource.id(asked, "other");
    var after = id.compareTo(other) > 0 ? id : other;
    var before = id.compareTo(other) > 0 ? other : id;
    var earlier = Merge.merge(parts.store().events(before), Optional.empty());
    var report = Merge.merge(parts.store().events(after), Optional.of(earlier));
    return Reply.json(
        report
            .changes()
            .map(changes ->
                new Diff(
                    before.value(),
                    after.value(),
                    changes.fresh(),
                    changes.fixed(),
                    changes.still(),
                    changes.notLookedAt()))
            .orElseThrow());
  }
}
