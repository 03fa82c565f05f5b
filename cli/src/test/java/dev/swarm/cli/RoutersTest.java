package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.scripted.Claim;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Fault;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.SelfSigned;
import dev.swarm.router.scripted.Served;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real command with a router, in every state that one may be in: whatever is wrong with it, the
 * checks stand, and one line says what to mend.
 */
class RoutersTest {
  @TempDir Path folder;
  private Shell shell;
  private String recording;

  /**
   * A router that is of no use.
   *
   * @param says what the one line on stderr holds
   */
  record Case(String name, Settings settings, List<String> says) {
    static Case of(String name, Settings settings, String... says) {
      return new Case(name, settings, List.of(says));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void machine() throws IOException {
    shell = new Shell(folder).with("ROUTER_KEY", "not-the-right-key");
    recording = SmallRecording.in(folder.resolve("rec")).toString();
  }

  static Stream<Case> of_no_use() {
    var good = Settings.STANDARD;
    return Stream.of(
        Case.of("wrong key", good.key("the-right-key"), "unauthorized", "key"),
        Case.of(
            "model missing",
            good.strictness(Strictness.OPENAI).serving(new Served(List.of("other"), 8192)),
            "no-model",
            "wanted"),
        Case.of("no tools", good.misbehaving(Deviation.NO_TOOLS_VLLM), "no-tools", "tool"),
        Case.of("self-signed", good.tls(SelfSigned.of("localhost")), "untrusted", "trust"),
        Case.of("html page", good.misbehaving(Fault.HTML_PAGE), "no-router", "web page"));
  }

  @ParameterizedTest
  @MethodSource("of_no_use")
  void what_is_wrong_with_a_router_is_one_line_and_the_checks_stand(Case bad) throws Exception {
    var alone = audit();
    try (var router = Scripted.router(bad.settings())) {
      var ran = audit("--router", router.url(), "--model", "wanted", "--key-env", "ROUTER_KEY");
      stands(alone, ran, bad.says());
    }
  }

  @Test
  void a_port_at_which_nobody_listens_is_one_line_and_the_checks_stand() {
    var ran = audit("--router", "http://127.0.0.1:9/v1", "--model", "wanted");
    stands(audit(), ran, List.of("unreachable", "is the router running"));
  }

  @Test
  void a_router_that_never_answers_takes_nothing_but_its_time() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD.misbehaving(Fault.SILENCE))) {
      var ran = audit("--router", router.url(), "--model", "wanted", "--timeout", "6s");
      stands(audit(), ran, List.of("out-of-time"));
    }
  }

  @Test
  void the_tools_for_a_question_are_offered() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      assertEquals(1, ask(router.url(), "text").code());
      var body = router.server().received().getFirst().body();
      for (var tool : List.of("processes-by-cpu", "units", "filesystems", "recent-journal")) {
        assertTrue(body.contains("\"" + tool + "\""), tool + " is not in " + body);
      }
      assertTrue(body.contains("The administrator asks: why is it slow?"), body);
    }
  }

  @Test
  void a_model_may_ask_for_the_hosts_that_the_configuration_names_and_for_no_others()
      throws Exception {
    var script =
        Script.begin()
            .calls(
                Script.call("resolve-name", "{\"name\":\"listed.example\"}"),
                Script.call("resolve-name", "{\"name\":\"secret.other.example\"}"))
            .concludes("Nothing to add.")
            .end();
    try (var router = Scripted.router(Settings.STANDARD, script)) {
      var file = config("tls-endpoints: ['listed.example:443']\n");
      var ran =
          shell.swarm(
              "audit",
              "--recording",
              recording,
              "--areas",
              "network-and-dns",
              "--config",
              file,
              "--router",
              router.url(),
              "--output",
              "jsonl");
      var body = router.server().received().getLast().body();
      assertEquals(1, body.split("only what a list", -1).length - 1, body + ran.err());
    }
  }

  private static void stands(Shell.Ran alone, Shell.Ran ran, List<String> says) {
    assertEquals(1, ran.err().lines().count(), ran.err());
    says.forEach(word -> assertTrue(ran.err().contains(word), word + " is not in " + ran.err()));
    assertFalse(ran.err().matches("(?s).*(Exception|java\\.|null).*"), ran.err());
    assertEquals(alone.code(), ran.code());
    assertEquals(checks(alone), checks(ran));
    assertTrue(ran.out().contains("lacking"), ran.out());
  }

  private static String checks(Shell.Ran ran) {
    return ran.out()
        .lines()
        .filter(line -> line.matches(" +\\d+ checks = .*"))
        .findFirst()
        .orElse(ran.out());
  }

  @Test
  void the_one_model_that_a_router_serves_is_taken() throws Exception {
    try (var router =
        Scripted.router(Settings.STANDARD.serving(new Served(List.of("only"), 8192)))) {
      var ran = audit("--router", router.url());
      assertEquals("", ran.err());
      assertTrue(ran.out().contains("mind: only"), ran.out());
      assertTrue(ran.out().contains("1 investigation = 1 complete"), ran.out());
    }
  }

  @Test
  void of_several_models_one_has_to_be_named() throws Exception {
    var several = Settings.STANDARD.serving(new Served(List.of("small", "large"), 8192));
    try (var router = Scripted.router(several)) {
      var ran = audit("--router", router.url());
      assertEquals(2, ran.code());
      assertTrue(ran.err().contains("name one with --model"), ran.err());
      assertTrue(ran.err().contains("small, large"), ran.err());
      assertEquals(0, router.server().statistics().requests());
    }
  }

  @Test
  void a_configured_router_thinks_along_unless_no_model_is_wanted() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      var config = config("routers:\n  - url: " + router.url() + "\n");
      assertTrue(audit("--config", config).out().contains("1 investigation = 1 complete"));
      long asked = router.server().statistics().requests();
      assertTrue(asked > 0);
      var alone = audit("--config", config, "--no-model");
      assertTrue(alone.out().contains("mind: playbook"), alone.out());
      assertEquals(asked, router.server().statistics().requests());
    }
  }

  @Test
  void a_question_without_a_router_is_refused_with_how_to_name_one() {
    var ran = shell.swarm("ask", "why?");
    assertEquals(5, ran.code());
    assertTrue(ran.err().contains("--router URL"), ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void a_question_is_answered_with_findings_and_with_words_that_they_bear() throws Exception {
    var script =
        Script.begin()
            .call("filesystems", "{}")
            .reports(Claim.on("/var", "/var", "used_percent", "The file system /var is full."))
            .concludes("The file system /var is full. Buy 77 new disks from Contoso.")
            .end();
    try (var router = Scripted.router(Settings.STANDARD, script)) {
      var ran = ask(router.url(), "text");
      assertEquals(1, ran.code(), ran.err());
      assertTrue(ran.out().contains("asked  why is it slow?"), ran.out());
      assertTrue(ran.out().contains("“The file system /var is full.” — scripted"), ran.out());
      assertFalse(ran.out().contains("Contoso"), ran.out());
      var json = ask(router.url(), "json").out();
      assertTrue(json.contains("\"asked\" : \"why is it slow?\""), json);
    }
  }

  @Test
  void a_question_to_a_router_that_is_away_still_shows_what_the_checks_found() {
    var ran = ask("http://127.0.0.1:9/v1", "text");
    assertEquals(5, ran.code());
    assertTrue(ran.out().contains("/var"), ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void the_doctor_tells_of_each_router_in_a_line_whether_tools_work() throws Exception {
    var script =
        Script.begin().call("read_sensor", "{\"name\": \"door\"}").says("It says 4711.").end();
    try (var good = Scripted.router(Settings.STANDARD, script);
        var dumb = Scripted.router(Settings.STANDARD, Script.begin().says("Hm.").end())) {
      var ran =
          shell.swarm(
              "doctor",
              "--config",
              config("routers:\n  - url: " + good.url() + "\n  - url: " + dumb.url() + "\n"));
      var lines = ran.out().lines().filter(line -> line.contains("router 127.0.0.1")).toList();
      assertEquals(2, lines.size(), ran.out());
      assertTrue(lines.get(0).startsWith("  ok  "), lines.get(0));
      assertTrue(lines.get(0).contains("tools work, context 32768, first token after"));
      assertTrue(lines.get(1).startsWith("  --  "), lines.get(1));
      assertTrue(lines.get(1).contains("it answers in words"), lines.get(1));
      assertEquals(2, ran.code());
    }
  }

  private Shell.Ran ask(String url, String format) {
    return shell.swarm(
        "ask",
        "--router",
        url,
        "--model",
        "scripted",
        "--recording",
        recording,
        "--areas",
        "storage",
        "--output",
        format,
        "why is it slow?");
  }

  private Shell.Ran audit(String... more) {
    var line = new ArrayList<>(List.of("audit", "--recording", recording, "--areas", "storage"));
    line.addAll(List.of(more));
    return shell.swarm(line.toArray(String[]::new));
  }

  private String config(String yaml) throws IOException {
    return Files.writeString(folder.resolve("swarm.yaml"), yaml).toString();
  }
}
