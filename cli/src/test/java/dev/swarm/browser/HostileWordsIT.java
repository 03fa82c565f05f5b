package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Five hundred attacks as host names, titles and outputs: none runs, and none hides. */
class HostileWordsIT {
  private static final int TALL = 24_000;

  private static Rig rig;
  private static Chrome chrome;

  @BeforeAll
  static void start() {
    rig = new Rig(new Invented(Words.PAYLOADS, 100, Words.PAYLOADS, Words.HOSTILE));
    chrome = new Chrome();
  }

  @AfterAll
  static void stop() {
    chrome.close();
    rig.close();
  }

  @Test
  void there_are_five_hundred_different_attacks() {
    assertEquals(
        Words.PAYLOADS,
        IntStream.range(0, Words.PAYLOADS).mapToObj(Words::payload).distinct().count());
  }

  @Test
  void host_names_neither_run_nor_hide() {
    shown("fleet?view=table", ".grid.nodes", Words.PAYLOADS);
  }

  @Test
  void host_names_in_tiles_neither_run_nor_hide() {
    shown("fleet", ".tiles", Words.PAYLOADS);
  }

  @Test
  void titles_neither_run_nor_hide() {
    shown("findings", ".grid.findings", Words.PAYLOADS);
  }

  @Test
  void outputs_neither_run_nor_hide() {
    try (Tab tab = tall()) {
      var _ = tab.open("findings/f000001");
      tab.find(".output .more").first().click();
      tab.until("document.querySelectorAll('.output')[0].querySelectorAll('li').length === 500");
      String text = content(tab, ".output");
      for (int index = 0; index < Words.PAYLOADS; index++) {
        String line = Words.shown(Words.payload(index).replaceAll("[\r\n]", " "));
        assertTrue(text.contains(line), "hidden: " + line);
      }
      nothingRan(tab);
    }
  }

  @Test
  void what_an_ellipsis_cuts_can_be_read_in_full() {
    var laptop = new Browser.NewContextOptions().setViewportSize(1_000, 900);
    try (Tab tab = chrome.tab(rig.address(), laptop)) {
      for (String route :
          List.of("fleet", "fleet?view=table", "findings", "runs", "runs/" + InventedRuns.OPEN)) {
        var _ = tab.open(route);
        assertEquals(List.of(), tab.run(CUT), route);
        tab.picture("hostile-" + route.replaceAll("[^a-z0-9]+", "-"));
      }
      var _ = tab.open("fleet");
      assertNotEquals(List.of(), tab.run(CUT.replace("[title]", "[nowhere]")));
    }
  }

  /** The attacks that are drawn shorter than they are and are whole in no title either. */
  private static final String CUT =
      """
      [...document.querySelectorAll("main *")]
        .filter((one) => getComputedStyle(one).textOverflow === "ellipsis")
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.textContent.includes("[p"))
        .map((one) => {
          const calm = (text) => text.replace(/\\s+/g, " ").trim();
          const titles = [one.closest("[title]"), ...one.querySelectorAll("[title]")].filter(Boolean);
          const whole = titles.map((each) => calm(each.title));
          const text = calm(one.textContent);
          const rest = whole.reduce((left, title) => left.replace(title, ""), text);
          return whole.some((title) => title.includes(text)) ? "" : calm(rest);
        })
        .filter(Boolean)
      """;

  @Test
  void no_page_lets_any_of_them_run() {
    try (Tab tab = tall()) {
      for (String route :
          List.of(
              "runs",
              "runs/" + InventedRuns.OPEN,
              "runs/" + InventedRuns.OPEN + "/s1",
              "findings/f000003",
              "compare",
              "findings?q=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E",
              "nodes/%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E",
              "%3Cscript%3E/%22%3E%3Cimg%20src=x%20onerror=window.ran=1%3E")) {
        var _ = tab.open(route);
        nothingRan(tab);
      }
    }
  }

  private static void shown(String route, String where, int payloads) {
    try (Tab tab = tall()) {
      tab.open(route).find(where).waitFor();
      tab.until("document.querySelectorAll('%s .slot').length >= %d".formatted(where, payloads));
      String text = content(tab, where);
      for (int index = 0; index < payloads; index++) {
        String shown = Words.shown(Words.payload(index));
        assertTrue(text.contains(shown), "hidden: " + shown);
      }
      nothingRan(tab);
    }
  }

  private static String content(Tab tab, String where) {
    return (String) tab.run("document.querySelector('" + where + "').textContent");
  }

  /** No script set its mark, no element is there that we did not make, no policy was touched. */
  private static void nothingRan(Tab tab) {
    assertEquals("undefined", tab.run("typeof window.ran"));
    assertEquals(
        0,
        tab.run(
            "document.querySelectorAll('#app :is(script, img, iframe, object, embed, style, link,"
                + " base, meta, template, math, marquee, textarea), #app [onerror], #app [onload],"
                + " a[href^=javascript]').length"));
    tab.assertClean();
  }

  private static Tab tall() {
    return chrome.tab(rig.address(), new Browser.NewContextOptions().setViewportSize(1_200, TALL));
  }
}
