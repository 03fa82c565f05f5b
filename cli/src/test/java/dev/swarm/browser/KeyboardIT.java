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
  void the_list_of_findings_leads_into_the_evidence() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("findings").find(".grid.findings a[tabindex='0']").focus();
      tab.press("ArrowDown", "ArrowDown");
      tab.until(FOCUS + ".dataset.rove === '2'");
      tab.press("Enter");
      tab.until("location.hash.startsWith('#/findings/f')");
      tab.find(".output .cited").first().waitFor();
      tab.until(FOCUS + ".id === 'title'");
      tabTo(tab, FOCUS + ".closest('.output') !== null");
      tab.assertClean();
    }
  }

  @Test
  void chips_are_switched_on_and_off() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("findings");
      tab.until(FOCUS + " === document.body");
      tabTo(tab, FOCUS + ".matches('.chip') && " + FOCUS + ".textContent.includes('Critical')");
      tab.press("Enter");
      tab.until("location.hash.includes('severity=critical')");
      tab.press("Space");
      tab.until("!location.hash.includes('severity')");
      tab.assertClean();
    }
  }

  @Test
  void the_time_line_is_walked_and_a_line_of_it_opened() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("runs/" + InventedRuns.OPEN).find(".timeline a[tabindex='0']").focus();
      tab.press("ArrowDown", "End");
      tab.until(FOCUS + ".dataset.rove === '71'");
      tab.press("Enter");
      tab.until("location.hash.split('/').length === 4");
      tab.find(".talk li").first().waitFor();
      tab.assertClean();
    }
  }

  @Test
  void two_runs_are_chosen_and_compared_in_the_order_of_their_choice() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("runs");
      tab.find("input[aria-label='Compare " + InventedRuns.id(3) + "']").focus();
      tab.press("Space");
      tab.until("location.hash.includes('chosen=')");
      tab.find("input[aria-label='Compare " + InventedRuns.id(9) + "']").focus();
      tab.press("Space");
      tab.until("document.querySelector('.toolbar button:not(:disabled)') !== null");
      tabTo(tab, FOCUS + ".textContent === 'Compare the two chosen'");
      tab.press("Enter");
      compared(tab, InventedRuns.id(9), InventedRuns.id(3));
      var _ = tab.open("compare/" + InventedRuns.id(3) + "/" + InventedRuns.id(9));
      compared(tab, InventedRuns.id(3), InventedRuns.id(9));
      tab.picture("compare-chosen");
      tab.assertClean();
    }
  }

  private static void compared(Tab tab, String before, String after) {
    tab.find(".changes li").first().waitFor();
    tab.until(
        "[...document.querySelectorAll('.toolbar select')].map((one) => one.value).join() === '%s'"
            .formatted(before + "," + after));
  }

  @Test
  void a_run_is_started_and_cancelled() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find("[data-start]").waitFor();
      tab.press("n");
      tab.find("dialog[open] form").waitFor();
      tabTo(tab, FOCUS + ".value === 'storage'");
      tab.press("Space");
      tabTo(tab, FOCUS + ".textContent === 'Start'");
      tab.press("Enter");
      tab.until("location.hash.endsWith('" + InventedRuns.OPEN + "')");
      tab.find("button.danger").waitFor();
      tab.until(FOCUS + ".id === 'title'");
      tabTo(tab, FOCUS + ".matches('button.danger')");
      tab.press("Enter");
      tab.find("dialog[open] form").waitFor();
      tabTo(tab, FOCUS + ".textContent === 'Cancel the run'");
      tab.press("Enter");
      tab.until("!document.querySelector('dialog')");
      var sent = invented.posted().stream().map(body -> body.getString("path")).toList();
      assertTrue(
          sent.containsAll(List.of("/runs", "/runs/" + InventedRuns.OPEN + "/cancel")),
          sent.toString());
      tab.assertClean();
    }
  }

  /** Presses Tab until it is there; a page has fewer stops than this. */
  private static void tabTo(Tab tab, String there) {
    for (int stop = 0; stop < 80; stop++) {
      if (Boolean.TRUE.equals(tab.run(there))) {
        return;
      }
      tab.press("Tab");
    }
    throw new AssertionError("not reached with Tab: " + there);
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
