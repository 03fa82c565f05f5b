package dev.swarm.agent.playbook;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.scripted.Asked;
import dev.swarm.tools.Guard;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation with somebody else's client, as the playbook understands it: which checks the
 * tools on offer can answer, what was run, and what that says.
 */
final class Telling {
  private final Catalog catalog;
  private final Checks checks;
  private final Platform platform;
  private final InstantSource clock;
  private final Asked asked;
  private final Questions questions;
  private final Map<ToolCall, String> told = new LinkedHashMap<>();

  Telling(Catalog catalog, Checks checks, Platform platform, InstantSource clock, Asked asked) {
    this.catalog = catalog;
    this.checks = checks.on(platform);
    this.platform = platform;
    this.clock = clock;
    this.asked = asked;
    var now = Map.<String, Value>of("now", new Value.Moment(clock.instant()));
    this.questions = new Questions(Facts.of(now), Map.of());
    hear();
  }

  private void hear() {
    var calls = new LinkedHashMap<String, Call>();
    for (var message : asked.messages()) {
      switch (message) {
        case Assistant assistant -> assistant.calls().forEach(call -> calls.put(call.id(), call));
        case Result(var id, var text) ->
            Optional.ofNullable(calls.get(id)).ifPresent(call -> told.put(ToldCall.of(call), text));
        default -> {}
      }
    }
  }

  /** A check, and the one question that answers it. */
  record Asking(Check check, Questions.Question question) {}

  /** The checks that the tools on offer can answer. */
  List<Asking> answerable() {
    var all = new ArrayList<Asking>();
    for (var check : checks.all()) {
      if (form(check.tool()).isPresent() && check.forEach().isEmpty()) {
        questions.of(check).forEach(question -> all.add(new Asking(check, question)));
      }
    }
    return all;
  }

  /** The form whose output can be told, of a tool that is on offer. */
  private Optional<Form> form(String tool) {
    return asked.tools().tool(tool).isEmpty()
        ? Optional.empty()
        : catalog
            .tool(tool)
            .flatMap(known -> known.forms(platform).stream().findFirst())
            .filter(ToldHost::canBeTold);
  }

  /** Calls that are still to be made, each once. */
  Set<ToolCall> open() {
    var calls = new LinkedHashSet<ToolCall>();
    answerable().forEach(one -> calls.add(plain(one.question().call())));
    calls.removeAll(told.keySet());
    return calls;
  }

  /** Follow-ups of what is odd that are on offer and were not made. */
  Set<ToolCall> followUps() {
    var calls = new LinkedHashSet<ToolCall>();
    for (var odd : odd()) {
      for (var next : odd.check().next()) {
        var arguments = new LinkedHashMap<String, String>();
        next.arguments()
            .forEach((name, value) -> arguments.put(name, value.fill(odd.is().scope())));
        if (asked.tools().tool(next.tool()).isPresent()) {
          calls.add(new ToolCall(next.tool(), arguments, ToolCall.Caller.MODEL));
        }
      }
    }
    calls.removeAll(told.keySet());
    return calls;
  }

  /** Whether something was asked for beyond the checks' own questions. */
  boolean followed() {
    var asked = new LinkedHashSet<ToolCall>();
    answerable().forEach(one -> asked.add(plain(one.question().call())));
    return told.keySet().stream().anyMatch(call -> !asked.contains(call));
  }

  /** A check's verdict that something is wrong, and what it stands on. */
  record Odd(Check check, Judged.Odd is, ToolResult result) {}

  List<Odd> odd() {
    var all = new ArrayList<Odd>();
    for (var one : answerable()) {
      result(one)
          .ifPresent(result ->
              one.question().judge(result.rows()).stream()
                  .filter(Judged.Odd.class::isInstance)
                  .forEach(judged -> all.add(new Odd(one.check(), (Judged.Odd) judged, result))));
    }
    return all;
  }

  /** Checks whose tool was run and whose output says nothing that could be read. */
  List<Check> unreadable() {
    return answerable().stream()
        .filter(one -> result(one).filter(Telling::read).isEmpty())
        .map(Asking::check)
        .toList();
  }

  private static boolean read(ToolResult result) {
    return switch (result.ending()) {
      case ToolResult.Ending.Ok _,
          ToolResult.Ending.Flagged _,
          ToolResult.Ending.Nothing _,
          ToolResult.Ending.NotApplicable _ ->
          true;
      case ToolResult.Ending.Unknown _, ToolResult.Ending.Refused _ -> false;
    };
  }

  private Optional<ToolResult> result(Asking one) {
    var call = plain(one.question().call());
    return Optional.ofNullable(told.get(call))
        .flatMap(text -> form(call.tool()).map(form -> read(call, form, text)));
  }

  private ToolResult read(ToolCall call, Form form, String text) {
    var host = new ToldHost(platform, form, text, clock);
    return new Toolbox(host, catalog, new Guard(true, true, Set.of())).run(call);
  }

  /** As this model would ask, so that equal calls are equal. */
  private static ToolCall plain(ToolCall call) {
    return new ToolCall(call.tool(), call.arguments(), ToolCall.Caller.MODEL);
  }
}
