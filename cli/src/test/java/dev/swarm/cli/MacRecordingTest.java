package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Mac, written by hand from documented outputs, audited on whatever runs this test. */
class MacRecordingTest {
  private static final String RECORDING =
      Path.of("src/test/resources/recordings/macos-documented").toAbsolutePath().toString();

  @TempDir Path folder;
  private final Map<String, String> states = new HashMap<>();

  @BeforeEach
  void audit() throws Exception {
    var ran = new Shell(folder).swarm("audit", "--recording", RECORDING, "--output", "json");
    assertEquals(1, ran.code(), ran.err());
    for (var one : new JsonMapper().readTree(ran.out()).path("coverage")) {
      states.put(one.path("check").asText(), one.path("state").asText());
    }
  }

  @Test
  void what_is_wrong_is_found() {
    assertEquals("finding", states.get("security.disk-encryption"));
    assertEquals("finding", states.get("security.gatekeeper"));
    assertEquals("finding", states.get("storage.space"));
  }

  @Test
  void what_is_well_is_ok() {
    assertEquals("ok", states.get("security.system-integrity"));
    assertEquals("ok", states.get("load-and-memory.load"));
  }

  @Test
  void what_does_not_exist_there_is_not_applicable() {
    assertEquals("not-applicable", states.get("containers.docker-health"));
  }

  @Test
  void what_did_not_answer_and_what_is_not_listed_is_unknown() {
    assertEquals("unknown", states.get("load-and-memory.memory-free"));
    assertEquals("unknown", states.get("time.offset"));
  }

  @Test
  void only_checks_for_macos_are_asked() {
    assertTrue(states.size() > 20);
    assertTrue(!states.containsKey("storage.inodes"));
  }
}
