package dev.swarm.cli;

import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code swarm show RUN [NODE [CALL]]}: a kept run, its tool calls, or one call's output. */
@Command(
    name = "show",
    description = "Shows a kept run: its report, a node's tool calls, or one call's output.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();
  @Mixin private Presentation presentation = new Presentation();

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
      description = "AREA/CALL, such as storage/r1: its whole output.")
  @Nullable
  private String call;

  @Override
  public Integer call() {
    var settings = common.settings();
    try (var store = Opening.store(settings)) {
      var id = store.runs().resolve(run);
      if (node == null) {
        var report = Merge.merge(store.events(id), before(store, id));
        presentation.print(report, Optional.empty(), presentation.policy(Severity.WARNING));
        return 0;
      }
      return calls(store.events(id), node);
    }
  }

  /** The report that a run was compared with when it was made. */
  static Optional<Report> before(RunStore store, RunId id) {
    return store.events(id).getFirst().event() instanceof Event.RunStarted started
        ? started.nodes().stream()
            .findFirst()
            .flatMap(name -> store.runs().baseline(id, name))
            .map(before -> Merge.merge(store.events(before), Optional.empty()))
        : Optional.empty();
  }

  private int calls(List<Recorded> events, String node) {
    var returned =
        events.stream()
            .map(Recorded::event)
            .filter(Event.ToolReturned.class::isInstance)
            .map(Event.ToolReturned.class::cast)
            .filter(one -> one.subtask().value().contains("/" + node + "/"))
            .toList();
    if (returned.isEmpty()) {
      throw new UsageException("the run has no tool call on a node '" + node + "'");
    }
    return call == null ? list(returned) : output(returned, call);
  }

  private static int list(List<Event.ToolReturned> returned) {
    var columns = new Columns();
    for (var one : returned) {
      columns.row(
          name(one),
          one.tool(),
          one.ending(),
          one.rows() + " rows",
          one.took().toMillis() + " ms",
          one.reason());
    }
    System.out.print(columns);
    return 0;
  }

  private static int output(List<Event.ToolReturned> returned, String call) {
    var found =
        returned.stream()
            .filter(one -> name(one).equals(call))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "there is no call '" + call + "'; without CALL they are listed"));
    int number = 1;
    for (var line : found.text().lines().toList()) {
      System.out.printf(Locale.ROOT, "%5d │ %s%n", number, line);
      number++;
    }
    System.err.println(
        "swarm: " + found.tool() + ", " + found.ending() + ", sha256 " + found.sha256());
    return 0;
  }

  /** {@code storage/r1}. */
  private static String name(Event.ToolReturned one) {
    var id = one.subtask().value();
    return id.substring(id.lastIndexOf('/') + 1) + "/" + one.call();
  }
}
