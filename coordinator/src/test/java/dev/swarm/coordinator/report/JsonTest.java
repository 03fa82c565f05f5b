package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void a_report_is_what_the_published_schema_says_and_nothing_more() {
    assertEquals(List.of(), Schemas.report(json()));
    var first = Histories.render(Format.JSON, Histories.before(), Options.STANDARD);
    assertEquals(List.of(), Schemas.report(first));
    var thought = Histories.render(Format.JSON, ModelHistory.report(), Options.STANDARD);
    assertEquals(List.of(), Schemas.report(thought));
    assertEquals(2, Schemas.tree(thought).at("/models/shares").size());
  }

  @Test
  void a_reader_of_the_published_schema_lives_with_a_field_of_tomorrow() {
    var tomorrow = (ObjectNode) Schemas.tree(json());
    tomorrow.put("tomorrow", true);
    assertEquals(List.of(), Schemas.openReport(tomorrow.toString()));
    assertFalse(Schemas.report(tomorrow.toString()).isEmpty());
  }

  @Test
  void the_schema_refuses_an_unknown_check_without_a_cause() {
    var report = Schemas.tree(json());
    for (var cover : report.path("coverage")) {
      if (cover.path("state").asText().equals("unknown")) {
        ((ObjectNode) cover).putNull("blindness");
      }
    }
    assertFalse(Schemas.openReport(report.toString()).isEmpty());
  }

  @Test
  void the_schema_refuses_a_finding_without_evidence() {
    var report = Schemas.tree(json());
    ((ObjectNode) report.path("findings").path(0).path("nodes").path(0)).putArray("evidence");
    assertFalse(Schemas.openReport(report.toString()).isEmpty());
  }

  @Test
  void the_exit_code_in_the_document_is_that_of_the_policy() {
    var lax = new Policy(Severity.CRITICAL, false, false);
    var options = new Options(100, Style.PLAIN, lax, Options.STANDARD.zone());
    var before = Schemas.tree(Histories.render(Format.JSON, Histories.before(), options));
    assertEquals("critical", before.path("policy").path("failOn").asText());
    assertEquals(1, before.path("exitCode").asInt());
  }

  @Test
  void every_line_of_json_lines_is_an_object_with_its_type_and_the_totals_come_last() {
    var lines =
        Histories.render(Format.JSONL, Histories.report(), Options.STANDARD).lines().toList();
    var types = lines.stream().map(line -> Schemas.tree(line).path("type").asText()).toList();
    assertEquals("run", types.getFirst());
    assertEquals("totals", types.getLast());
    assertEquals(65, types.stream().filter("coverage"::equals).count());
    assertEquals(6, types.stream().filter("finding"::equals).count());
  }

  @Test
  void a_report_without_a_previous_one_has_no_changes() {
    var report = Merge.merge(Histories.events(), Optional.empty());
    var json = Histories.render(Format.JSON, report, Options.STANDARD);
    assertEquals(true, Schemas.tree(json).path("changes").isNull());
  }

  private static String json() {
    return Histories.render(Format.JSON, Histories.report(), Options.STANDARD);
  }
}
