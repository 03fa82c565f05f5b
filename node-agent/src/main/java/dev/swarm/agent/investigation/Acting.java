package dev.swarm.agent.investigation;

import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Hashes;
import dev.swarm.protocol.Subtask;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs tools for one investigation: side by side, numbered in the order asked, each an event, and
 * none of them beyond the subtask's time. One thread at a time.
 */
final class Acting {
  private final Subtask subtask;
  private final Tools tools;
  private final ExecutorService threads;
  private final InstantSource clock;
  private final Instant deadline;
  private final Consumer<Event> events;
  private final Map<CallId, Instant> seen = new HashMap<>();
  private final Map<ToolCall, ToolResult> again = new HashMap<>();
  private int numbered;
  private int first;
  private long outputBytes;

  /**
   * Tools for one subtask.
   *
   * @param deadline when its time is over
   */
  Acting(
      Subtask subtask,
      Tools tools,
      ExecutorService threads,
      InstantSource clock,
      Instant deadline,
      Consumer<Event> events) {
    this.subtask = subtask;
    this.tools = tools;
    this.threads = threads;
    this.clock = clock;
    this.deadline = deadline;
    this.events = events;
  }

  /** Calls so far, those that measured again included. */
  int calls() {
    return numbered;
  }

  /** Calls so far that the budget counts: first looks only. */
  int firstLooks() {
    return first;
  }

  /** Characters of tool output kept so far. */
  long outputBytes() {
    return outputBytes;
  }

  /** What is left of the subtask's time; nothing at the least. */
  Duration left() {
    var left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Runs {@code wanted} side by side; the looks come in their order.
   *
   * @throws InterruptedException if the subtask was cancelled; what runs is stopped
   */
  List<Look> run(List<ToolCall> wanted) throws InterruptedException {
    var tasks = new ArrayList<Task>();
    wanted.forEach(call -> tasks.add(task(call, false, () -> tools.run(call))));
    first += wanted.size();
    var looks = together(tasks);
    for (var look : looks) {
      outputBytes += look.result().text().value().length();
      seen.put(look.id(), clock.instant());
    }
    return looks;
  }

  /**
   * Measures looks again, side by side, and each call once however many claims rest on it.
   *
   * @throws InterruptedException if the subtask was cancelled; what runs is stopped
   */
  Map<CallId, ToolResult> again(List<Look> looks) throws InterruptedException {
    var tasks = new ArrayList<Task>();
    for (var look : looks) {
      var call = look.call();
      if (!again.containsKey(call) && tasks.stream().noneMatch(task -> task.call().equals(call))) {
        var since = seen.getOrDefault(look.id(), clock.instant());
        tasks.add(task(call, true, () -> tools.again(call, since)));
      }
    }
    together(tasks).forEach(look -> again.put(look.call(), look.result()));
    var results = new HashMap<CallId, ToolResult>();
    looks.forEach(look -> results.put(look.id(), again.get(look.call())));
    return results;
  }

  /** What the second look of a call gave; empty where there was none. */
  Optional<ToolResult> secondLook(ToolCall call) {
    return Optional.ofNullable(again.get(call));
  }

  /** A numbered call that is about to be made. */
  private record Task(CallId id, ToolCall call, Callable<ToolResult> work) {}

  private Task task(ToolCall call, boolean repeated, Callable<ToolResult> work) {
    numbered++;
    var id = new CallId("r" + numbered);
    var words = new ArrayList<String>();
    words.add(call.tool());
    call.arguments().forEach((name, value) -> words.add(name + "=" + value));
    events.accept(new Event.ToolCalled(subtask.id(), id, call.tool(), words, repeated));
    return new Task(id, call, work);
  }

  private List<Look> together(List<Task> tasks) throws InterruptedException {
    var work = tasks.stream().map(this::told).toList();
    var done = threads.invokeAll(work, left().toMillis(), TimeUnit.MILLISECONDS);
    var looks = new ArrayList<Look>();
    for (int i = 0; i < tasks.size(); i++) {
      looks.add(
          new Look(tasks.get(i).id(), tasks.get(i).call(), result(tasks.get(i), done.get(i))));
    }
    return List.copyOf(looks);
  }

  private Callable<ToolResult> told(Task task) {
    return () -> {
      var result = task.work().call();
      events.accept(returned(task.id(), result));
      return result;
    };
  }

  private ToolResult result(Task task, Future<ToolResult> done) throws InterruptedException {
    try {
      return done.get();
    } catch (CancellationException _) {
      var late = late(task.call());
      events.accept(returned(task.id(), late));
      return late;
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a call of " + task.call().tool() + " broke: " + e.getCause(), e.getCause());
    }
  }

  private ToolResult late(ToolCall call) {
    var reason =
        "no end within the subtask's " + subtask.budget().time().toMillis() / 1000.0 + " s";
    return new ToolResult(
        call,
        List.of(),
        new Ending.Unknown(Blind.TIMED_OUT, reason),
        SafeText.EMPTY,
        List.of(),
        subtask.budget().time(),
        List.of());
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
