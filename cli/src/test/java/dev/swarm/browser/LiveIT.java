package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Patience;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stream of events: folded in at once, resumed where it was cut, and read anew after a gap. */
class LiveIT {
  private static final String CONNECTION =
      "document.querySelector('.connection').dataset.connection";

  private static final String QUEUED = InventedRuns.OPEN + "/db-01.fra/logs";

  private final Invented invented = new Invented(40, 8, 20, Words.USUAL);
  private final Rig rig = new Rig(invented);
  private static Chrome chrome;
  private long sequence = 400;

  @BeforeAll
  static void start() {
    chrome = new Chrome();
  }

  @AfterAll
  static void stop() {
    chrome.close();
  }

  @AfterEach
  void nobodyServes() {
    rig.close();
  }

  @Test
  void events_are_seen_within_a_second_and_nothing_is_missed_while_away() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("runs/" + InventedRuns.OPEN);
      tab.until(CONNECTION + " === 'live'");
      String before = tab.text(".sum figcaption");
      long from = System.nanoTime();
      says(accepted(QUEUED));
      tab.until("document.querySelector('.sum figcaption').innerText !== " + quoted(before));
      long millis = (System.nanoTime() - from) / 1_000_000;
      assertTrue(millis < 1_000, millis + " ms");
      rig.readers().cut();
      tab.until(CONNECTION + " === 'lost'");
      assertTrue(tab.text(".connection").startsWith("Reconnecting"));
      tab.picture("reconnecting");
      String away = tab.text(".sum figcaption");
      says(ended(QUEUED));
      rig.readers().welcome();
      tab.until(CONNECTION + " === 'live'");
      tab.until("document.querySelector('.sum figcaption').innerText !== " + quoted(away));
      assertEquals(0, tab.find(".sum .wrong").count());
      tab.assertClean();
    }
  }

  @Test
  void who_acts_who_asked_and_who_waits_is_told_while_it_happens() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("runs/" + InventedRuns.OPEN);
      tab.until(CONNECTION + " === 'live'");
      tab.find(".now-doing:has-text('6 questions wait for a router')").waitFor();
      says(accepted(QUEUED));
      String asked = "(" + DOING + ")('thinking')";
      int before = ((Number) tab.run(asked)).intValue();
      says(
          new JsonObject()
              .put("event", "model-asked")
              .put("subtask", QUEUED)
              .put("turn", 1)
              .put("model", "qwen3-32b"));
      tab.until(asked + " === " + (before + 1));
      says(
          new JsonObject()
              .put("event", "model-replied")
              .put("subtask", QUEUED)
              .put("turn", 1)
              .put("model", "qwen3-32b")
              .put("waited", "PT0.2S"));
      tab.until(asked + " === " + before);
      String acting = "(" + DOING + ")('acting')";
      int acted = ((Number) tab.run(acting)).intValue();
      says(
          new JsonObject()
              .put("event", "tool-called")
              .put("subtask", QUEUED)
              .put("call", "c7")
              .put("tool", "df"));
      tab.until(acting + " === " + (acted + 1));
      tab.assertClean();
    }
  }

  private static final String DOING =
      "(kind) => Number(document.querySelector(`.now-doing [data-kind=${kind}]`).parentElement"
          + ".querySelector('strong').innerText)";

  @Test
  void after_a_gap_everything_in_sight_is_read_anew() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("fleet");
      tab.until(CONNECTION + " === 'live'");
      invented.fill();
      rig.readers().say("gap", new JsonObject().put("from", 1).put("to", 90));
      tab.find("[role=alert]:has-text('Storage full')").waitFor();
      assertTrue(tab.text("[role=alert]").contains("no space left on the device"));
      tab.assertClean();
    }
  }

  @Test
  void a_node_that_is_lost_changes_its_tile_at_once() {
    try (Tab tab = chrome.tab(rig.address())) {
      var _ = tab.open("fleet");
      tab.until(CONNECTION + " === 'live'");
      assertEquals("present", tab.find(".tile").first().getAttribute("data-state"));
      var node =
          new JsonObject()
              .put("name", "web-01.fra")
              .put("state", "lost")
              .put("stateReason", "no beat for 40 s");
      invented.change(node);
      rig.readers().say("fleet", new JsonObject().put("nodes", new JsonArray().add(node)));
      tab.find(".tile[data-state=lost]:has-text('web-01.fra')").waitFor();
      tab.assertClean();
    }
  }

  @Test
  void whoever_is_not_known_is_asked_for_a_token() {
    rig.readers().turnAway(401);
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find("input[type=password]").fill("sesame");
      assertEquals(0, tab.find(".tile").count());
      // it is tried again and again behind the form: what was typed stays
      Patience.last(Duration.ofSeconds(2));
      assertEquals("sesame", tab.find("input[type=password]").inputValue());
      rig.readers().welcome();
      tab.press("Enter");
      tab.find(".tile").first().waitFor();
      var body = invented.posted().getFirst();
      assertEquals("/session", body.getString("path"));
      assertEquals("sesame", body.getString("token"));
      tab.assertClean();
    }
  }

  @Test
  void an_audit_is_started_and_cancelled_from_the_page() {
    try (Tab tab = chrome.tab(rig.address())) {
      tab.open("fleet").find("[data-start]").click();
      tab.find("dialog input[name=labels]").fill("role=db, site=fra");
      tab.find("dialog input[value=storage]").check();
      tab.find("dialog button.primary").click();
      tab.until("location.hash.endsWith('" + InventedRuns.OPEN + "')");
      var body = invented.posted().getFirst();
      assertEquals(
          new JsonObject().put("role", "db").put("site", "fra"), body.getJsonObject("labels"));
      assertEquals(new JsonArray().add("storage"), body.getJsonArray("areas"));
      tab.find("button.danger").click();
      tab.find("dialog button.primary").click();
      tab.until("!document.querySelector('dialog')");
      assertTrue(invented.posted().getLast().getString("path").endsWith("/cancel"));
      tab.assertClean();
    }
  }

  private void says(JsonObject event) {
    sequence++;
    rig.readers().run(recorded(sequence, event));
  }

  /** An event of the open run, as the stream tells it. */
  static JsonObject recorded(long sequence, JsonObject event) {
    return new JsonObject()
        .put("run", InventedRuns.OPEN)
        .put("epoch", 1)
        .put("sequence", sequence)
        .put("at", Instant.now().toString())
        .put("event", event);
  }

  static JsonObject accepted(String subtask) {
    return new JsonObject()
        .put("event", "subtask-accepted")
        .put("subtask", subtask)
        .put("attempt", 1);
  }

  static JsonObject ended(String subtask) {
    var outcome =
        new JsonObject().put("kind", "completed").put("subtask", subtask).put("attempt", 1);
    return new JsonObject().put("event", "subtask-ended").put("outcome", outcome);
  }

  private static String quoted(String text) {
    return new JsonArray().add(text).encode() + "[0]";
  }
}
