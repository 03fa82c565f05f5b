package dev.swarm.cli;

import dev.swarm.coordinator.Replay;
import dev.swarm.protocol.Recorded;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm show RUN [NODE [CALL]]}: a kept run, its tool calls, or one call's output. */
@Command(
    name = "show",
    description = "Shows a kept run: its report, a node's tool calls, or one call's output.",
    sortOptions = false)
final class ShowCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final Setup setup;
  @Mixin private final PolicyOptions policies = new PolicyOptions();
  @Mixin private final Presentation presentation;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "RUN",
      description = "An id, the beginning of one, latest, or latest~1 for the one before.")
  private String run = "latest";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NODE",
      description = "List its tool calls.")
  @Nullable
  private String node;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "CALL",
      description = "AREA/CALL, such as storage/r1: its whole output, cited lines marked.")
  @Nullable
  private String call;

  ShowCommand(Surroundings here) {
    this.here = here;
    this.setup = new Setup(here);
    this.presentation = new Presentation(here);
  }

  @Override
  public Integer call() {
    var settings = setup.settings();
    var policy = policies.policy(settings.failOn());
    presentation.check();
    try (var store = Opening.store(here, settings)) {
      var events = store.events(store.runs().resolve(run));
      if (node == null) {
        presentation.print(new Replay(store).report(events), policy);
      } else {
        tell(calls(events, node), node);
      }
      return Exit.DONE.code();
    }
  }

  private static List<KeptCall> calls(List<Recorded> events, String node) {
    var calls = KeptCall.of(events);
    var nodes = calls.stream().map(one -> one.place().node()).distinct().toList();
    Choice.require("tool call on a node", node, nodes, "the run has those on " + list(nodes));
    return calls.stream().filter(one -> one.place().node().equals(node)).toList();
  }

  private void tell(List<KeptCall> calls, String node) {
    if (call == null) {
      var columns = new Columns();
      columns.row("CALL", "TOOL", "ENDED", "ROWS", "TIME", "CITED", "REASON");
      calls.forEach(one -> one.row(columns));
      here.out().print(columns.text());
      return;
    }
    var names = calls.stream().map(KeptCall::name).toList();
    Choice.require("call", call, names, "swarm show " + run + " " + node + " lists them");
    calls.get(names.indexOf(call)).print(here);
  }

  private static String list(List<String> nodes) {
    return nodes.isEmpty() ? "none" : String.join(", ", nodes);
  }
}
