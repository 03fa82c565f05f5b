package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A thousand nodes and ten thousand findings on one page. */
class ScaleIT {
  private static final int ELEMENTS = 4_000;

  private static Rig rig;
  private static Chrome chrome;

  @BeforeAll
  static void start() {
    rig = new Rig(new Invented(1_000, 1_000, 10_000, Words.USUAL));
    chrome = new Chrome();
  }

  @AfterAll
  static void stop() {
    chrome.close();
    rig.close();
  }

  @Test
  void something_is_to_be_seen_within_a_second() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet");
      tab.until("performance.getEntriesByName('first-contentful-paint').length > 0");
      double millis =
          ((Number) tab.run("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
              .doubleValue();
      assertTrue(millis < 1_000, "first content after " + millis + " ms");
      tab.assertClean();
    }
  }

  @Test
  void a_thousand_nodes_scroll_without_stutter() {
    scrolls("fleet", ".tile", "1,000");
  }

  @Test
  void ten_thousand_findings_scroll_without_stutter() {
    scrolls("findings", ".grid.findings .line", "10,000");
  }

  @Test
  void a_run_of_six_thousand_subtasks_scrolls_without_stutter() {
    scrolls("runs/" + InventedRuns.OPEN, ".timeline .line", "6,000");
  }

  /**
   * From top to bottom in a hundred steps: few elements at any time, and a frame for most steps.
   */
  private static void scrolls(String route, String item, String total) {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open(route).find(item).first().waitFor();
      assertTrue(tab.text("main").contains(total), total);
      var median = (Number) tab.run(SCROLL);
      int elements = ((Number) tab.run("document.querySelectorAll('*').length")).intValue();
      System.out.printf("%s: %.1f ms a step, %d elements%n", route, median.doubleValue(), elements);
      assertTrue(elements < ELEMENTS, elements + " elements");
      assertTrue(median.doubleValue() < 50, "a step of scrolling took " + median + " ms");
      assertEquals(true, tab.run(LAST_IS_SEEN.formatted(item)));
      tab.assertClean();
    }
  }

  private static final String SCROLL =
      """
      async () => {
        const took = [];
        const frame = () => new Promise(requestAnimationFrame);
        for (let step = 1; step <= 100; step++) {
          const from = performance.now();
          scrollTo(0, (document.documentElement.scrollHeight * step) / 100);
          await frame();
          await frame();
          took.push((performance.now() - from) / 2);
        }
        for (let wait = 0; wait < 300 && document.querySelector("main").innerText.endsWith("…"); wait++) await frame();
        return took.sort((a, b) => a - b)[50];
      }
      """;

  private static final String LAST_IS_SEEN =
      """
      () => {
        const all = [...document.querySelectorAll("%s")].map((one) => one.getBoundingClientRect().bottom);
        return Math.max(...all) <= innerHeight + 200 && Math.max(...all) > innerHeight / 2;
      }
      """;
}
