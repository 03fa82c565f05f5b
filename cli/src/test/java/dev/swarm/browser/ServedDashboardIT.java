package dev.swarm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import dev.swarm.cli.FleetProcesses;
import dev.swarm.cli.Scripted;
import dev.swarm.router.scripted.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a real {@code swarm serve}, while real agents audit this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServedDashboardIT {
  private static final String LIVE =
      "document.querySelector('.connection')?.dataset.connection === 'live'";
  private static final List<String> AREAS = List.of("storage", "load-and-memory", "time");

  @TempDir private static Path folder;
  private Scripted router;
  private FleetProcesses fleet;
  private Chrome chrome;
  private Tab tab;
  private int port;
  private String run = "";

  @BeforeAll
  void a_coordinator_and_its_first_agent() throws Exception {
    port = freePort();
    router = Scripted.router(Settings.STANDARD);
    fleet = new FleetProcesses(folder);
    Files.createDirectories(folder.resolve("tools"));
    Files.createDirectories(folder.resolve("checks"));
    var tool = TOOL.replace("FILE", folder.resolve("attacks.txt").toString());
    Files.writeString(folder.resolve("tools/t.yaml"), tool);
    Files.writeString(folder.resolve("checks/c.yaml"), CHECK);
    var _ = fleet.serve("hq", served());
    var _ = agent("n1");
    chrome = new Chrome();
    tab = chrome.tab("http://127.0.0.1:" + port + "/");
  }

  @AfterAll
  void nothing_is_left() throws Exception {
    chrome.close();
    fleet.close();
    router.close();
  }

  private String[] served() throws IOException {
    return new String[] {"--http", "127.0.0.1:" + port, "--config", config("hq", own())};
  }

  /** A check that the coordinator asks for, and that only one of the nodes knows. */
  private String own() {
    return "tools-folder: %1$s/tools\nchecks-folder: %1$s/checks\n".formatted(folder);
  }

  private String config(String name, String more) throws IOException {
    var routers =
        "routers: [{name: gpu, url: %s, model: scripted-8b, context: 32768}]\n"
            .formatted(router.url());
    return Files.writeString(fleet.home(name).resolve("swarm.yaml"), routers + more).toString();
  }

  @Test
  @Order(1)
  void something_is_to_be_seen_within_a_second() {
    tab.open("fleet").until(LIVE);
    tab.find(".tile:has-text('n1')").waitFor();
    double millis = tab.firstContent(".tile");
    assertTrue(millis < 1_000, "first content after " + millis + " ms");
  }

  @Test
  @Order(2)
  void a_node_that_joins_has_its_tile_at_once() throws Exception {
    tab.open("fleet").until(LIVE);
    var _ = agent("n2");
    tab.find(".tile[data-state=present]:has-text('n2')").waitFor();
    assertTrue(tab.text(".sum figcaption").matches("(?s).*2\\s+nodes.*"), tab.text(".sum"));
  }

  @Test
  @Order(3)
  void a_run_is_started_from_the_page_and_followed_live_to_its_end() {
    tab.open("fleet").find("[data-start]").click();
    AREAS.forEach(area -> tab.find("dialog input[value=" + area + "]").check());
    tab.find("dialog button.primary").click();
    tab.until("location.hash.startsWith('#/runs/')");
    run = String.valueOf(tab.run("decodeURIComponent(location.hash.split('/')[2])"));
    tab.find(".timeline .line").first().waitFor();
    tab.picture("served-run-begins");
    tab.page().waitForCondition(() -> has("running", "complete", "incomplete"));
    followed();
    tab.until("!!document.querySelector('.menu-button')");
    assertEquals("6 subtasks = 6 completed", tab.text(".sum figcaption").replaceAll("\\s+", " "));
    assertEquals(0, tab.find(".sum .wrong").count());
    tab.picture("served-run");
    tab.assertClean();
  }

  /** Whatever the coordinator has told by now, the page shows a second later. */
  private void followed() {
    for (boolean over = false; !over; ) {
      over = !has("running");
      int told = completed();
      long from = System.nanoTime();
      tab.until("(" + SHOWN + ") >= " + told);
      long millis = (System.nanoTime() - from) / 1_000_000;
      assertTrue(millis < 1_000, told + " completed subtasks took " + millis + " ms to be shown");
    }
    assertEquals(6, completed());
    tab.until("(" + SHOWN + ") === 6");
  }

  private static final String SHOWN =
      "Number(/(\\d+)\\s+completed/.exec(document.querySelector('.sum figcaption').innerText)?.[1]"
          + " ?? 0)";

  private boolean has(String... states) {
    return List.of(states).contains(tab.run(asked("run.state")));
  }

  private int completed() {
    return ((Number) tab.run(asked("run.sum.completed"))).intValue();
  }

  private String asked(String what) {
    return "fetch('/api/v1/runs/%s').then((one) => one.json()).then((run) => %s)"
        .formatted(run, what);
  }

  /** The browser obeys the policy of the answer and the one of the page: both allow its style. */
  @Test
  @Order(4)
  void the_report_of_the_run_opens_from_its_menu_and_from_a_file_as_it_was_drawn()
      throws Exception {
    tab.open("runs/" + run).find(".menu-button summary").click();
    String href = tab.find(".menu-button a:text-is('html')").getAttribute("href");
    try (Tab report = tab.opened(() -> tab.find(".menu-button a:text-is('html')").click())) {
      report.page().waitForURL("**" + href);
      drawn(report, "served-report");
    }
    String page = String.valueOf(tab.run("fetch('" + href + "').then((one) => one.text())"));
    Path file = Files.writeString(folder.resolve("report.html"), page);
    String address = file.toUri().toString();
    try (Tab report = chrome.phone(address)) {
      report.page().navigate(address);
      drawn(report, "served-report-phone");
    }
    tab.assertClean();
  }

  private static void drawn(Tab report, String name) {
    report.find("h1").first().waitFor();
    assertEquals(
        true,
        report.run(
            "document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 20"));
    assertEquals("0px", report.run("getComputedStyle(document.body).marginTop"));
    assertEquals(true, report.run("document.documentElement.scrollWidth <= innerWidth"));
    assertEquals(List.of(), violations(report));
    report.picture(name);
    report.page().setViewportSize(390, 844);
    assertEquals(true, report.run("document.documentElement.scrollWidth <= innerWidth"));
    report.assertClean();
  }

  @Test
  @Order(5)
  void a_finding_opens_into_the_lines_that_it_rests_on_and_how_it_was_found() {
    tab.open("findings")
        .find(".findings a[href*='#/findings/']:has-text('backup')")
        .first()
        .click();
    tab.find(".output .cited").first().waitFor();
    tab.find(".talk li").first().waitFor();
    assertEquals(2, tab.find("ul.nodes li").count(), tab.text("ul.nodes"));
    assertEquals(List.of(), violations());
    tab.picture("served-finding");
    tab.assertClean();
  }

  @Test
  @Order(6)
  void a_judgement_is_taken_and_seen() {
    tab.find("[data-judge=acknowledge]").click();
    tab.find("dialog input[name=reason]").fill("the disk is on its way");
    tab.find("dialog button.primary").click();
    tab.find(".facts:has-text('the disk is on its way')").waitFor();
    tab.open("findings?life=acknowledged").find(".findings .line:has-text('backup')").waitFor();
    tab.assertClean();
  }

  @Test
  @Order(7)
  void every_page_shows_what_there_is() {
    tab.open("runs").find(".runs a:has-text('" + run + "')").click();
    tab.find(".timeline a").first().click();
    tab.find(".talk .output").first().waitFor();
    tab.picture("served-subtask");
    tab.open("nodes/n1").find("main:has-text('linux')").waitFor();
    tab.open("history").find("main:has-text('Open findings')").waitFor();
    tab.open("routers").find("main:has-text('scripted-8b')").waitFor();
    assertEquals(1, tab.find("section.panel:has-text('" + router.url() + "')").count());
    tab.find("tr:has-text('scripted-8b')").waitFor();
    tab.picture("served-routers");
    tab.open("compare").find("main:has-text('no two runs yet')").waitFor();
    assertEquals(List.of(), violations());
    tab.assertClean();
  }

  @Test
  @Order(8)
  void a_second_run_is_compared_with_the_first() {
    var second = begun("{areas: ['storage', 'time'], nodes: ['n1']}");
    tab.open("compare/" + run + "/" + second).find(".changes li").first().waitFor();
    tab.find(".panel:has-text('Still there') li:has-text('backup')").waitFor();
    tab.find(".panel:has-text('Not looked at this time') li").first().waitFor();
    assertEquals(List.of(), violations());
    tab.picture("served-compare");
    tab.assertClean();
  }

  /** Asks for a run over the API, and waits for its end. */
  private String begun(String wish) {
    var begin =
        "fetch('/api/v1/runs', {method: 'POST', headers: {'Content-Type': 'application/json'},"
            + " body: JSON.stringify(WISH)}).then((one) => one.json()).then((begun) => begun.id)";
    var id = String.valueOf(tab.run(begin.replace("WISH", wish)));
    tab.page()
        .waitForCondition(() -> {
          var state = "fetch('/api/v1/runs/ID').then((one) => one.json()).then((run) => run.state)";
          return !"running".equals(tab.run(state.replace("ID", id)));
        });
    return id;
  }

  /** Through the tool, the proof, the bus, the store and the API, as whoever owns a node would. */
  @Test
  @Order(9)
  void what_a_hostile_node_prints_neither_runs_nor_hides() throws Exception {
    var lines = IntStream.range(0, HOSTILE).mapToObj(Words::payload).toList();
    Files.write(folder.resolve("attacks.txt"), lines);
    var _ = fleet.agent("n3", "--config", config("n3", own()));
    tab.open("fleet").find(".tile[data-state=present]:has-text('n3')").waitFor();
    var hostile = begun("{areas: ['storage'], nodes: ['n3']}");
    tab.page().setViewportSize(1_440, 3_000);
    tab.open("findings?node=n3").find(".findings .line:has-text('[p0]')").first().waitFor();
    tab.picture("served-hostile");
    for (var line : lines) {
      var name = line.substring(0, line.indexOf(']') + 1);
      tab.find(".findings .line:has-text('" + name + "')").first().waitFor();
    }
    tab.find(".findings a:has-text('[p0]')").first().click();
    tab.find(".output .cited").first().waitFor();
    assertTrue(tab.text(".output").contains("<script>window.ran=0</script>"), tab.text(".output"));
    tab.open("runs/" + hostile).find(".timeline a").first().waitFor();
    tab.page().setViewportSize(1_440, 900);
    var report = "/api/v1/runs/" + hostile + "/report?format=html";
    tab.page().navigate("http://127.0.0.1:" + port + report);
    tab.find("h1").first().waitFor();
    assertTrue(tab.text("body").contains("window.ran=0"), "the report shows it");
    assertEquals(true, tab.run("typeof window.ran === 'undefined'"));
    tab.assertClean();
  }

  private static final int HOSTILE = 25;
  private static final String TOOL =
      """
      tools:
        - name: hostile
          description: Prints what somebody wrote.
          area: storage
          linux:
            - argv: [cat, "FILE"]
          rows: {grammar: lines, lines: ['^(?<a>.+)$'], kind: line, subject: "{a}", fields: {a: {type: text}}}
      """;
  private static final String CHECK =
      """
      checks:
        - {id: storage.hostile, area: storage, tool: hostile, proof: state, severity: [{critical: present(a)}],
           title: "it says {a}", detail: "{a}", remedy: x, see: x, threshold: x, source: x, why: x}
      """;

  @Test
  @Order(10)
  void a_coordinator_that_was_killed_is_missed_and_found_again() throws Exception {
    tab.open("fleet").until(LIVE);
    fleet.kill("hq");
    tab.until("document.querySelector('.connection').dataset.connection === 'lost'");
    tab.picture("served-lost");
    var _ = fleet.again("hq", served());
    tab.until(LIVE);
    tab.find(".tile[data-state=present]:has-text('n2')").waitFor();
  }

  private Process agent(String name) throws Exception {
    Path backups = Files.createDirectories(folder.resolve("backups"));
    return fleet.agent(name, "--config", config(name, "backups: [" + backups + "]\n"));
  }

  private List<String> violations() {
    return violations(tab);
  }

  private static List<String> violations(Tab tab) {
    return new AxeBuilder(tab.page())
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
