package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.scripted.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit without a router pays nothing for models: not one class of theirs is loaded. */
class LazinessIT {
  private static final Pattern OF_MODELS =
      Pattern.compile(
          "dev\\.swarm\\.(router|agent\\.router)\\.[\\w.$]+|io\\.vertx\\.ext\\.web\\.[\\w.$]+"
              + "|com\\.networknt\\.[\\w.$]+");

  @TempDir Path home;

  @Test
  void an_audit_without_a_router_loads_nothing_of_models() throws Exception {
    assertEquals(List.of(), loaded());
  }

  @Test
  void an_audit_with_one_does() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      assertFalse(loaded("--router", router.url()).isEmpty());
    }
  }

  private List<String> loaded(String... more) throws Exception {
    var log = home.resolve("classes.log");
    var line = new ArrayList<>(List.of("audit", "--areas", "storage", "--recording"));
    line.add(SmallRecording.in(home.resolve("rec")).toString());
    line.addAll(List.of(more));
    var options = "-Xlog:class+load:file=" + log;
    var ran =
        new SwarmProcess(home)
            .run(Map.of("JAVA_TOOL_OPTIONS", options), line.toArray(String[]::new));
    assertTrue(ran.out().contains("In sum"), ran.err());
    var classes = Files.readString(log);
    assertTrue(classes.contains("dev.swarm.agent.playbook.Playbook"), "no classes were seen");
    return OF_MODELS.matcher(classes).results().map(match -> match.group()).distinct().toList();
  }
}
