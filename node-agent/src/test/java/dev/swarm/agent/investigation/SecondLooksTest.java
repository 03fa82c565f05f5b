package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.proof.Claim;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What looking again costs: no call more often than needed, and all of a turn side by side. */
class SecondLooksTest {
  private static final ToolCall CALL = ToolCall.of("filesystems");
  private static final Instant NOON = Machine.NOW;

  private static Claim at(String subject, String line) {
    return Claim.of(List.of(line), subject, "");
  }

  @Test
  void many_claims_on_one_call_cost_one_second_look() {
    var machine = Machine.troubled();
    var outcome =
        new Bench(machine)
            .claim(
                at("nginx", "r4:2"),
                at("backup", "r4:4"),
                at("mailer", "r4:5"),
                at("worker", "r4:6"));
    assertEquals(4, outcome.findings().size());
    assertEquals(2, machine.asked("bench-units"));
  }

  @Test
  void a_second_turn_of_claims_looks_at_a_call_no_third_time() {
    var machine = Machine.troubled();
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(ToolCall.of("bench-units"))),
            new Move.Claims(List.of(at("nginx", "r1:2"))),
            new Move.Claims(List.of(at("mailer", "r1:5"))));
    assertEquals(2, new Bench(machine).completed(mind).findings().size());
    assertEquals(2, machine.asked("bench-units"));
  }

  @Test
  void a_claim_that_fails_on_paper_costs_no_second_look() {
    var machine = Machine.troubled();
    var _ = new Bench(machine).claim(at("/home", "r1:3"), at("/", "r1:2"), at("/var", "r1:99"));
    assertEquals(1, machine.asked(Machine.DF));
  }

  @Test
  void the_second_looks_of_a_turn_run_side_by_side() {
    var together = new CyclicBarrier(3);
    var outcome =
        new Bench(Machine.troubled())
            .with(tools -> new Meeting(tools, together))
            .claim(at("/var", "r1:3"), at("nginx", "r4:2"), at("sda", "r8:2"));
    assertEquals(3, outcome.findings().size());
  }

  /** Each second look waits until all three of them have begun. */
  private record Meeting(Tools tools, CyclicBarrier together) implements Tools {
    @Override
    public ToolResult run(ToolCall call) {
      return tools.run(call);
    }

    @Override
    public ToolResult again(ToolCall call, Instant seen) {
      try {
        var _ = together.await(20, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException("the others did not come", e);
      }
      return tools.again(call, seen);
    }
  }

  private static ToolResult result(Ending ending) {
    return new ToolResult(
        CALL, List.of(), ending, SafeText.EMPTY, List.of(), Duration.ZERO, List.of());
  }

  @Test
  void areas_that_saw_the_first_look_share_the_second() {
    var runs = new AtomicInteger();
    var clock = new AtomicReference<>(NOON);
    var shared = new SharedTools(_ -> counted(runs), clock::get);
    var _ = shared.run(CALL);
    var _ = shared.run(CALL);
    assertEquals(1, runs.get());
    var seen = clock.updateAndGet(now -> now.plusMillis(50));
    clock.updateAndGet(now -> now.plusMillis(1));
    var _ = shared.again(CALL, seen);
    clock.updateAndGet(now -> now.plusSeconds(20));
    var _ = shared.again(CALL, seen);
    assertEquals(2, runs.get());
  }

  @Test
  void what_began_before_a_first_look_was_seen_is_no_second_look_of_it() {
    var runs = new AtomicInteger();
    var clock = new AtomicReference<>(NOON);
    var shared = new SharedTools(_ -> counted(runs), clock::get);
    var _ = shared.again(CALL, NOON);
    var _ = shared.again(CALL, NOON.plusMillis(1));
    assertEquals(2, runs.get());
  }

  @Test
  void a_first_look_serves_for_three_seconds() {
    var runs = new AtomicInteger();
    var clock = new AtomicReference<>(NOON);
    var shared = new SharedTools(_ -> counted(runs), clock::get);
    var _ = shared.run(CALL);
    clock.set(NOON.plusSeconds(3));
    var _ = shared.run(CALL);
    assertEquals(1, runs.get());
    clock.set(NOON.plusMillis(3001));
    var _ = shared.run(CALL);
    assertEquals(2, runs.get());
  }

  private static ToolResult counted(AtomicInteger runs) {
    runs.incrementAndGet();
    return result(new Ending.Ok());
  }

  @Test
  void a_look_that_its_owner_gave_up_is_made_again_for_the_others() throws Exception {
    var runs = new AtomicInteger();
    var begun = new CountDownLatch(1);
    var giveUp = new CountDownLatch(1);
    var shared =
        new SharedTools(
            _ -> {
              if (runs.incrementAndGet() > 1) {
                return result(new Ending.Ok());
              }
              begun.countDown();
              awaited(giveUp);
              return result(new Ending.Unknown(Blind.CANCELLED, "cancelled"));
            },
            () -> NOON);
    var owner = new FutureTask<>(() -> shared.run(CALL));
    var _ = Thread.ofVirtual().start(owner);
    begun.await();
    var other = new FutureTask<>(() -> shared.run(CALL));
    var _ = Thread.ofVirtual().start(other);
    giveUp.countDown();
    assertTrue(other.get().ending() instanceof Ending.Ok);
    assertTrue(owner.get().ending() instanceof Ending.Unknown);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_second_look_is_told_apart_by_its_arguments() {
    var machine = Machine.troubled().prints("app-settings php.service", "memory_limit 1G;\n");
    var mind =
        ScriptedMind.of(
            new Move.Calls(
                List.of(
                    Bench.call("app-settings", Map.of("unit", "nginx.service")),
                    Bench.call("app-settings", Map.of("unit", "php.service")))),
            new Move.Claims(List.of(at("nginx", "r1:1"), at("php", "r2:1"))));
    assertEquals(2, new Bench(machine).completed(mind).findings().size());
    assertEquals(2, machine.asked("app-settings nginx.service"));
    assertEquals(2, machine.asked("app-settings php.service"));
  }
}
