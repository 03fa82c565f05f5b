package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.proof.Claim;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Outcome;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** An interrupt ends an investigation wherever it is. */
class CancellationTest {
  private static final ToolCall DISKS = Bench.call("filesystems", Map.of());
  private static final Claim FULL = Claim.of(List.of("r1:3"), "/var", "/var is full");

  private static ToolResult hang(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("nobody waits for this any more");
  }

  @Test
  void cancelled_while_the_mind_thinks() throws Exception {
    var thinking = new CountDownLatch(1);
    var mind =
        ScriptedMind.thinking(_ -> {
          thinking.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Move.Conclusion("as if nothing had happened");
        });
    assertEquals(Cause.CANCELLED, cancelled(new Bench(Machine.troubled()), mind, thinking));
  }

  @Test
  void cancelled_while_a_tool_runs() throws Exception {
    var running = new CountDownLatch(1);
    var bench =
        new Bench(Machine.troubled())
            .with(tools ->
                call -> {
                  running.countDown();
                  return hang(new CountDownLatch(1));
                });
    var mind = ScriptedMind.of(new Move.Calls(List.of(DISKS)));
    assertEquals(Cause.CANCELLED, cancelled(bench, mind, running));
  }

  @Test
  void cancelled_while_it_is_measured_again() throws Exception {
    var running = new CountDownLatch(1);
    var bench = new Bench(Machine.troubled()).with(tools -> new HangingAgain(tools, running));
    var mind = ScriptedMind.of(new Move.Calls(List.of(DISKS)), new Move.Claims(List.of(FULL)));
    assertEquals(Cause.CANCELLED, cancelled(bench, mind, running));
  }

  private record HangingAgain(Tools tools, CountDownLatch running) implements Tools {
    @Override
    public ToolResult run(ToolCall call) {
      return tools.run(call);
    }

    @Override
    public ToolResult again(ToolCall call, java.time.Instant seen) {
      running.countDown();
      return hang(new CountDownLatch(1));
    }
  }

  private static Cause cancelled(Bench bench, Mind mind, CountDownLatch begun) throws Exception {
    var task = new FutureTask<>(() -> bench.work(mind));
    var thread = Thread.ofVirtual().start(task);
    begun.await();
    thread.interrupt();
    return assertInstanceOf(Outcome.Failed.class, task.get()).cause();
  }
}
