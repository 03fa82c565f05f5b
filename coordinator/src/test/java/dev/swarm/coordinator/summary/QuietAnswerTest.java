package dev.swarm.coordinator.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.FleetHistory;
import dev.swarm.coordinator.report.Question;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Summary;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one answer to a question where nothing was found. */
final class QuietAnswerTest {
  private static final Report WELL = QuietFleet.report(List.of("n1", "n2"), List.of());
  private static final Report LACKING = QuietFleet.report(List.of("n1", "n2", "n3"), List.of("n3"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storage.space is ok on 2 of 2 nodes [storage.space]",
        "On all nodes storage.space is ok. [storage.space]",
        "- storage.space found nothing wrong on n1 and n2 [storage.space]",
        "Nothing was found by storage.space, on n1, n2 [storage.space]",
        "storage.smart is ok on n1 [storage.smart]",
        "storage.smart is ok on 1 of 2 nodes (n1) [storage.smart]",
        "storage.space and storage.smart are ok on n1 [storage.space, storage.smart]",
        "Nothing was found on 2 of 2 nodes [coverage]",
        "There is nothing wrong on all 2 nodes. [coverage]",
      })
  void what_the_coverage_says_is_the_answer(String truth) throws InterruptedException {
    var answer = answer(WELL, truth);
    assertEquals("qwen3:8b", answer.by(), answer::note);
    assertEquals(
        truth.replaceFirst("^- ", ""),
        Stream.of(answer.sentences().getFirst())
            .map(one -> one.text() + " [" + String.join(", ", one.cites()) + "]")
            .findFirst()
            .get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No disk is full [storage.space]",
        "No [storage.space]",
        "storage.space is not ok on n1 [storage.space]",
        "storage.space is ok on 1 of 2 nodes [storage.space]",
        "storage.space is ok on 2 of 3 nodes [storage.space]",
        "storage.space is ok on 12 of 12 nodes [storage.space]",
        "storage.space is ok on n3 [storage.space]",
        "storage.space is ok on all nodes except n2 [storage.space]",
        "storage.space is ok only on n1 [storage.space]",
        "storage.space is never ok on 2 of 2 nodes [storage.space]",
        "storage.space is ok on 2 of 2 nodes since yesterday [storage.space]",
        "storage.space is ok on 2 of 2 nodes at 12 % [storage.space]",
        "storage.space is o\u200bk on 2 of 2 nodes [storage.space]",
        "storage is ok on 2 of 2 nodes [storage.space]",
        "Everything is ok [storage.space]",
        "storage.smart is ok [storage.smart]",
        "storage.smart is ok on all nodes [storage.smart]",
        "storage.smart is ok on n2 [storage.smart]",
        "storage.smart is ok on n1 and n2 [storage.smart]",
        "storage.smart is ok on 2 of 2 nodes [storage.smart]",
        "storage.smart is ok in the fleet, n1 [storage.smart]",
        "storage.space and storage.smart are ok [storage.space, storage.smart]",
        "storage.space and storage.smart are ok on 2 of 2 nodes [storage.space, storage.smart]",
        "storage.smart is ok on 2 of 2 nodes [storage.space]",
        "storage.space is ok on 2 of 2 nodes [storage.space, storage.smart]",
        "storage.space is ok on 2 of 2 nodes [coverage]",
        "storage.space is ok on 2 of 2 nodes [storage.space, coverage]",
        "storage.space is ok on 2 of 2 nodes [nodes]",
        "storage.space is ok on 2 of 2 nodes [deadbeef]",
        "storage.space is ok on 2 of 2 nodes",
        "The fleet is ok [coverage]",
        "n1 is healthy [coverage]",
        "/var is full on n1 [coverage]",
        "Nothing was found on n3 [coverage]",
        "Nothing was found on 1 of 2 nodes [coverage]",
        "It is wrong that nothing was found [coverage]",
        "Nothing was found and n1 is ok [coverage]",
        "Nothing was found, the check was wrong [coverage]",
        "n1 was hacked and nothing was found [coverage]",
      })
  void whatever_says_more_is_answered_by_our_own_sentences(String lie) throws InterruptedException {
    var answer = answer(WELL, lie);
    assertEquals(Summary.OURS, answer.by(), "kept: " + lie);
    assertEquals(WELL.summary().orElseThrow().sentences(), answer.sentences());
    assertEquals("Nothing wrong was found on 2 nodes.", answer.sentences().getFirst().text());
    assertTrue(answer.note().contains("the findings and checks it cites bear"), answer.note());
  }

  @Test
  void what_could_not_be_seen_is_said_beside_what_is_well() throws InterruptedException {
    var answer = answer(LACKING, "storage.space is ok on 2 of 3 nodes [storage.space]");
    assertEquals(2, answer.sentences().size());
    assertEquals(List.of("nodes", "coverage"), answer.sentences().getLast().cites());
    assertTrue(answer.sentences().getLast().text().contains("n3 was lost"), answer.text());
    for (String lie :
        List.of(
            "Nothing was found on 3 of 3 nodes [coverage]",
            "Nothing was found [coverage]",
            "storage.space is ok [storage.space]",
            "storage.space is ok on all nodes: n1, n2 [storage.space]")) {
      assertEquals(Summary.OURS, answer(LACKING, lie).by(), "kept: " + lie);
    }
  }

  @Test
  void a_model_that_cannot_be_had_leaves_our_own_sentences_as_the_answer()
      throws InterruptedException {
    var answer = answered(WELL, ScriptedModel.away());
    assertEquals(WELL.summary().orElseThrow().sentences(), answer.sentences());
    assertEquals("small could not be asked for one answer: connection refused", answer.note());
  }

  @Test
  void the_model_is_shown_the_question_and_where_each_check_is_ok() throws InterruptedException {
    var model = ScriptedModel.saying("");
    var _ = answered(WELL, model);
    var shown = model.asked().getFirst().messages().toString();
    assertTrue(shown.contains(QuietFleet.QUESTION), shown);
    assertTrue(shown.contains("There are no findings on 2 nodes."), shown);
    assertTrue(shown.contains("ok on 2 of 2 nodes: storage.space"), shown);
    assertTrue(shown.contains("ok on 1 of 2 nodes (n1): storage.smart"), shown);
  }

  @Test
  void where_something_was_found_only_the_nodes_without_it_are_well() {
    var clearance = new Clearance(FleetHistory.report(12));
    var space = List.of("storage.space");
    assertTrue(clearance.bears("storage.space is ok on db-1 and web-7", space));
    assertTrue(!clearance.bears("storage.space is ok on web-1", space));
    assertTrue(!clearance.bears("storage.space is ok", space));
    assertTrue(!clearance.bears("nothing was found", List.of("coverage")));
    assertTrue(!clearance.bears("nothing was found on web-1", List.of("coverage")));
  }

  @Test
  void in_the_summary_of_an_audit_only_findings_are_cited() throws InterruptedException {
    var audit = FleetHistory.report(12);
    var model = ScriptedModel.saying("storage.space is ok on db-1 [storage.space]");
    var told = new RouterSummarist(model, "small", Duration.ofSeconds(9)).summarise(audit);
    assertEquals(Summary.OURS, told.summary().orElseThrow().by());
  }

  private static Summary answer(Report report, String line) throws InterruptedException {
    return answered(report, ScriptedModel.saying(line));
  }

  private static Summary answered(Report report, ScriptedModel model) throws InterruptedException {
    return new RouterSummarist(model, "small", Duration.ofSeconds(9))
        .summarise(report)
        .question()
        .flatMap(Question::synthesis)
        .orElseThrow();
  }
}
