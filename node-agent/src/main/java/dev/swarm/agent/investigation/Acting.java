package dev.swarm.agent.investigation;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.Subtask;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Runs tools for one investigation: in parallel, numbered in the order asked, each an event. */
final class Acting {
  private final Subtask subtask;
  private final Tools first;
  private final Tools fresh;
  private final ExecutorService threads;
  private final Consumer<Event> events;
  private final Map<ToolCall, ToolResult> again = new HashMap<>();
  private int calls;
  private long outputBytes;

  Acting(
      Subtask subtask, Tools first, Tools fresh, ExecutorService threads, Consumer<Event> events) {
    this.subtask = subtask;
    this.first = first;
    this.fresh = fresh;
    this.threads = threads;
    this.events = events;
  }

  /** Calls so far, those that measured again included. */
  int calls() {
    return calls;
  }

  /** Characters of tool output kept so far. */
  long outputBytes() {
    return outputBytes;
  }

  /**
   * Runs {@code wanted} side by side.
   *
   * @throws InterruptedException if the subtask was cancelled; what runs is stopped
   */
  List<Look> run(List<ToolCall> wanted) throws InterruptedException {
    var tasks = new ArrayList<Callable<Look>>();
    for (var call : wanted) {
      calls++;
      var id = new CallId("r" + calls);
      tasks.add(() -> look(id, call, first, false));
    }
    var looks = new ArrayList<Look>();
    for (var task : threads.invokeAll(tasks)) {
      try {
        looks.add(task.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a tool call broke: " + e.getCause(), e.getCause());
      }
    }
    looks.forEach(look -> outputBytes += look.result().text().value().length());
    return List.copyOf(looks);
  }

  /** Measures again, once for each call however many claims rest on it. */
  ToolResult again(ToolCall call) {
    var known = again.get(call);
    if (known != null) {
      return known;
    }
    calls++;
    var result = look(new CallId("r" + calls), call, fresh, true).result();
    again.put(call, result);
    return result;
  }

  private Look look(CallId id, ToolCall call, Tools tools, boolean repeated) {
    var argv = new ArrayList<String>();
    argv.add(call.tool());
    call.arguments().forEach((name, value) -> argv.add(name + "=" + value));
    events.accept(new Event.ToolCalled(subtask.id(), id, call.tool(), argv, repeated));
    var result = tools.run(call);
    events.accept(returned(id, result));
    return new Look(id, call, result);
  }

  private Event returned(CallId id, ToolResult result) {
    var text = result.text().value();
    return new Event.ToolReturned(
        subtask.id(),
        id,
        result.call().tool(),
        Endings.name(result.ending()),
        Endings.reason(result.ending()),
        result.took(),
        result.rows().size(),
        text,
        Hashes.sha256(text));
  }
}
