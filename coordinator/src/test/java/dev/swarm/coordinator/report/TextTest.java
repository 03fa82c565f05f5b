package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextTest {
  @Test
  void the_first_line_says_the_verdict_and_what_is_new() {
    assertEquals(
        "✓ Nothing wrong found on box · first audit",
        text(SmallRun.clean(), Options.STANDARD).lines().findFirst().orElseThrow());
    var fleet = text(Histories.report(), wide()).lines().findFirst().orElseThrow();
    assertEquals(
        "✖ 3 critical, 2 warnings, 1 info on 3 of 6 nodes; edge-01 was lost; old-01 speaks another"
            + " protocol · 3 new, 4 seen for the first time, 1 fixed, 1 still there, 1",
        fleet);
  }

  @Test
  void colour_only_adds_to_what_the_words_say() {
    var coloured = new Options(100, Style.ANSI, Policy.STANDARD, Options.STANDARD.zone());
    var painted = text(Histories.report(), coloured);
    assertTrue(painted.contains("\u001b["));
    var bare = painted.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", "");
    assertEquals(text(Histories.report(), Options.STANDARD), bare);
  }

  @Test
  void a_long_quote_is_cut_and_the_rest_is_a_command_away() {
    var text = text(Histories.report(), Options.STANDARD);
    assertTrue(
        text.contains("… 12 more lines: swarm show 20261120-200400-7f3a web-01 services/r4"));
  }

  @Test
  void a_run_that_is_not_kept_offers_no_command_to_show_it() {
    var text = text(SmallRun.clean().unkept(), Options.STANDARD);
    assertFalse(text.contains("swarm show"));
    assertTrue(text.contains("not kept"));
  }

  @Test
  void a_quote_of_an_unkept_run_offers_no_command_either() {
    var text = text(Histories.report().unkept(), Options.STANDARD);
    assertFalse(text.contains("swarm show"));
    assertTrue(text.contains("… 12 more lines"));
  }

  @Test
  void wide_characters_take_two_columns_and_marks_none() {
    assertEquals(4, Columns.width("漢字"));
    assertEquals(1, Columns.width("e\u0301"));
    assertEquals(2, Columns.width("😀"));
    assertEquals(List.of("漢字", "漢"), Columns.wrap("漢字漢", 5));
  }

  @Test
  void tabs_go_to_the_next_stop_of_eight() {
    assertEquals("a       b", Columns.calm("a\tb"));
    assertEquals("漢      b", Columns.calm("漢\tb"));
  }

  @Test
  void lines_break_at_spaces_and_lose_no_letter() {
    assertEquals(List.of("one two", "three"), Columns.wrap("one two three", 8));
    assertEquals(List.of("abcdefgh", "ij"), Columns.wrap("abcdefghij", 8));
  }

  @Test
  void an_argument_with_spaces_or_quotes_is_quoted_for_the_shell() {
    assertEquals(
        "grep 'a b' 'it'\\''s' '' /x", Words.argv(List.of("grep", "a b", "it's", "", "/x")));
  }

  @Test
  void a_severity_that_has_no_finding_is_not_mentioned() {
    var only = Merge.merge(Histories.eventsBefore(), Optional.empty());
    var first = text(only, Options.STANDARD).lines().findFirst().orElseThrow();
    assertFalse(first.contains("info"), first);
  }

  private static Options wide() {
    return new Options(160, Style.PLAIN, Policy.STANDARD, Options.STANDARD.zone());
  }

  private static String text(Report report, Options options) {
    return Histories.render(Format.TEXT, report, options);
  }
}
