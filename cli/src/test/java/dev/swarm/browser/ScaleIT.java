package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Patience;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A thousand nodes and ten thousand findings on one page. */
class ScaleIT {
  private static final int ELEMENTS = 4_000;

  /** News of a run a second, and nodes of which something changed: a fleet at work. */
  private static final int NEWS = 50;

  private static final int CHANGED = 100;
  private static final Duration LIVE = Duration.ofSeconds(5);

  private static Invented invented;
  private static Rig rig;
  private static Chrome chrome;

  @BeforeAll
  static void start() {
    invented = new Invented(1_000, 1_000, 10_000, Words.USUAL);
    rig = new Rig(invented);
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

  @Test
  void a_thousand_nodes_stay_smooth_while_news_come() {
    stays("fleet", ".tile");
  }

  @Test
  void ten_thousand_findings_stay_smooth_while_news_come() {
    stays("findings", ".grid.findings .line");
  }

  @Test
  void a_run_of_six_thousand_subtasks_stays_smooth_while_news_come() {
    stays("runs/" + InventedRuns.OPEN, ".timeline .line");
  }

  /**
   * While a run goes on: of twenty frames nineteen come no later than one does in which three
   * thousand words are drawn by the same machine at that moment; and what happens last is seen.
   */
  private static void stays(String route, String item) {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open(route).find(item).first().waitFor();
      tab.until("document.querySelector('.connection').dataset.connection === 'live'");
      double plain = ((Number) tab.run(TIMED.formatted(PLAIN))).doubleValue();
      var talk = new Talk();
      var talking = Thread.ofPlatform().start(talk);
      var frames = (List<?>) tab.run("() => (" + FRAMES + ")(" + LIVE.toMillis() + ")");
      talk.over = true;
      join(talking);
      double usual = ((Number) frames.get(0)).doubleValue();
      double longest = ((Number) frames.get(1)).doubleValue();
      System.out.printf(
          "%s, %d news and %d changes a second: 19 of 20 frames within %.0f ms, all within %.0f ms;"
              + " %.0f ms for plain text%n",
          route, NEWS, 5 * CHANGED, usual, longest, plain);
      assertTrue(usual < 3 * plain, usual + " ms to a frame; plain text takes " + plain);
      tab.assertClean();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a coordinator tells of a fleet at work. */
  private static final class Talk implements Runnable {
    private final List<String> subtasks =
        all("/runs/" + InventedRuns.OPEN, "subtasks").stream()
            .map(one -> one.getString("id"))
            .toList();
    private final List<JsonObject> nodes = all("/nodes", "nodes");
    private long sequence = 400;
    private volatile boolean over;

    private static List<JsonObject> all(String path, String name) {
      var none = MultiMap.caseInsensitiveMultiMap();
      return invented
          .to("GET", path, none, new JsonObject())
          .orElseThrow()
          .getJsonArray(name)
          .stream()
          .map(JsonObject.class::cast)
          .toList();
    }

    @Override
    public void run() {
      for (int i = 0; !over; i++) {
        says(i);
        if (i % (NEWS / 5) == 0) {
          var changed = new JsonArray();
          for (int k = 0; k < CHANGED; k++) {
            changed = changed.add(nodes.get((i * CHANGED + k) % nodes.size()));
          }
          rig.readers().say("fleet", new JsonObject().put("nodes", changed));
        }
        Patience.last(Duration.ofMillis(1_000 / NEWS));
      }
    }

    private void says(int number) {
      sequence++;
      var subtask = subtasks.get(number / 2 % subtasks.size());
      var event = number % 2 == 0 ? LiveIT.accepted(subtask) : LiveIT.ended(subtask);
      rig.readers().run(LiveIT.recorded(sequence, event));
    }
  }

  /** From frame to frame: the time within which nineteen of twenty come, and the longest. */
  private static final String FRAMES =
      """
      async (millis) => {
        const gaps = [];
        let last = performance.now();
        const end = last + millis;
        while (last < end) {
          await new Promise(requestAnimationFrame);
          const now = performance.now();
          gaps.push(now - last);
          last = now;
        }
        gaps.sort((a, b) => a - b);
        return [gaps[Math.floor(gaps.length * 0.95)], gaps.at(-1)];
      }
      """;

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
