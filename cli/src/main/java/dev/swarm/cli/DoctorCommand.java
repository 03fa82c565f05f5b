package dev.swarm.cli;

import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code swarm doctor}: is swarm itself well here, and what would make it see more? */
@Command(
    name = "doctor",
    description = "Looks at swarm itself: configuration, sandbox, store, tools that are missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    var settings = common.settings();
    try (var opening = new Opening(settings, Optional.empty())) {
      say(true, "Java " + Runtime.version() + ", swarm " + Version.text());
      say(
          true,
          settings
              .origin()
              .map(path -> "configuration " + path)
              .orElse("no swarm.yaml: the defaults"));
      boolean sound = definitions(opening.knowledge());
      var sandboxing = opening.parts().sandboxing();
      say(sandboxing.contained(), "sandbox: " + sandboxing.description());
      sound &= store(opening);
      say(
          opening.host().root(),
          opening.host().root()
              ? "runs as root"
              : "does not run as root: checks that need it are unknown (sudo swarm audit)");
      missing(opening.knowledge(), opening.host());
      return sound ? 0 : 2;
    }
  }

  private static boolean definitions(Knowledge knowledge) {
    var problems = knowledge.problems();
    say(
        problems.isEmpty(),
        knowledge.catalog().all().size()
            + " tools and "
            + knowledge.checks().all().size()
            + " checks"
            + (problems.isEmpty() ? "" : "; ignored:"));
    problems.forEach(problem -> System.out.println("      " + problem));
    return problems.isEmpty();
  }

  private static boolean store(Opening opening) {
    try {
      say(true, "store: " + opening.store().runs().runs().size() + " runs are kept");
      return true;
    } catch (dev.swarm.coordinator.store.StoreException e) {
      say(false, "store: " + e.getMessage());
      return false;
    }
  }

  /** Programs whose absence makes a tool blind here, and which tools those are. */
  private static void missing(Knowledge knowledge, Host host) {
    Map<String, List<String>> blind = new TreeMap<>();
    for (var tool : knowledge.catalog().all()) {
      lacking(tool, host)
          .forEach(
              program -> blind.computeIfAbsent(program, _ -> new ArrayList<>()).add(tool.name()));
    }
    say(
        blind.isEmpty(),
        blind.isEmpty()
            ? "every tool has its program"
            : "programs that are not here, and the tools that would use them:");
    blind.forEach((program, tools) ->
        System.out.println("      " + program + ": " + String.join(", ", tools)));
  }

  /** The programs that {@code tool} lacks, if it has no form that can run. */
  private static List<String> lacking(Tool tool, Host host) {
    var lacking = new LinkedHashMap<String, Boolean>();
    for (var form : tool.forms(host.platform())) {
      if (!(form.source() instanceof Source.Argv(var words))
          || host.missing(words.getFirst()).isEmpty()) {
        return List.of();
      }
      lacking.put(words.getFirst(), true);
    }
    return List.copyOf(lacking.keySet());
  }

  private static void say(boolean good, String text) {
    System.out.println((good ? "  ok  " : "  --  ") + text);
  }
}
