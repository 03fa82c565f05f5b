package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code swarm router} in a process of its own. */
class RouterCommandIT {
  @TempDir Path home;

  @Test
  void it_says_where_it_listens_serves_and_ends_cleanly_when_it_is_told_to() throws Exception {
    var swarm = new SwarmProcess(home);
    var script = home.resolve("model.yaml");
    Files.writeString(script, "models: [told]\nturns:\n  - concludes: Nothing to add.\n");
    var router = swarm.start(Map.of(), "router", "--script", script.toString());
    try {
      var out =
          new BufferedReader(
              new InputStreamReader(router.getInputStream(), StandardCharsets.UTF_8));
      var url = out.readLine();
      assertTrue(url.matches("http://127\\.0\\.0\\.1:\\d+/v1"), url);
      var recording = SmallRecording.in(home.resolve("rec")).toString();
      var ran = swarm.run("audit", "--recording", recording, "--areas", "storage", "--router", url);
      assertTrue(ran.out().contains("mind: told"), ran.out() + ran.err());
      SwarmProcess.signal(router, "TERM");
      var ended = SwarmProcess.finish(router);
      assertEquals(0, ended.code());
      assertEquals("swarm: 1 requests, 1 replies", ended.err().strip());
    } finally {
      router.destroyForcibly();
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("turns: []\n", 1, "at least one turn"),
        Arguments.of("models: [a]\n", 1, "expected 'turns'"),
        Arguments.of("turns:\n  - cals: [{tool: a}]\n", 2, "did you mean 'calls'?"),
        Arguments.of("turns:\n  - {says: a, picks: 1}\n", 2, "a turn is one of"),
        Arguments.of("turns:\n  - reports: [{subject: a}]\n", 2, "'sentence' is missing"),
        Arguments.of("turns:\n  - picks: 0\n", 2, "from 1 to 64"),
        Arguments.of("faults:\n  - name: silense\nturns:\n  - picks: 1\n", 2, "no fault"),
        Arguments.of("storm: {too-many: 0.7, broken: 0.7}\nturns:\n  - picks: 1\n", 1, "more than"),
        Arguments.of("think: soon\nturns:\n  - picks: 1\n", 1, "expected a duration"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_in_a_script_is_named_at_its_line(String text, int line, String says)
      throws Exception {
    var script = Files.writeString(home.resolve("model.yaml"), text);
    var ran = new Shell(home).swarm("router", "--script", script.toString());
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains("model.yaml:" + line + ":"), ran.err());
    assertTrue(ran.err().contains(says), ran.err());
  }

  static Stream<List<String>> misuses() {
    return Stream.of(
        List.of("--port is from 0 to 65535", "--port", "70000"),
        List.of("--slots is at least 1", "--slots", "0"),
        List.of("there is no fault 'boredom'", "--fault", "boredom"),
        List.of("expected a duration", "--think", "long"),
        List.of("the variable NO_SUCH is empty", "--key-env", "NO_SUCH"),
        List.of("it does not exist", "--script", "/nowhere.yaml"));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void a_misuse_is_one_sentence(List<String> misuse) {
    var line = Stream.concat(Stream.of("router"), misuse.stream().skip(1));
    var ran = new Shell(home).swarm(line.toArray(String[]::new));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains(misuse.getFirst()), ran.err());
  }
}
