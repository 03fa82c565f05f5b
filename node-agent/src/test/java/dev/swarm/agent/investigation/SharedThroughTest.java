package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subtasks that share looks, and each run what has to be run under their own name. */
class SharedThroughTest {
  private static final Instant NOW = Instant.parse("2026-11-20T19:45:12Z");
  private static final ToolCall CALL = new ToolCall("disks", Map.of(), ToolCall.Caller.PLAYBOOK);

  private final List<String> ran = new ArrayList<>();
  private final SharedTools shared = new SharedTools(named("nobody"), () -> NOW);

  private Tools named(String name) {
    return call -> {
      ran.add(name);
      return new ToolResult(
          call,
          List.of("df"),
          new Ending.Ok(),
          SafeText.EMPTY,
          List.of(),
          Duration.ZERO,
          List.of());
    };
  }

  @Test
  void the_first_who_asks_runs_it_for_all() {
    var one = shared.through(named("one")).run(CALL);
    var two = shared.through(named("two")).run(CALL);
    assertSame(one, two);
    assertEquals(List.of("one"), ran);
  }

  @Test
  void whoever_measures_again_first_does_it_for_all() {
    var one = shared.through(named("one")).again(CALL, NOW);
    var two = shared.through(named("two")).again(CALL, NOW);
    assertSame(one, two);
    assertEquals(List.of("one"), ran);
  }
}
