package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every payload in every text field, in every format. */
final class HostileTextTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]");

  @Test
  void there_are_more_than_a_hundred_payloads() {
    assertTrue(Payloads.all().size() > 100, "only " + Payloads.all().size());
  }

  @Test
  void no_text_changes_the_skeleton_of_the_page() {
    var harmless = tags(html("harmless"));
    assertTrue(harmless.size() > 100);
    for (String payload : Payloads.all()) {
      assertEquals(harmless, tags(html(payload)), payload);
    }
  }

  @Test
  void what_is_not_escaped_would_be_noticed() {
    var page = html("harmless").replaceFirst("harmless", "<b>harmful</b>");
    assertFalse(tags(html("harmless")).equals(tags(page)));
  }

  @Test
  void the_page_may_load_and_run_nothing() {
    var page = html("https://evil.example/");
    assertTrue(page.contains("content=\"default-src 'none'; style-src 'sha256-"));
    assertFalse(TAG.matcher(page).results().anyMatch(HostileTextTest::reachesOut));
  }

  private static boolean reachesOut(MatchResult tag) {
    return tag.group()
        .matches(
            "(?is)<(script|link|img|iframe|object)\\b.*|.*\\b(src|on\\w+|style)=.*"
                + "|.*\\bhref=\"(?!#[a-z]+\").*");
  }

  @Test
  void no_text_leaves_its_column_or_reaches_the_terminal() {
    for (String payload : Payloads.all()) {
      for (int width : new int[] {60, 100, 160}) {
        var options = new Options(width, Style.PLAIN, Policy.STANDARD, Options.STANDARD.zone());
        var text = Histories.render(Format.TEXT, HostileHistory.of(payload), options);
        text.lines().forEach(line -> assertTrue(Columns.width(line) <= width, line));
        assertFalse(UNSEEN.matcher(text).find(), payload);
      }
    }
  }

  @Test
  void markdown_hides_nothing_and_has_no_markup_of_a_node() {
    for (String payload : Payloads.all()) {
      var text = Histories.render(Format.MARKDOWN, HostileHistory.of(payload), Options.STANDARD);
      assertFalse(UNSEEN.matcher(text).find(), payload);
      assertFalse(Pattern.compile("(?<!\\\\)<(?=\\w)").matcher(prose(text)).find(), payload);
    }
  }

  /** Markdown without its code: fences first, then spans of any number of ticks. */
  private static String prose(String markdown) {
    var unfenced = markdown.replaceAll("(?ms)^(`{3,})text\n.*?^\\1$", "");
    return unfenced.replaceAll("(?<![\\\\`])(`+)(?!`).*?(?<!`)\\1(?!`)", "");
  }

  @Test
  void the_xml_parses_and_counts_its_cases() throws Exception {
    for (String payload : Payloads.all()) {
      var xml = Histories.render(Format.JUNIT, HostileHistory.of(payload), Options.STANDARD);
      var document = parse(xml);
      assertEquals(3, document.getElementsByTagName("testsuite").getLength(), payload);
      assertEquals(6, document.getElementsByTagName("property").getLength(), payload);
      assertEquals(1, document.getElementsByTagName("failure").getLength(), payload);
    }
  }

  private static org.w3c.dom.Document parse(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void json_and_sarif_stay_valid() {
    for (String payload : Payloads.all()) {
      var report = HostileHistory.of(payload);
      assertEquals(
          List.of(), Schemas.report(Histories.render(Format.JSON, report, Options.STANDARD)));
      assertEquals(
          List.of(), Schemas.sarif(Histories.render(Format.SARIF, report, Options.STANDARD)));
      var lines = Histories.render(Format.JSONL, report, Options.STANDARD).lines();
      assertTrue(lines.allMatch(line -> Schemas.tree(line).isObject()), payload);
    }
  }

  private static String html(String text) {
    return Histories.render(Format.HTML, HostileHistory.of(text), Options.STANDARD);
  }

  /** Sorted, since a text also says where its row stands. */
  private static List<String> tags(String page) {
    return TAG.matcher(page).results().map(MatchResult::group).sorted().toList();
  }
}
