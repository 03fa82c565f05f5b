package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;
import java.util.List;

/** What models brought, what became of it, what it took; nothing where none was asked. */
final class TextModels {
  private static final int MOST = 8;

  private final TextPage page;

  TextModels(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    if (report.models().isEmpty()) {
      return;
    }
    var models = report.models().get();
    page.heading("Models");
    page.text(ModelWords.looks(models));
    shares(models);
    escalations(report, models);
    lacking(report, models);
  }

  private void shares(Models models) throws IOException {
    for (Models.Share share : Words.first(models.shares(), MOST)) {
      var claims = ModelWords.name(share) + ": " + ModelWords.claims(share.tally());
      page.labelled("model", claims, List.of(Role.TITLE));
      page.quiet(ModelWords.where(share) + " · " + ModelWords.effort(share.tally()));
    }
    int unlisted = models.others().map(Models.Others::models).orElse(0);
    more(models.shares().size() - MOST + (long) unlisted, "model");
    if (models.shares().size() > 1) {
      page.labelled("all", ModelWords.claims(models.total()));
      page.quiet(ModelWords.effort(models.total()));
    }
  }

  private void escalations(Report report, Models models) throws IOException {
    var groups = EscalationGroup.of(models);
    for (EscalationGroup group : Words.first(groups, MOST)) {
      page.labelled("escalated", group.way() + ", " + ModelWords.times(group));
      page.quiet(group.reason() + ": " + group.answer());
      page.quiet(ModelWords.places(report, group.areas(), group.nodes()));
    }
    long rest = groups.stream().skip(MOST).mapToLong(EscalationGroup::count).sum();
    more(rest + models.escalationsLeftOut(), "escalation");
  }

  private void lacking(Report report, Models models) throws IOException {
    for (Models.Lack lack : Words.first(models.lacking(), MOST)) {
      page.labelled("lacking", lack.reason().isBlank() ? "no reason given" : lack.reason());
      page.quiet(
          Words.many(lack.investigations(), "investigation")
              + " · "
              + ModelWords.places(report, lack.areas(), lack.nodes()));
    }
    more(models.lacking().size() - MOST, "reason");
  }

  private void more(long count, String noun) throws IOException {
    if (count > 0) {
      page.quiet(ModelWords.more(count, noun));
    }
  }
}
