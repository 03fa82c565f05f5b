package dev.swarm.coordinator.report;

import java.util.ArrayList;
import java.util.List;

/** The sections that there are, each a link within the page. */
final class HtmlContents {
  private HtmlContents() {}

  private record Section(String id, String name, long count) {}

  static Html of(Report report) {
    var links = new ArrayList<Html>();
    for (var section : sections(report)) {
      var count =
          section.count() == 0 ? "" : " <span class=\"count\">" + section.count() + "</span>";
      links.add(
          new Html(
              "<li><a href=\"#" + section.id() + "\">" + section.name() + count + "</a></li>\n"));
    }
    return Html.join(links);
  }

  private static List<Section> sections(Report report) {
    var sections = new ArrayList<Section>();
    if (HtmlNext.isThere(report)) {
      sections.add(new Section("next", "What to do next", 0));
    }
    sections.add(new Section("findings", "Findings", report.findings().size()));
    add(sections, "contradictions", "Contradictions", contradictions(report));
    add(sections, "changes", "Changes", changes(report));
    sections.add(new Section("coverage", "Coverage", 0));
    add(sections, "gaps", "Gaps", Gap.of(report).size() + Reasoned.of(report).size());
    if (report.models().isPresent()) {
      sections.add(new Section("models", "Models", 0));
    }
    add(sections, "claims", "Not borne out", report.refuted().size() + report.unproven().size());
    sections.add(new Section("sums", "In sum", 0));
    return sections;
  }

  private static void add(List<Section> sections, String id, String name, long count) {
    if (count > 0) {
      sections.add(new Section(id, name, count));
    }
  }

  private static long contradictions(Report report) {
    return report.fleet().map(fleet -> fleet.contradictions().size()).orElse(0);
  }

  private static long changes(Report report) {
    return report
        .changes()
        .map(changes -> changes.fixed().size() + changes.notLookedAt().size())
        .orElse(0);
  }
}
