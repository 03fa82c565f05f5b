package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole dashboard without a mouse. */
class KeyboardIT {
  private static final String FOCUS = "document.activeElement";

  private static Rig rig;
  private static Invented invented;
  private static Chrome chrome;

  @BeforeAll
  static void start() {
    invented = new Invented(200, 12, 300, Words.USUAL);
    rig = new Rig(invented);
    chrome = new Chrome();
  }

  @AfterAll
  static void stop() {
    chrome.close();
    rig.close();
  }

  @Test
  void the_first_tab_skips_to_the_page() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").press("Tab");
      assertEquals("skip", tab.run(FOCUS + ".id"));
      tab.press("Enter");
      assertEquals("main", tab.run(FOCUS + ".id"));
    }
  }

  @Test
  void g_and_a_letter_go_to_each_page() {
    // in this order: who goes to where he is stays where he is
    var pages = List.of("r Runs", "n Findings", "c Compare", "h History", "m Routers", "f Fleet");
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("fleet");
      for (String each : pages) {
        tab.press("g", each.substring(0, 1));
        tab.until("document.title === '" + each.substring(2) + " · swarm'");
        tab.until(FOCUS + ".id === 'title'");
      }
      tab.assertClean();
    }
  }

  @Test
  void arrows_move_in_the_tiles_and_enter_opens_one() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find(".tile[tabindex='0']").focus();
      tab.press("ArrowRight", "ArrowDown", "ArrowLeft");
      tab.until(FOCUS + ".dataset.rove === '5'");
      tab.press("End");
      tab.until(FOCUS + ".dataset.rove === '199'");
      assertEquals(true, tab.run(FOCUS + ".getBoundingClientRect().bottom <= innerHeight"));
      tab.press("Home");
      tab.until(FOCUS + ".dataset.rove === '0'");
      assertEquals(
          true, tab.run("matches => getComputedStyle(" + FOCUS + ").outlineStyle === 'solid'"));
      tab.press("Enter");
      tab.until("location.hash.startsWith('#/nodes/')");
      assertEquals(1, tab.run("document.querySelectorAll('h1').length"));
      tab.assertClean();
    }
  }

  @Test
  void a_slash_finds_and_escape_leaves() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").press("/");
      tab.page().keyboard().type("db-0");
      tab.until(
          "document.querySelectorAll('.tile').length > 0 && [...document.querySelectorAll('.tile"
              + " .name')].every((name) => name.textContent.includes('db-0'))");
      assertTrue(tab.page().url().contains("q=db-0"), tab.page().url());
      tab.press("Escape", "g", "f");
      assertEquals("BODY", tab.run(FOCUS + ".tagName === 'H1' ? 'BODY' : " + FOCUS + ".tagName"));
    }
  }

  @Test
  void the_keys_are_told_in_a_dialog_that_gives_the_focus_back() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find("[data-start]").focus();
      tab.press("?");
      tab.until("document.querySelector('dialog[open]')?.contains(" + FOCUS + ")");
      assertTrue(tab.text("dialog").contains("Findings"));
      tab.press("Escape");
      tab.until("!document.querySelector('dialog') && " + FOCUS + ".dataset.start !== undefined");
    }
  }

  @Test
  void a_finding_is_judged_with_keys_alone() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("findings/f000002").find("[data-judge=wrong]").focus();
      tab.press("Enter");
      tab.find("dialog input[name=reason]").focus();
      tab.page().keyboard().type("the daemon is not reachable from outside");
      tab.press("Enter");
      tab.until("!document.querySelector('dialog')");
      assertEquals(
          List.of("/findings/f000002/judgement"),
          invented.posted().stream()
              .filter(body -> "wrong".equals(body.getString("kind")))
              .map(body -> body.getString("path"))
              .toList());
      tab.assertClean();
    }
  }
}
