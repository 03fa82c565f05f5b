package dev.swarm.coordinator.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** What models brought, in Markdown. */
final class MarkdownModels {
  private static final int MOST = 50;
  private static final String HEAD =
      "\n| model | claims | proven | mended | withdrawn | refuted | unproven | turns | tokens |"
          + " cost |\n|:---|"
          + "---:|".repeat(9)
          + "\n";

  private final Appendable out;

  MarkdownModels(Appendable out) {
    this.out = out;
  }

  void render(Report report) throws IOException {
    if (report.models().isEmpty()) {
      return;
    }
    var models = report.models().get();
    out.append("\n## Models\n\n" + ModelWords.looks(models) + "\n" + HEAD);
    for (Models.Share share : Words.first(models.shares(), MOST)) {
      row(ModelWords.name(share), share.tally());
    }
    row("all", models.total());
    int unlisted = models.others().map(Models.Others::models).orElse(0);
    more(models.shares().size() - MOST + (long) unlisted, "model");
    escalations(report, models);
    lacking(report, models);
  }

  private void row(String name, Tally tally) throws IOException {
    var cells =
        List.of(
            tally.claims(),
            tally.proven(),
            tally.mended(),
            tally.withdrawn(),
            tally.refuted(),
            tally.unproven(),
            tally.turns());
    out.append("| " + Markdown.text(name) + " |");
    for (long cell : cells) {
      out.append(" " + cell + " |");
    }
    out.append(" " + ModelWords.number(tally.promptTokens() + tally.completionTokens()) + " | ");
    out.append(tally.cost().map(cost -> cost.toPlainString() + " |\n").orElse("|\n"));
  }

  private void escalations(Report report, Models models) throws IOException {
    var groups = EscalationGroup.of(models);
    out.append(groups.isEmpty() ? "" : "\n### Escalations\n\n");
    for (EscalationGroup group : Words.first(groups, MOST)) {
      out.append("- **" + Markdown.text(group.way()) + "** " + ModelWords.times(group) + ": ");
      out.append(Markdown.text(group.reason() + ": " + group.answer()) + "\n");
      out.append("  - " + places(report, group.areas(), group.nodes()) + "\n");
    }
    long rest = groups.stream().skip(MOST).mapToLong(EscalationGroup::count).sum();
    more(rest + models.escalationsLeftOut(), "escalation");
  }

  private void lacking(Report report, Models models) throws IOException {
    out.append(models.lacking().isEmpty() ? "" : "\n### A model’s look is lacking\n\n");
    for (Models.Lack lack : Words.first(models.lacking(), MOST)) {
      out.append("- **" + Words.many(lack.investigations(), "investigation") + "** ");
      out.append(Markdown.text(lack.reason()) + "\n");
      out.append("  - " + places(report, lack.areas(), lack.nodes()) + "\n");
    }
    more(models.lacking().size() - MOST, "reason");
  }

  private static String places(Report report, Collection<?> areas, Collection<String> nodes) {
    return Markdown.text(ModelWords.places(report, areas, nodes));
  }

  private void more(long count, String noun) throws IOException {
    out.append(count > 0 ? "\n" + ModelWords.more(count, noun) + "\n" : "");
  }
}
