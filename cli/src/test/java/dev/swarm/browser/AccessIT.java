package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everybody can use each page: axe finds nothing, at any size, in both themes, by keyboard alone.
 */
class AccessIT {
  private static final List<String> ROUTES =
      List.of(
          "fleet",
          "fleet?view=table",
          "nodes/db-01.fra",
          "runs",
          "runs/" + InventedRuns.OPEN,
          "runs/" + InventedRuns.OPEN + "/s1",
          "findings",
          "findings/f000002",
          "compare",
          "history",
          "routers",
          "nowhere");

  private static Rig rig;
  private static Chrome chrome;

  @BeforeAll
  static void start() {
    rig = new Rig(new Invented(200, 12, 300, Words.USUAL));
    chrome = new Chrome();
  }

  @AfterAll
  static void stop() {
    chrome.close();
    rig.close();
  }

  @Test
  void axe_finds_nothing_in_the_light() {
    try (Tab tab = chrome.tab(rig.address())) {
      axeFindsNothing(tab, "light");
    }
  }

  @Test
  void axe_finds_nothing_in_the_dark() {
    try (Tab tab = chrome.dark(rig.address())) {
      axeFindsNothing(tab, "dark");
    }
  }

  @Test
  void axe_finds_nothing_in_dialogs_and_tables() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").press("?");
      tab.find("dialog[open]").waitFor();
      assertEquals(List.of(), violations(tab));
      tab.press("Escape");
      tab.until("!document.querySelector('dialog[open]')");
      tab.press("n");
      tab.find("dialog[open] form").waitFor();
      assertEquals(List.of(), violations(tab));
      tab.press("Escape");
      tab.open("history").find("main table").first().waitFor();
      assertEquals(List.of(), violations(tab));
      for (String kind : List.of("acknowledge", "accept", "wrong")) {
        tab.open("findings/f000002").find("[data-judge=" + kind + "]").click();
        formIsFine(tab, "judgement-" + kind);
      }
      tab.open("runs/" + InventedRuns.OPEN).find("button.danger").click();
      formIsFine(tab, "cancel");
      tab.open("runs/" + InventedRuns.id(2)).find(".menu-button summary").click();
      tab.find(".menu-button a:text-is('jsonl')").waitFor();
      assertEquals(List.of(), violations(tab));
      tab.picture("report-menu");
      tab.assertClean();
    }
  }

  private static void formIsFine(Tab tab, String name) {
    tab.find("dialog[open] form").waitFor();
    assertEquals(List.of(), violations(tab), name);
    tab.picture("form-" + name);
    tab.press("Escape");
    tab.until("!document.querySelector('dialog[open]')");
  }

  @Test
  void axe_finds_nothing_where_somebody_signs_in() {
    try (var closed = new Rig(new Invented(3, 2, 10, Words.USUAL));
        Tab light = chrome.tab(closed.address());
        Tab dark = chrome.dark(closed.address());
        Tab phone = chrome.phone(closed.address())) {
      closed.readers().turnAway(401);
      for (Tab tab : List.of(light, dark, phone)) {
        tab.open("fleet").find("input[type=password]").waitFor();
        assertEquals(List.of(), violations(tab));
        fits(tab, "sign-in");
      }
      phone.picture("phone-sign-in");
    }
  }

  @Test
  void each_chart_has_its_table_beside_it() {
    try (Tab tab = chrome.tab(rig.address())) {
      for (String route : List.of("history", "runs/" + InventedRuns.OPEN)) {
        var _ = tab.open(route);
        assertEquals(
            true,
            tab.run(
                "[...document.querySelectorAll('svg.chart')].every((one) =>"
                    + " one.closest('.panel').querySelectorAll('tbody tr').length > 6)"));
        assertTrue(tab.find("svg.chart").count() > 0, route);
      }
      tab.assertClean();
    }
  }

  @Test
  void axe_sees_what_is_wrong() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("fleet");
      var _ = tab.run("document.querySelector('main').append(document.createElement('button'))");
      assertNotEquals(List.of(), violations(tab));
    }
  }

  @Test
  void a_phone_shows_one_column_and_axe_finds_nothing() {
    try (Tab tab = chrome.phone(rig.address())) {
      for (String route : ROUTES) {
        var _ = tab.open(route);
        fits(tab, route);
        assertEquals(List.of(), violations(tab), route);
        tab.picture("phone-" + name(route));
      }
      tab.assertClean();
    }
  }

  /** A zoom of 200 % on a laptop is half as wide, in the page's own pixels. */
  @Test
  void twice_the_size_still_fits() {
    var options = new Browser.NewContextOptions().setViewportSize(720, 450).setDeviceScaleFactor(2);
    try (Tab tab = chrome.tab(rig.address(), options)) {
      for (String route : ROUTES) {
        var _ = tab.open(route);
        fits(tab, route);
        tab.picture("zoom-200-" + name(route));
      }
      tab.assertClean();
    }
  }

  @Test
  void forced_colours_and_still_pictures_are_respected() {
    var options =
        new Browser.NewContextOptions()
            .setForcedColors(ForcedColors.ACTIVE)
            .setReducedMotion(ReducedMotion.REDUCE);
    try (Tab tab = chrome.tab(rig.address(), options)) {
      tab.open("fleet").picture("forced-colours");
      assertEquals(
          "0s", tab.run("getComputedStyle(document.querySelector('.tile')).transitionDuration"));
      tab.assertClean();
    }
  }

  @Test
  void the_theme_can_be_chosen_and_is_kept() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find(".side button:has-text('Dark')").click();
      tab.until("getComputedStyle(document.documentElement).colorScheme === 'dark'");
      tab.page().reload();
      tab.until("getComputedStyle(document.documentElement).colorScheme === 'dark'");
      tab.find(".side button:has-text('Like the system')").click();
      tab.until("getComputedStyle(document.documentElement).colorScheme === 'light dark'");
    }
  }

  private static void axeFindsNothing(Tab tab, String theme) {
    for (String route : ROUTES) {
      var _ = tab.open(route);
      assertTrue(tab.page().title().endsWith(" · swarm"), tab.page().title());
      assertEquals(List.of(), violations(tab), theme + " " + route);
      tab.picture(theme + "-" + name(route));
    }
    tab.assertClean();
  }

  private static List<String> violations(Tab tab) {
    return told(new AxeBuilder(tab.page()).setLegacyMode(true));
  }

  private static List<String> told(AxeBuilder axe) {
    return axe.analyze().getViolations().stream().map(AccessIT::told).toList();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  private static void fits(Tab tab, String route) {
    assertEquals(
        true,
        tab.run("document.documentElement.scrollWidth <= innerWidth"),
        route + " is wider than the window");
  }

  private static String name(String route) {
    return route.replaceAll("[^a-z0-9]+", "-");
  }
}
