package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.Style.Role;
import java.io.IOException;

/** The report on a terminal: the verdict first, the worst next, the sums last. */
final class TextRenderer implements Renderer {
  @Override
  public void render(Report report, Options options, Appendable out) throws IOException {
    var page = new TextPage(out, options);
    headline(Verdict.of(report, options), page);
    new TextQuestion(page).render(report);
    var fleet = new TextFleet(page);
    fleet.summary(report);
    new TextFindings(page, report, options.zone()).render();
    fleet.contradictions(report);
    new TextChanges(page).render(report);
    new TextAreas(page).render(report);
    new TextGaps(page).render(report);
    new TextModels(page).render(report);
    new TextClaims(page).render(report);
    new TextSums(page, options).render(report);
  }

  private static void hanging(String mark, String text, Role role, TextPage page)
      throws IOException {
    var before = mark;
    for (String row : Columns.wrap(text, page.width() - 2)) {
      page.line(page.paint(role, before + row));
      before = "  ";
    }
  }

  private static void headline(Verdict verdict, TextPage page) throws IOException {
    var first = Marks.verdict(verdict) + " " + verdict.found();
    var news = " · " + verdict.news();
    if (Columns.width(first + news) <= page.width()) {
      page.line(page.paint(Marks.role(verdict), first) + page.paint(Role.TITLE, news));
    } else {
      hanging(Marks.verdict(verdict) + " ", verdict.found() + news, Marks.role(verdict), page);
    }
    if (!verdict.complete()) {
      hanging("  ", verdict.missing(), Role.WARNING, page);
    }
    for (String alarm : verdict.alarms()) {
      hanging("! ", alarm, Role.CRITICAL, page);
    }
    if (!verdict.unseen().isEmpty()) {
      hanging("  ", verdict.unseen(), Role.QUIET, page);
    }
  }
}
