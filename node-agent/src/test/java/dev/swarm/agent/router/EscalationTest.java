package dev.swarm.agent.router;

import static dev.swarm.agent.router.ScriptedModel.call;
import static dev.swarm.agent.router.ScriptedModel.calls;
import static dev.swarm.agent.router.ScriptedModel.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.router.Answer;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a stronger model is wished for, what leave it needs, and how it ends. */
class EscalationTest {

  /** A gate that gives leave so many times. */
  private static final class Gate implements Leave {
    private final List<Duration> waited = new ArrayList<>();
    private final List<BigDecimal> spent = new ArrayList<>();
    private int permits;

    Gate(int permits) {
      this.permits = permits;
    }

    @Override
    public Permit ask(String reason, Duration patience) {
      waited.add(patience);
      permits--;
      return permits < 0 ? new Permit.Withheld("3 calls an hour are spent") : new Permit.Given();
    }

    @Override
    public void spent(Reply.Usage usage, BigDecimal cost) {
      spent.add(cost);
    }
  }

  private static ScriptedModel.Said fresh(ChatRequest request) {
    return calls(call("largest-directories", "{\"path\":\"/a" + request.messages().size() + "\"}"));
  }

  private static ScriptedModel.Said stuck() {
    return calls(call("no-such-tool", "{}"));
  }

  private static List<Tier> tiers(ScriptedModel model) {
    return model.errands().stream().map(errand -> errand.tier()).toList();
  }

  private static long wishes(Scene scene) {
    return scene.events().stream().filter(Event.Escalated.class::isInstance).count();
  }

  private static ScriptedModel stuckTwiceThenGood() {
    return ScriptedModel.thinking(
        _ -> stuck(),
        _ -> stuck(),
        EscalationTest::fresh,
        EscalationTest::fresh,
        EscalationTest::fresh);
  }

  @Test
  void two_turns_without_progress_lift_it_and_two_good_ones_bring_it_back() {
    var gate = new Gate(10);
    var scene = Scene.bench(Machine.troubled()).lifted(gate);
    var model = stuckTwiceThenGood();
    var outcome = scene.completed(model);
    assertEquals(
        List.of(Tier.LOCAL, Tier.LOCAL, Tier.FRONTIER, Tier.FRONTIER, Tier.LOCAL, Tier.LOCAL),
        tiers(model));
    assertTrue(model.lastSeen().contains("You take over from a smaller model"));
    assertEquals(2, gate.spent.size());
    assertEquals(1, wishes(scene));
    var shares = outcome.thinking().shares();
    assertEquals(
        List.of(ScriptedModel.LOCAL, ScriptedModel.FRONTIER),
        shares.stream().map(share -> share.model()).toList());
    assertEquals(new BigDecimal("0.02"), shares.getLast().cost());
    assertTrue(outcome.thinking().escalations().getFirst().permitted());
  }

  @Test
  void without_leave_the_local_model_goes_on_and_the_wish_is_told() {
    var gate = new Gate(0);
    var scene = Scene.bench(Machine.troubled()).lifted(gate);
    var model = stuckTwiceThenGood();
    var outcome = scene.completed(model);
    assertTrue(tiers(model).stream().allMatch(Tier.LOCAL::equals), tiers(model) + "");
    assertEquals(Optional.empty(), outcome.thinking().lacking());
    var wish = outcome.thinking().escalations().getFirst();
    assertEquals("3 calls an hour are spent", wish.answer());
    assertEquals(1, wishes(scene));
    assertTrue(gate.waited.getFirst().compareTo(Duration.ofSeconds(20)) <= 0, gate.waited + "");
  }

  @Test
  void each_further_call_needs_leave_too() {
    var gate = new Gate(1);
    var model = stuckTwiceThenGood();
    var _ = Scene.bench(Machine.troubled()).lifted(gate).completed(model);
    assertEquals(1, tiers(model).stream().filter(Tier.FRONTIER::equals).count());
  }

  @Test
  void two_reports_that_do_not_hold_lift_it() {
    var model =
        ScriptedModel.of(calls(report("r1:99", "/a", "Gone."), report("r1:98", "/b", "Gone.")));
    var outcome = Scene.bench(Machine.troubled()).lifted(new Gate(10)).completed(model);
    assertEquals(Tier.FRONTIER, tiers(model).getLast());
    assertEquals("two reports did not hold", outcome.thinking().escalations().getFirst().reason());
  }

  @Test
  void a_subtask_asks_the_frontier_so_many_times_and_no_more() {
    var model = ScriptedModel.always(_ -> stuck());
    var outcome =
        Scene.bench(Machine.troubled())
            .lifted(new Gate(100))
            .bounds(new Bounds(8192, 1024, 600, 2))
            .completed(model);
    assertEquals(2, tiers(model).stream().filter(Tier.FRONTIER::equals).count());
    assertTrue(outcome.thinking().lacking().isPresent());
  }

  @Test
  void a_frontier_that_fails_leaves_the_local_model() {
    var local = stuckTwiceThenGood();
    Model both =
        (request, errand) ->
            errand.tier() == Tier.FRONTIER
                ? new Answer.Failed(Trouble.of(Trouble.Kind.UNPAID, "away", "nothing left"))
                : local.ask(request, errand);
    var gate = new Gate(10);
    var outcome = Scene.bench(Machine.troubled()).lifted(gate).completed(both);
    assertEquals(Optional.empty(), outcome.thinking().lacking());
    assertEquals(List.of(BigDecimal.ZERO), gate.spent, "what was permitted is settled");
    assertEquals(6, local.requests().size());
  }

  @Test
  void a_check_that_asks_for_it_lifts_it_from_the_begin() {
    var asking = new LinkedHashMap<>(Bench.CHECKS.byId());
    asking.replaceAll(
        (id, check) -> id.value().equals("storage.space") ? escalating(check) : check);
    var model = ScriptedModel.of();
    var outcome =
        Scene.bench(Machine.troubled())
            .checks(new Checks(asking, List.of()))
            .lifted(new Gate(1))
            .completed(model);
    assertEquals(List.of(Tier.FRONTIER), tiers(model));
    assertTrue(outcome.thinking().escalations().getFirst().reason().startsWith("a check"));
  }

  private static Check escalating(Check check) {
    return new Check(
        check.id(),
        check.area(),
        check.platforms(),
        check.tool(),
        check.arguments(),
        check.forEach(),
        check.kind(),
        check.applies(),
        check.by(),
        check.subject(),
        check.severity(),
        check.none(),
        check.words(),
        check.next(),
        check.covers(),
        true,
        check.origin());
  }

  @Test
  void without_a_frontier_model_nothing_is_wished_for() {
    var scene = Scene.bench(Machine.troubled());
    Outcome.Completed outcome = scene.completed(stuckTwiceThenGood());
    assertEquals(List.of(), outcome.thinking().escalations());
    assertEquals(0, wishes(scene));
  }
}
