package dev.swarm.agent.investigation;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * Shares looks among the areas of a node: the same call within a few seconds runs once, and so does
 * the second look of all who saw the first one before it began. Any thread.
 */
public final class SharedTools implements Tools {
  private static final Duration FRESH = Duration.ofSeconds(3);

  /** As long as the areas of one audit may lie apart. */
  private static final Duration KEPT = Duration.ofMinutes(2);

  private final Tools tools;
  private final InstantSource clock;
  private final Map<ToolCall, Shared> first = new ConcurrentHashMap<>();
  private final Map<ToolCall, Shared> second = new ConcurrentHashMap<>();

  private record Shared(Instant since, CompletableFuture<ToolResult> result) {}

  /** Before {@code tools}. */
  public SharedTools(Tools tools, InstantSource clock) {
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  public ToolResult run(ToolCall call) {
    return first(call, tools);
  }

  @Override
  public ToolResult again(ToolCall call, Instant seen) {
    return second(call, seen, tools);
  }

  /** Shares the same looks, and runs what has to be run by {@code own}. */
  public Tools through(Tools own) {
    return new Tools() {
      @Override
      public ToolResult run(ToolCall call) {
        return first(call, own);
      }

      @Override
      public ToolResult again(ToolCall call, Instant seen) {
        return second(call, seen, own);
      }
    };
  }

  /** A look that is not over yet is as fresh as can be. */
  private ToolResult first(ToolCall call, Tools own) {
    var now = clock.instant();
    return shared(
        first,
        call,
        now,
        old -> old.result().isDone() && old.since().plus(FRESH).isBefore(now),
        own);
  }

  private ToolResult second(ToolCall call, Instant seen, Tools own) {
    return shared(second, call, clock.instant(), old -> old.since().isBefore(seen), own);
  }

  private ToolResult shared(
      Map<ToolCall, Shared> looks, ToolCall call, Instant now, Predicate<Shared> stale, Tools own) {
    looks.values().removeIf(old -> old.result().isDone() && old.since().plus(KEPT).isBefore(now));
    var mine = new Shared(now, new CompletableFuture<>());
    var shared = looks.merge(call, mine, (old, fresh) -> stale.test(old) ? fresh : old);
    return shared.equals(mine) ? look(looks, call, mine, own) : await(shared, call, own);
  }

  private static ToolResult look(
      Map<ToolCall, Shared> looks, ToolCall call, Shared mine, Tools own) {
    try {
      var result = own.run(call);
      mine.result().complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      mine.result().completeExceptionally(e);
      looks.remove(call, mine);
      throw e;
    }
  }

  private static ToolResult await(Shared shared, ToolCall call, Tools own) {
    try {
      var result = shared.result().get();
      return cancelled(result) ? own.run(call) : result; // whose look it was gave up, not we
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return own.run(call); // interrupted: the toolbox answers that it was cancelled
    } catch (ExecutionException e) {
      return own.run(call);
    }
  }

  private static boolean cancelled(ToolResult result) {
    return result.ending() instanceof Ending.Unknown(var blind, _) && blind == Blind.CANCELLED;
  }
}
