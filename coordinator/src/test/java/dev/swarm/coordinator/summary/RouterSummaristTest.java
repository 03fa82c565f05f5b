package dev.swarm.coordinator.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.FleetHistory;
import dev.swarm.coordinator.report.Question;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RouterSummaristTest {
  private static final Report REPORT = FleetHistory.report(12);
  private static final FleetLies SAID = new FleetLies(REPORT);

  @Test
  void a_true_sentence_is_kept_with_its_ids() throws InterruptedException {
    for (String truth : SAID.truths()) {
      var summary = summary(ScriptedModel.saying(truth));
      assertEquals("qwen3:8b", summary.by(), truth);
      var first = summary.sentences().getFirst();
      assertEquals(truth, first.text() + " [" + String.join(", ", first.cites()) + "]");
    }
  }

  @Test
  void of_hundreds_of_lies_not_one_is_kept() throws InterruptedException {
    var lies = SAID.lies();
    assertTrue(lies.size() >= 300, lies.size() + " lies");
    for (String lie : lies) {
      var summary = summary(ScriptedModel.saying(lie));
      assertEquals(Summary.OURS, summary.by(), "kept: " + lie);
      assertEquals(own().sentences(), summary.sentences());
      assertTrue(summary.note().contains("no sentence that the findings it cites bear"));
    }
  }

  @Test
  void a_lie_among_truths_is_left_out_and_counted() throws InterruptedException {
    var truths = SAID.truths();
    var summary =
        summary(ScriptedModel.saying(truths.get(0), SAID.lies().getFirst(), truths.get(3)));
    assertTrue(summary.note().startsWith("1 of its 3 sentences is left out"), summary.note());
    assertEquals(3, summary.sentences().size());
  }

  @Test
  void what_could_not_be_seen_is_said_whatever_the_model_says() throws InterruptedException {
    var last = summary(ScriptedModel.saying(SAID.truths().getFirst())).sentences().getLast();
    assertEquals(List.of("nodes", "coverage"), last.cites());
    assertTrue(last.text().contains("web-8 did not answer"), last.text());
  }

  @Test
  void a_model_that_cannot_be_had_leaves_our_own_summary_and_says_so() throws InterruptedException {
    var summary = summary(ScriptedModel.away());
    assertEquals(own().sentences(), summary.sentences());
    assertEquals("small could not be asked for a summary: connection refused", summary.note());
  }

  @Test
  void the_model_is_asked_once_and_shown_every_finding_with_its_id() throws InterruptedException {
    var model = ScriptedModel.saying("");
    var _ = summary(model);
    assertEquals(1, model.asked().size());
    var shown = model.asked().getFirst().messages().toString();
    REPORT
        .findings()
        .forEach(finding ->
            assertTrue(shown.contains("[" + finding.fingerprint().value().substring(0, 8) + "]")));
    assertFalse(shown.contains("roll-call"), "evidence is for people");
  }

  @Test
  void a_thousand_nodes_fit_into_a_small_prompt() throws InterruptedException {
    var model = ScriptedModel.saying("");
    var _ =
        new RouterSummarist(model, "small", Duration.ofSeconds(9))
            .summarise(FleetHistory.report(1000));
    assertTrue(model.asked().getFirst().messages().toString().length() < 6000);
  }

  @Test
  void a_question_gets_one_answer_and_the_summary_stays_ours() throws InterruptedException {
    var asked = asking("Which file systems are full?");
    var truth = SAID.truths().get(1);
    var model = ScriptedModel.saying(truth, SAID.lies().getFirst());
    var answered = new RouterSummarist(model, "small", Duration.ofSeconds(9)).summarise(asked);
    var answer = answered.question().flatMap(Question::synthesis).orElseThrow();
    assertEquals(1, answer.sentences().size());
    assertEquals("qwen3:8b", answer.by());
    assertEquals(own(), answered.summary().orElseThrow());
    assertTrue(model.asked().getFirst().messages().toString().contains("Which file systems"));
  }

  @Test
  void a_question_that_only_lies_answer_is_answered_by_our_own_summary()
      throws InterruptedException {
    var model = ScriptedModel.saying(SAID.lies().getFirst());
    var answered =
        new RouterSummarist(model, "small", Duration.ofSeconds(9)).summarise(asking("All well?"));
    var answer = answered.question().flatMap(Question::synthesis).orElseThrow();
    assertEquals(own().sentences(), answer.sentences());
    assertFalse(answer.note().isEmpty());
  }

  private static Report asking(String words) {
    var answer = new Question.Answer("web-1", "qwen3:8b", "/var is 98 % full");
    return new Report(
        REPORT.schemaVersion(),
        REPORT.run(),
        REPORT.totals(),
        REPORT.changes(),
        REPORT.findings(),
        REPORT.unproven(),
        REPORT.refuted(),
        REPORT.coverage(),
        REPORT.areas(),
        REPORT.nodes(),
        REPORT.subtasks(),
        REPORT.models(),
        Optional.of(new Question(words, List.of(answer), Optional.empty())),
        REPORT.fleet(),
        REPORT.summary());
  }

  private static Summary own() {
    return REPORT.summary().orElseThrow();
  }

  private static Summary summary(ScriptedModel model) throws InterruptedException {
    return new RouterSummarist(model, "small", Duration.ofSeconds(9))
        .summarise(REPORT)
        .summary()
        .orElseThrow();
  }
}
