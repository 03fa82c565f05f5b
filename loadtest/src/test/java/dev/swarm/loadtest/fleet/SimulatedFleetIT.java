package dev.swarm.loadtest.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.cluster.Ports;
import dev.swarm.loadtest.bench.RouterProcess;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code loadtest/thousand}, small: what comes home and what the router sees, not how fast. All of
 * the agents work at once, so that only their leases keep the router's queue empty.
 */
class SimulatedFleetIT {
  private static final int AGENTS = 60;
  private static final int SLOTS = 12;
  private static final int ROUNDS = 2;

  @TempDir private Path folder;

  @Test
  void every_agent_does_its_work_and_no_more_calls_are_under_way_than_the_router_has_slots()
      throws Exception {
    var keys = "keys=" + folder.resolve("keys");
    var members = new int[] {port(17_710), port(17_720)};
    Keys.main(new String[] {keys, "agents=" + AGENTS, "processes=2"});
    try (var processes = new Processes(folder)) {
      var router = processes.begin("router", RouterProcess.class, "four-turns", "" + SLOTS, "100");
      var url = processes.firstLine("router");
      var first = agents(processes, keys, url, 1, members);
      var second = agents(processes, keys, url, 2, members);

      var coordinator =
          processes.begin(
              "coordinator",
              CoordinatorProcess.class,
              keys,
              "state=" + folder.resolve("store"),
              "agents=" + AGENTS,
              "slots=" + SLOTS,
              "think=100",
              "at-once=" + AGENTS,
              "rounds=" + ROUNDS,
              "port=" + port(17_730),
              "members=" + members[0],
              "router-pid=" + router.pid(),
              "agent-pids=" + first.pid() + "," + second.pid(),
              "json=" + folder.resolve("figures.json"));
      assertTrue(coordinator.waitFor(4, TimeUnit.MINUTES), () -> processes.err("coordinator"));

      assertEquals(0, coordinator.exitValue(), () -> processes.err("coordinator"));
      var figures = Files.readString(folder.resolve("figures.json"));
      assertEquals(ROUNDS, times("\"completed\":" + AGENTS + ",", figures), figures);
      assertEquals(ROUNDS, times("\"failed\":{},\"lacking\":{},", figures), figures);
      assertEquals(ROUNDS, times("\"fewestCalls\":3,\"mostCalls\":3,", figures), figures);
      var saw = processes.end("router");
      assertEquals(AGENTS * ROUNDS * 4, number("replies", saw), saw);
      assertEquals(SLOTS, number("working-at-most", saw), saw);
      assertEquals(0, number("queued-at-most", saw), saw);
    }
  }

  private Process agents(Processes processes, String keys, String url, int process, int[] members)
      throws Exception {
    var name = "agents-" + process;
    var begun =
        processes.begin(
            name,
            AgentsProcess.class,
            keys,
            "state=" + folder.resolve("agents"),
            "process=" + process,
            "first=" + (1 + AGENTS / 2 * (process - 1)),
            "last=" + AGENTS / 2 * process,
            "port=" + members[process - 1],
            "members=" + members[0],
            "router=" + url);
    assertEquals("ready", processes.firstLine(name));
    return begun;
  }

  private static int port(int from) {
    return new Ports(from, from + 9).free(InetAddress.getLoopbackAddress()).orElseThrow();
  }

  private static int times(String part, String text) {
    return (int) Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }

  private static int number(String name, String text) {
    var found = Pattern.compile(name + "=(\\d+)").matcher(text);
    assertTrue(found.find(), text);
    return Integer.parseInt(found.group(1));
  }
}
