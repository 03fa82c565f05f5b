package dev.swarm.agent.router;

import static dev.swarm.agent.router.ScriptedModel.call;
import static dev.swarm.agent.router.ScriptedModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.investigation.Tools;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Outcome;
import dev.swarm.router.Answer;
import dev.swarm.router.Model;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Toolset;
import dev.swarm.tools.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A model that is away, spent or broken takes nothing of what the checks found. */
class BrainAwayTest {
  private static final Budget BUDGET =
      new Budget(16, 64, 200_000, Duration.ofSeconds(60), 4L << 20);

  private static void stands(Outcome.Completed outcome, String why) {
    var alone = Scene.bench(Machine.troubled()).alone();
    assertEquals(alone.findings(), outcome.findings(), why);
    assertEquals(alone.coverage(), outcome.coverage(), why);
    assertEquals(alone.doubts(), outcome.doubts(), why);
    assertFalse(alone.findings().isEmpty(), "nothing was found, so nothing is shown");
  }

  @Test
  void every_trouble_leaves_the_deterministic_results_and_says_why() {
    for (var kind : Trouble.Kind.values()) {
      var model = ScriptedModel.always(_ -> ScriptedModel.failing(kind));
      var outcome = Scene.bench(Machine.troubled()).completed(model);
      stands(outcome, kind.id());
      var lacking = outcome.thinking().lacking().orElseThrow(() -> new AssertionError(kind.id()));
      assertTrue(lacking.contains(kind.id()) && lacking.contains("mend it"), lacking);
      assertTrue(model.requests().size() <= 3, kind + ": " + model.requests().size());
    }
  }

  @Test
  void a_model_that_throws_loses_nothing_that_was_proven() {
    Model broken =
        (request, errand) -> {
          throw new IllegalStateException("a bug");
        };
    var outcome = Scene.bench(Machine.troubled()).completed(broken);
    stands(outcome, "a bug");
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("a bug"));
  }

  @Test
  void a_tool_that_breaks_under_a_models_call_loses_nothing_that_was_proven() {
    var model = ScriptedModel.of(calls(call("app-log", "{}")));
    var outcome = Scene.bench(Machine.troubled()).with(BrainAwayTest::breaking).completed(model);
    stands(outcome, "a broken tool");
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("a call of app-log broke"));
  }

  private static Tools breaking(Tools tools) {
    return call -> {
      if (call.caller() == ToolCall.Caller.MODEL) {
        throw new IllegalStateException("a bug");
      }
      return tools.run(call);
    };
  }

  @Test
  void a_model_in_mid_work_that_fails_keeps_what_it_proved() {
    var model =
        ScriptedModel.of(
            calls(call("app-log", "{}")), ScriptedModel.failing(Trouble.Kind.UNREACHABLE));
    var outcome = Scene.bench(Machine.troubled()).completed(model);
    stands(outcome, "unreachable");
    assertEquals(1, outcome.thinking().shares().getFirst().turns());
  }

  @Test
  void without_tokens_it_is_not_asked() {
    var model = ScriptedModel.of();
    var outcome =
        Scene.bench(Machine.troubled())
            .budget(new Budget(16, 64, 0, Duration.ofSeconds(60), 4L << 20))
            .completed(model);
    stands(outcome, "no tokens");
    assertEquals(List.of(), model.requests());
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("0 tokens were spent"));
  }

  @Test
  void tokens_are_counted_by_the_server_and_the_last_turn_comes_before_they_are_spent() {
    var hungry =
        ScriptedModel.always(request ->
            new ScriptedModel.Said.Words(
                "",
                List.of(
                    call(
                        "largest-directories",
                        "{\"path\":\"/a" + request.messages().size() + "\"}")),
                dev.swarm.router.chat.Reply.Ending.CALLED,
                new dev.swarm.router.chat.Reply.Usage(4000, 100, 0)));
    var outcome =
        Scene.bench(Machine.troubled())
            .budget(new Budget(16, 64, 20_000, Duration.ofSeconds(60), 4L << 20))
            .completed(hungry);
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("spent"));
    assertTrue(hungry.lastSeen().contains("This is the last turn"));
    long spent = outcome.thinking().shares().getFirst().promptTokens();
    assertTrue(spent <= 24_000, spent + " tokens");
  }

  @Test
  void on_the_last_turn_calls_are_refused_and_then_it_is_asked_without_tools() {
    var machine = Machine.troubled();
    var model =
        ScriptedModel.always(request ->
            calls(
                call("largest-directories", "{\"path\":\"/a" + request.messages().size() + "\"}")));
    var outcome =
        Scene.bench(machine)
            .budget(new Budget(6, 64, 200_000, Duration.ofSeconds(60), 4L << 20))
            .completed(model);
    var requests = model.requests();
    var last = requests.get(requests.size() - 2);
    assertEquals(requests.getFirst().tools(), last.tools(), "the tools stay on the last turn");
    assertEquals(Toolset.NONE, requests.getLast().tools());
    assertTrue(model.lastSeen().contains(Notes.NOT_RUN));
    assertEquals(6, outcome.effort().turns());
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("not concluded"));
  }

  @Test
  void on_the_last_turn_reports_and_a_conclusion_count() {
    var model =
        ScriptedModel.always(request ->
            ScriptedModel.text(request).contains("This is the last turn")
                ? calls(
                    ScriptedModel.report("r1:3", "/var", "It is nearly full."),
                    ScriptedModel.conclude())
                : calls(
                    call(
                        "largest-directories",
                        "{\"path\":\"/a" + request.messages().size() + "\"}")));
    var outcome =
        Scene.bench(Machine.troubled())
            .budget(new Budget(6, 64, 200_000, Duration.ofSeconds(60), 4L << 20))
            .completed(model);
    assertEquals(1, outcome.thinking().shares().getFirst().proven());
    assertEquals(Optional.empty(), outcome.thinking().lacking());
  }

  @Test
  void it_waits_no_longer_than_the_subtask_has_left() {
    var now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    InstantSource clock = now::get;
    var patience = new AtomicReference<>(Duration.ZERO);
    Model slow =
        (request, errand) -> {
          patience.set(errand.patience());
          now.updateAndGet(then -> then.plus(errand.patience()));
          return new Answer.Failed(
              Trouble.of(Trouble.Kind.OUT_OF_TIME, "home", "no answer in time"));
        };
    var outcome = Scene.bench(Machine.troubled()).budget(BUDGET).clock(clock).completed(slow);
    stands(outcome, "slow");
    assertTrue(patience.get().compareTo(Duration.ofSeconds(60)) <= 0, patience + "");
    assertTrue(patience.get().isPositive());
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("out-of-time"));
  }

  @Test
  void what_the_checks_found_stands_when_it_is_cancelled_while_the_model_thinks() throws Exception {
    var asked = new CountDownLatch(1);
    Model endless =
        (request, errand) -> {
          asked.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError("nobody let it go");
        };
    var task = new FutureTask<>(() -> Scene.bench(Machine.troubled()).work(Optional.of(endless)));
    var thread = Thread.ofVirtual().start(task);
    asked.await();
    thread.interrupt();
    var outcome = assertInstanceOf(Outcome.Completed.class, task.get());
    stands(outcome, "cancelled");
    assertTrue(outcome.thinking().lacking().orElseThrow().contains("cancelled"));
  }
}
