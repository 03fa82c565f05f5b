package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page; what it looks like is to be seen in target/pages after this. */
class HtmlTest {
  private static final Path PAGES = Path.of("target", "pages");

  @Test
  void every_link_leads_somewhere_and_every_section_has_one() throws IOException {
    var page = page("fleet", Histories.report());
    var links = all(page, "<a href=\"#([a-z]+)\"");
    assertEquals(all(page, "<h2 id=\"([a-z]+)\""), links);
    assertTrue(links.size() > 5, links.toString());
  }

  @Test
  void what_to_do_next_begins_with_the_remedy_of_the_worst() throws IOException {
    var page = page("fleet", Histories.report());
    var next = page.substring(page.indexOf("id=\"next\""), page.indexOf("id=\"findings\""));
    assertTrue(next.indexOf("Copy its data away and replace the disk.") > 0, next);
    assertTrue(next.indexOf("Copy its data") < next.indexOf("Free or add space"), next);
    assertTrue(next.contains("run the agent as root to see the health of the disks"), next);
  }

  @Test
  void the_first_findings_show_their_proof_and_the_others_wait() throws IOException {
    var page = page("fleet", Histories.report());
    assertEquals(5, count(page, "<details class=\"case\" data-tone=\"[a-z]+\" open>"));
    assertEquals(1, count(page, "<details class=\"case\" data-tone=\"[a-z]+\">"));
    assertTrue(count(page, "<div class=\"line cited\">") > 3);
  }

  @Test
  void a_machine_with_nothing_wrong_has_a_short_page() throws IOException {
    var page = page("clean", ModelRun.of(1, ModelRun.brought()));
    assertTrue(page.contains("Nothing was found that needs attention."), page);
    assertFalse(page.contains("id=\"next\""), page);
  }

  @Test
  void a_thousand_nodes_that_are_alike_are_few_rows() throws IOException {
    var page = page("thousand", FleetHistory.report(1000));
    var matrix = page.substring(page.indexOf("<table class=\"matrix\">"));
    long rows = count(matrix.substring(0, matrix.indexOf("</table>")), "<tr><th scope=\"row\">");
    assertTrue(rows > 3 && rows < 60, "rows: " + rows);
    assertTrue(page.length() < 400_000, "length: " + page.length());
  }

  @Test
  void a_thousand_nodes_of_which_no_two_are_alike_are_bounded_and_the_rest_is_counted()
      throws IOException {
    var report = Merge.merge(new RandomHistory(3, 1000, 3, 2, 400).events(), Optional.empty());
    var page = page("unlike", report);
    assertTrue(page.contains("more nodes"), "some nodes are not listed");
    assertTrue(page.length() < 8_000_000, "length: " + page.length());
  }

  private static String page(String name, Report report) throws IOException {
    var page = Histories.render(Format.HTML, report, Options.STANDARD);
    var _ = Files.createDirectories(PAGES);
    var _ = Files.writeString(PAGES.resolve(name + ".html"), page, StandardCharsets.UTF_8);
    return page;
  }

  private static Set<String> all(String page, String pattern) {
    var all = new TreeSet<String>();
    Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1)).forEach(all::add);
    return all;
  }

  private static long count(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(MatchResult::group).count();
  }
}
