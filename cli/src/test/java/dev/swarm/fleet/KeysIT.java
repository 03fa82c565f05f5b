package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Java;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Network;
import dev.swarm.chaos.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet set up by the command alone, and two of its keys that are taken back. */
class KeysIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private Network network;
  private Machine desk;
  private Machine web1;
  private Machine web2;
  private Machine guest;

  @BeforeEach
  void four_machines() {
    Training.once();
    network = Network.open("keys");
    desk = machine("desk");
    web1 = machine("web1");
    web2 = machine("web2");
    guest = machine("guest");
  }

  @AfterEach
  void nothing_is_left() {
    network.close();
  }

  @Test
  void whose_key_is_revoked_is_out_and_the_others_go_on() throws Exception {
    var boss = keys("init", "--fleet", "rig", "--coordinator", "boss");
    Charter.configure(desk, boss, List.of(web1.address()));
    give(web1, keys("enrol", "web1"));
    give(web2, keys("enrol", "web2"));
    give(guest, keys("coordinator", "guest"));
    var first = Charter.start(web1, "agent");
    var second = Charter.start(web2, "agent");
    var _ = first.awaitSaid(Charter.READY, SOON);
    var _ = second.awaitSaid(Charter.READY, SOON);
    audited(desk, 0);
    audited(guest, 0);

    var _ = keys("revoke", "guest");
    var _ = keys("revoke", "web2");
    int _ = Charter.start(desk, "nodes").ended(SOON);
    var _ = first.awaitSaid("newer list of revoked keys", SOON);

    var commands = NodeFiles.of(web1).commands().size();
    var refused = audit(guest);
    assertNotEquals(0, refused.ended(SOON), refused::told);
    assertFalse(
        NodeFiles.of(web1).commands().stream()
            .skip(commands)
            .anyMatch(line -> line.get("kind").asText().equals("starting") && line.has("by")),
        "a revoked coordinator was obeyed");
    audited(desk, 3);
    assertTrue(second.runs(), second::told);
  }

  private static void audited(Machine machine, int code) {
    var audit = audit(machine);
    assertEquals(code, audit.ended(SOON), audit::told);
  }

  private static Program audit(Machine machine) {
    return Charter.start(
        machine, "audit", "--nodes", "web1,web2", "--areas", "quick", "--fail-on", "critical");
  }

  private Machine machine(String name) {
    var machine = new Machine(network.add(name), folder.resolve(name));
    Work.give(machine);
    return machine;
  }

  /** Runs {@code swarm keys} at the desk, and gives the file that it made. */
  private Path keys(String... words) {
    var line = new ArrayList<>(List.of("keys"));
    line.addAll(List.of(words));
    line.addAll(List.of("--folder", desk.home().resolve("keys").toString()));
    var program = desk.start("keys", Java.swarm(line));
    assertEquals(0, program.ended(SOON), program::told);
    return Path.of(program.out().strip());
  }

  private void give(Machine machine, Path key) throws Exception {
    var own = machine.home().resolve("swarm.key");
    Charter.configure(machine, own, List.of(web1.address()));
    var _ = Files.copy(key, own);
  }
}
