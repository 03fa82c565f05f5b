package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.catalog.Arguments;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.text.SafeText;
import dev.swarm.tools.text.Sanitizer;
import dev.swarm.tools.yaml.Nearest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools of one host. Every call takes the same guarded route, whoever asks: definition,
 * arguments, prerequisites, bounded reading, choke point, rows. Never throws for what a host or a
 * caller does; safe for many virtual threads at once.
 */
public final class Toolbox {
  private final Host host;
  private final Catalog catalog;
  private final Guard guard;
  private final Sanitizer sanitizer = new Sanitizer();
  private final HostFacts facts;

  /**
   * Tools of {@code catalog} on {@code host}.
   *
   * @param guard what this node's own rules allow
   */
  public Toolbox(Host host, Catalog catalog, Guard guard) {
    this(host, catalog, guard, new HostFacts(host));
  }

  private Toolbox(Host host, Catalog catalog, Guard guard, HostFacts facts) {
    this.host = host;
    this.catalog = catalog;
    this.guard = guard;
    this.facts = facts;
  }

  /** The same tools, seeing the same machine by way of {@code other}. */
  public Toolbox through(Host other) {
    return new Toolbox(other, catalog, guard, facts);
  }

  public Catalog catalog() {
    return catalog;
  }

  public Host host() {
    return host;
  }

  /** Facts of the host for expressions: cores, memory, clock. */
  public Facts facts() {
    return facts.scope();
  }

  /** Runs a tool; blocks until it ended, at most its timeout for each sample. */
  public ToolResult run(ToolCall call) {
    var begin = host.now();
    var tool = catalog.tool(call.tool());
    if (tool.isEmpty()) {
      return refused(
          call,
          "tool.unknown",
          "there is no tool '"
              + call.tool()
              + "'"
              + Nearest.hint(call.tool(), catalog.tools().keySet()));
    }
    return switch (Arguments.check(tool.get(), call.arguments())) {
      case Arguments.Invalid(var rule, var reason) -> refused(call, rule, reason);
      case Arguments.Valid(var values) ->
          guard
              .refusal(tool.get(), call)
              .map(reason -> refused(call, "policy", reason))
              .orElseGet(() -> run(call, tool.get(), values, begin));
    };
  }

  private ToolResult run(
      ToolCall call, Tool tool, Map<String, String> values, java.time.Instant begin) {
    return forms(tool, values)
        .map(result -> result(call, result, begin))
        .orElseGet(() -> without(call, noForm(tool)));
  }

  /** The first form that could look, or else the one whose reason tells most. */
  private Optional<FormRun.Result> forms(Tool tool, Map<String, String> values) {
    Optional<FormRun.Result> kept = Optional.empty();
    for (var form : tool.forms(host.platform())) {
      var result = new FormRun(host, facts.scope(), sanitizer, form, values, this::rowsOf).run();
      if (!result.next()) {
        return Optional.of(result);
      }
      kept = Optional.of(kept.map(first -> moreTelling(first, result)).orElse(result));
    }
    return kept;
  }

  /** Another tool, for a form that is run for each of its rows; such a tool takes no arguments. */
  private FormRun.Result rowsOf(String name) {
    return catalog
        .tool(name)
        .filter(
            tool -> tool.forms(host.platform()).stream().allMatch(form -> form.each().isEmpty()))
        .flatMap(tool -> forms(tool, Map.of()))
        .orElseGet(() ->
            new FormRun.Result(
                List.of(),
                new Ending.Unknown(Blind.MISSING, "there is no tool '" + name + "' here"),
                SafeText.EMPTY,
                List.of(),
                List.of(),
                false));
  }

  private Ending noForm(Tool tool) {
    return new Ending.NotApplicable(tool.name() + " has no form for " + host.platform().id());
  }

  /** What could exist and was not seen says more than what does not exist. */
  private static FormRun.Result moreTelling(FormRun.Result first, FormRun.Result second) {
    return first.ending() instanceof Ending.NotApplicable
            && second.ending() instanceof Ending.Unknown(var blind, _)
            && blind != Blind.MISSING
        ? second
        : first;
  }

  private ToolResult result(ToolCall call, FormRun.Result result, java.time.Instant begin) {
    return new ToolResult(
        call,
        result.argv(),
        result.ending(),
        result.text(),
        result.rows(),
        nonNegative(Duration.between(begin, host.now())),
        result.gaps());
  }

  private static Duration nonNegative(Duration took) {
    return took.isNegative() ? Duration.ZERO : took;
  }

  /** What a caller wrote may stand in the reason, so it takes the way of all text. */
  private ToolResult refused(ToolCall call, String rule, String reason) {
    return without(call, new Ending.Refused(rule, sanitizer.clean(reason).value()));
  }

  private static ToolResult without(ToolCall call, Ending ending) {
    return new ToolResult(
        call, List.of(), ending, SafeText.EMPTY, List.of(), Duration.ZERO, List.of());
  }
}
