package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ModelsTest {
  @Test
  void what_each_model_brought_is_summed_over_subtasks_and_nodes() {
    var models = ModelHistory.report().models().orElseThrow();
    var small = models.shares().getFirst();
    assertEquals("qwen3:8b", small.model());
    assertEquals(List.of("local"), small.tiers());
    assertEquals(3, small.nodes());
    assertEquals(4, small.investigations());
    assertEquals(
        new Tally(27, 7, 3, 1, 1, 1, 1, 64_500, 2_940, 49_400, Optional.empty()), small.tally());
    assertEquals(Optional.of(new BigDecimal("0.0312")), models.total().cost());
  }

  @Test
  void every_subtask_is_looked_at_lacking_not_asked_for_or_without_a_result() {
    var models = ModelHistory.report().models().orElseThrow();
    assertEquals(
        Map.of(Look.COMPLETE, 2, Look.LACKING, 5, Look.NOT_ASKED, 9, Look.NO_RESULT, 4),
        models.investigations());
  }

  @Test
  void an_escalation_tells_who_why_what_was_answered_and_what_it_cost() {
    var escalations = ModelHistory.report().models().orElseThrow().escalations();
    var refused = escalations.getFirst();
    assertEquals("db-01", refused.node());
    assertFalse(refused.permitted());
    assertEquals(Optional.empty(), refused.cost());
    var permitted = escalations.getLast();
    assertEquals("big-1", permitted.to());
    assertEquals(Optional.of(new BigDecimal("0.0312")), permitted.cost());
  }

  @Test
  void the_totals_are_those_of_the_shares_whatever_happened() {
    for (int seed = 0; seed < 100; seed++) {
      var events = new RandomHistory(seed, 1 + seed % 6, 3, 3, 9).events();
      var report = Merge.merge(events, Optional.empty());
      var shares = counted(events, report);
      var total = report.models().map(Models::total).orElse(Tally.NONE);
      assertEquals(Tally.sum(shares.stream().map(Tally::of).toList()), total);
      assertEquals(report.totals().refuted(), total.refuted());
      assertEquals(report.totals().unproven(), total.unproven());
      for (Models.Share share : report.models().map(Models::shares).orElse(List.of())) {
        assertEquals(said(report.refuted(), share.model()), share.tally().refuted());
        assertEquals(said(report.unproven(), share.model()), share.tally().unproven());
      }
    }
  }

  /** The shares of outcomes that count: the first of a subtask, unless it contradicts itself. */
  private static List<ModelShare> counted(List<Recorded> events, Report report) {
    var completed =
        report.subtasks().stream()
            .filter(work -> work.outcome() == Ending.COMPLETED)
            .map(Report.Work::id)
            .toList();
    return events.stream()
        .flatMap(recorded ->
            recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)
                    && completed.contains(done.subtask())
                ? done.thinking().shares().stream()
                : Stream.empty())
        .toList();
  }

  private static long said(List<Report.Claim> claims, String model) {
    return claims.stream().filter(claim -> claim.mind().equals(model)).count();
  }

  @Test
  void money_is_summed_to_the_last_digit() {
    var models = ModelRun.of(1000, ModelRun.brought(ModelRun.share("a", 1, "0.0000001")));
    assertEquals(
        Optional.of(new BigDecimal("0.0001")), models.models().orElseThrow().total().cost());
    assertTrue(
        Histories.render(Format.JSON, models, Options.STANDARD).contains("\"cost\" : 0.0001"));
    var tiny = ModelRun.of(1, ModelRun.brought(ModelRun.share("a", 1, "0.00000010")));
    assertTrue(
        Histories.render(Format.JSONL, tiny, Options.STANDARD).contains("\"cost\":0.0000001}"));
  }

  @Test
  void cost_is_shown_only_where_there_is_any() {
    var free = ModelRun.of(2, ModelRun.brought(ModelRun.share("a", 1, "0.000")));
    assertFalse(Histories.render(Format.TEXT, free, Options.STANDARD).contains("cost"));
    var paid = ModelRun.of(2, ModelRun.brought(ModelRun.share("a", 1, "0.50")));
    assertTrue(Histories.render(Format.TEXT, paid, Options.STANDARD).contains("cost 1\n"));
  }

  @Test
  void a_thousand_nodes_with_one_dead_router_are_one_line() {
    var report = ModelRun.of(1000, ModelRun.lacking(ModelHistory.DEAD));
    var lacking = report.models().orElseThrow().lacking();
    assertEquals(1, lacking.size());
    assertEquals(1000, lacking.getFirst().investigations());
    for (Format format : List.of(Format.TEXT, Format.HTML, Format.MARKDOWN, Format.JUNIT)) {
      var told = Histories.render(format, report, Options.STANDARD);
      assertEquals(2, told.split("could not ask qwen3:8b", -1).length, format.id());
      var plain = told.replace("\\", "");
      assertTrue(plain.contains("node-[0000-0999]"), format.id());
    }
  }

  @Test
  void doubts_of_a_talkative_model_do_not_drown_those_of_another() {
    var report = Merge.merge(Talkative.events(), Optional.empty());
    var text = Histories.render(Format.TEXT, report, Options.STANDARD);
    assertTrue(text.contains("… 32 more of loud"), text);
    assertTrue(text.contains("“the one claim” — quiet"), text);
  }

  @Test
  void a_run_that_asked_no_model_says_nothing_of_models_in_any_format() {
    for (Format format : Format.values()) {
      var told = Histories.render(format, Histories.report(), Options.STANDARD);
      assertFalse(told.toLowerCase(java.util.Locale.ROOT).contains("\"models\""), format.id());
      assertFalse(told.contains("Models"), format.id());
    }
    assertEquals(Optional.empty(), Histories.report().models());
  }

  @Test
  void a_subtask_that_never_came_to_a_result_still_took_turns_and_tokens() {
    var lost = ModelHistory.events().getLast();
    var without = ModelHistory.events().stream().filter(each -> !each.equals(lost)).toList();
    var total = ModelHistory.report().models().orElseThrow().total();
    var rest = Merge.merge(without, Optional.empty()).models().orElseThrow().total();
    assertEquals(1, total.turns() - rest.turns());
    assertEquals(2100, total.promptTokens() - rest.promptTokens());
  }

  @Test
  void numbers_of_models_that_do_not_add_up_are_no_report() {
    var models = ModelHistory.report().models().orElseThrow();
    var lossy =
        new Models(
            models.investigations(),
            models.total(),
            models.shares().subList(0, 1),
            models.others(),
            models.escalations(),
            models.escalationsLeftOut(),
            models.lacking());
    var broken = assertThrows(UnbalancedReportException.class, () -> ModelBalance.check(lossy, 20));
    assertEquals("could not report: claims 8 ≠ Σ models 7", broken.getMessage());
  }

  @Test
  void a_look_that_a_model_was_not_asked_for_is_not_lacking() {
    var report = ModelRun.of(3, Thinking.NONE);
    assertEquals(Optional.empty(), report.models());
  }
}
