package dev.swarm.fleet;

import dev.swarm.chaos.Machine;
import java.util.List;

/**
 * What the agents of these tests have to do: areas of our own whose tools are real commands that
 * take a known time and find a known thing, so that a fault hits in the midst of it.
 */
final class Work {
  /** The areas of ordinary work: at once, half a second twice, a second and a half twice. */
  static final List<String> AREAS = List.of("quick", "steady", "slow");

  /** An area whose tool may kill its agent. */
  static final String POISON = "poison";

  /** An area whose tool takes five seconds, twice. */
  static final String LONG = "long";

  private Work() {}

  /** Writes the tools and checks of an ordinary machine. */
  static void give(Machine machine) {
    give(machine, "true");
  }

  /**
   * The same on one where the tool of {@link #POISON} sends SIGKILL to the agent of that machine,
   * which must not have a sandbox: in one it could not.
   */
  static void givePoisoned(Machine machine) {
    give(machine, "pkill, -KILL, -f, 'agent .*" + machine.home() + "/'");
  }

  private static void give(Machine machine, String poison) {
    var tools = new StringBuilder("tools:\n");
    var checks = new StringBuilder("checks:\n");
    add(tools, checks, "quick", "true");
    add(tools, checks, "steady", "sleep, '0.5'");
    add(tools, checks, "slow", "sleep, '1.5'");
    add(tools, checks, LONG, "sleep, '5'");
    add(tools, checks, POISON, poison);
    var _ = machine.write("tools/work.yaml", tools.toString());
    var _ = machine.write("checks/work.yaml", checks.toString());
  }

  private static void add(StringBuilder tools, StringBuilder checks, String area, String argv) {
    tools.append(
        """
          - name: %1$s
            description: Does %1$s work.
            area: %1$s
            cost: moderate
            linux:
              - argv: [%2$s]
                timeout: 40s
                silent: %1$s 7
            rows:
              {grammar: lines, lines: ['^(?<name>\\S+) (?<amount>\\d+)$'], kind: work, subject: "{name}",
               fields: {name: {type: text}, amount: {type: integer}}}
        """
            .formatted(area, argv));
    checks.append(
        """
          - {id: %1$s.amount, area: %1$s, tool: %1$s, proof: sample, severity: [{warning: amount > 3}],
             title: "{name} has {amount}", detail: x, remedy: x, see: x, threshold: x, source: x, why: x}
        """
            .formatted(area));
  }
}
