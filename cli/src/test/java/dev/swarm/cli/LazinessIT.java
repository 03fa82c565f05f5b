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

/**
 * An audit pays for nothing that it does not use: without a router not one class of models is
 * loaded, without a fleet none of keys, seals and the cluster.
 */
class LazinessIT {
  private static final Pattern OF_MODELS =
      Pattern.compile(
          "dev\\.swarm\\.(router|agent\\.router)\\.[\\w.$]+|io\\.vertx\\.ext\\.web\\.[\\w.$]+"
              + "|com\\.networknt\\.[\\w.$]+");

  /** Vert.x asks at its start who could manage a cluster, which names four types of Hazelcast. */
  private static final Pattern OF_FLEETS =
      Pattern.compile(
          // Places and ports stand in the settings, and replays are remembered by every door.
          "dev\\.swarm\\.bus\\.(seal|cluster)\\.(?!HostPort|Ports|ClusterOptions|Replays)[\\w.$]+"
              + "|org\\.bouncycastle\\.[\\w.$]+"
              + "|com\\.hazelcast\\.(client|instance|internal|spi)\\.[\\w.$]+");

  @TempDir Path home;

  @Test
  void an_audit_without_a_router_loads_nothing_of_models() throws Exception {
    assertEquals(List.of(), loaded(OF_MODELS));
  }

  @Test
  void an_audit_with_one_does() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      assertFalse(loaded(OF_MODELS, "--router", router.url()).isEmpty());
    }
  }

  @Test
  void an_audit_without_a_fleet_loads_nothing_of_keys_and_clusters() throws Exception {
    assertEquals(List.of(), loaded(OF_FLEETS));
  }

  @Test
  void a_command_about_keys_does() throws Exception {
    var made = home.resolve("keys").toString();
    var line = List.of("keys", "init", "--folder", made);
    assertFalse(loaded(OF_FLEETS, line, "dev.swarm.cli.KeysInitCommand").isEmpty());
  }

  private List<String> loaded(Pattern of, String... more) throws Exception {
    var line = new ArrayList<>(List.of("audit", "--areas", "storage", "--recording"));
    line.add(SmallRecording.in(home.resolve("rec")).toString());
    line.addAll(List.of(more));
    return loaded(of, line, "dev.swarm.agent.playbook.Playbook");
  }

  /** What is loaded of those, by a command that certainly loads {@code one}. */
  private List<String> loaded(Pattern of, List<String> line, String one) throws Exception {
    var log = home.resolve("classes.log");
    var options = "-Xlog:class+load:file=" + log;
    var ran =
        new SwarmProcess(home)
            .run(Map.of("JAVA_TOOL_OPTIONS", options), line.toArray(String[]::new));
    var classes = Files.readString(log);
    assertTrue(classes.contains(one), () -> "no classes were seen: " + ran.err());
    return of.matcher(classes).results().map(match -> match.group()).distinct().toList();
  }
}
