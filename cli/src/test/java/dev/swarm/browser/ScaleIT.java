package dev.swarm.browser;

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
      var _ = tab.open("fleet");
      double millis = tab.firstContent(".tile");
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
   * From top to bottom in forty steps, each of which shows other lines: few elements at any time,
   * and no more work for a step than a page of plain text is for the same machine at that moment.
   */
  private static void scrolls(String route, String item, String total) {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open(route).find(item).first().waitFor();
      assertTrue(tab.text("main").contains(total), total);
      double step = ((Number) tab.run(TIMED.formatted(SCROLL))).doubleValue();
      double plain = ((Number) tab.run(TIMED.formatted(PLAIN))).doubleValue();
      int elements = ((Number) tab.run("document.querySelectorAll('*').length")).intValue();
      System.out.printf("%s: %.0f ms a step, %.0f ms for plain text%n", route, step, plain);
      assertTrue(elements < ELEMENTS, elements + " elements");
      assertTrue(step < 3 * plain, "a step took " + step + " ms; plain text takes " + plain);
      tab.until(lastIsSeen(item));
      tab.assertClean();
    }
  }

  private static final String SCROLL =
      "scrollTo(0, (document.documentElement.scrollHeight * step) / 40);";

  /** Three thousand words that were not there before. */
  private static final String PLAIN =
      """
      document.getElementById("plain")?.remove();
      const plain = document.body.appendChild(document.createElement("div"));
      plain.id = "plain";
      for (let word = 0; word < 3000; word++) {
        plain.appendChild(document.createElement("span")).textContent = `word ${step} ${word} `;
      }
      if (step === 40) plain.remove();
      """;

  /** The median time from a step to when it is drawn, over forty steps. */
  private static final String TIMED =
      """
      async () => {
        const took = [];
        const frame = () => new Promise(requestAnimationFrame);
        for (let step = 1; step <= 40; step++) {
          await frame();
          const from = performance.now();
          %s
          await frame();
          await new Promise((drawn) => setTimeout(drawn, 0));
          took.push(performance.now() - from);
        }
        return took.sort((a, b) => a - b)[20];
      }
      """;

  private static String lastIsSeen(String item) {
    return """
    () => {
      const all = [...document.querySelectorAll("%s")].map((one) => one.getBoundingClientRect().bottom);
      return Math.max(...all) <= innerHeight + 200 && Math.max(...all) > innerHeight / 2;
    }
    """
        .formatted(item);
  }
}
