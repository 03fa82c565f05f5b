package dev.swarm.agent.investigation;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shares the look of one moment among the areas of a node: the same call within a few seconds runs
 * once. What is measured again for proof does not come through here.
 */
public final class SharedTools implements Tools {
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final Tools tools;
  private final InstantSource clock;
  private final AtomicLong tickets = new AtomicLong();
  private final Map<ToolCall, Shared> looks = new ConcurrentHashMap<>();

  private record Shared(long ticket, Instant since, CompletableFuture<ToolResult> result) {}

  public SharedTools(Tools tools, InstantSource clock) {
    this.tools = tools;
    this.clock = clock;
  }

  @Override
  public ToolResult run(ToolCall call) {
    var mine = new Shared(tickets.incrementAndGet(), clock.instant(), new CompletableFuture<>());
    var shared = looks.merge(call, mine, (old, fresh) -> stale(old, fresh.since()) ? fresh : old);
    if (shared.ticket() != mine.ticket()) {
      return await(shared, call);
    }
    try {
      var result = tools.run(call);
      mine.result().complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      mine.result().completeExceptionally(e);
      looks.remove(call, mine);
      throw e;
    }
  }

  private static boolean stale(Shared shared, Instant now) {
    return shared.since().plus(FRESH).isBefore(now);
  }

  private ToolResult await(Shared shared, ToolCall call) {
    try {
      return shared.result().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tools.run(call); // interrupted: the toolbox answers that it was cancelled
    } catch (ExecutionException e) {
      return tools.run(call);
    }
  }
}
