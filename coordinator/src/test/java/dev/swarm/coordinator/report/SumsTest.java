package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The numbers that people and programs read, read back out of what was written. */
final class SumsTest {
  private static final int RUNS = 150;

  @Test
  void the_sums_add_up_in_json() {
    for (Report report : reports()) {
      var json = Schemas.tree(render(Format.JSON, report));
      var subtasks = json.at("/totals/subtasks");
      int parts =
          subtasks.path("completed").asInt()
              + sum(subtasks.path("failed"))
              + sum(subtasks.path("open"));
      assertEquals(subtasks.path("targeted").asInt(), parts);
      assertEquals(json.path("subtasks").size(), parts);
      assertEquals(json.path("coverage").size(), sum(json.at("/totals/coverage/states")));
      assertEquals(
          json.at("/totals/coverage/states/unknown").asInt(),
          sum(json.at("/totals/coverage/unknown")));
      assertEquals(json.path("findings").size(), sum(json.at("/totals/findings/severities")));
      assertEquals(json.path("nodes").size(), sum(json.at("/totals/nodes")));
    }
  }

  @Test
  void the_sums_add_up_and_are_the_same_in_all_that_people_read() {
    for (Report report : reports()) {
      for (Format format : List.of(Format.TEXT, Format.HTML, Format.MARKDOWN)) {
        var told = render(format, report);
        assertEquals(report.totals().subtasks().targeted(), balance(told, "subtask"));
        assertEquals(report.totals().coverage().checks(), balance(told, "check"));
        assertEquals(report.totals().findings().distinct(), balance(told, "finding"));
        assertEquals(report.nodes().size(), balance(told, "node"));
      }
    }
  }

  @Test
  void the_cases_of_junit_are_as_many_as_its_suites_say() {
    for (Report report : reports()) {
      var xml = render(Format.JUNIT, report);
      int said =
          Pattern.compile(" tests=\"(\\d+)\"")
              .matcher(xml)
              .results()
              .mapToInt(match -> Integer.parseInt(match.group(1)))
              .sum();
      assertEquals(said, xml.split("<testcase ", -1).length - 1);
      assertTrue(said >= report.coverage().size() + report.subtasks().size());
    }
  }

  @Test
  void a_report_whose_numbers_do_not_add_up_is_none() {
    var report = Histories.report();
    var lossy =
        new Report(
            1,
            report.run(),
            report.totals(),
            report.changes(),
            report.findings(),
            report.unproven(),
            report.refuted(),
            report.coverage().subList(1, report.coverage().size()),
            report.areas(),
            report.nodes(),
            report.subtasks(),
            report.models(),
            report.question(),
            report.fleet(),
            report.summary());
    var broken = assertThrows(UnbalancedReportException.class, () -> Balance.check(lossy));
    assertEquals("could not report: checks 65 ≠ listed 64", broken.getMessage());
  }

  private static List<Report> reports() {
    var reports = new ArrayList<Report>();
    Optional<Report> previous = Optional.empty();
    for (int seed = 0; seed < RUNS; seed++) {
      var events = new RandomHistory(seed, 1 + seed % 6, 3, 3, 9).events();
      var report = Merge.merge(events, previous);
      reports.add(report);
      previous = seed % 7 == 0 ? Optional.empty() : Optional.of(report);
    }
    List.of(2, 3, 12, 40).forEach(nodes -> reports.add(FleetHistory.report(nodes)));
    return reports;
  }

  /** Reads {@code 9 checks = 4 ok + 5 unknown}, asserts it, and gives the 9. Nodes may be one. */
  private static int balance(String told, String noun) {
    var whole = told.replaceAll("\\s+", " ");
    var term = "\\d+(?: [a-z]++)++";
    var terms = term + "(?: \\+ " + term + ")*+";
    var sum = Pattern.compile("(\\d+) " + noun + "s? = (" + terms + ")").matcher(whole);
    if (!sum.find()) {
      assertEquals("node", noun, "no sum of " + noun + " in " + told);
      return 1;
    }
    int parts =
        Arrays.stream(sum.group(2).split("\\+"))
            .mapToInt(part -> Integer.parseInt(part.strip().split(" ")[0]))
            .sum();
    assertEquals(Integer.parseInt(sum.group(1)), parts, sum.group());
    return parts;
  }

  private static int sum(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToInt(JsonNode::asInt).sum();
  }

  private static String render(Format format, Report report) {
    return Histories.render(format, report, Options.STANDARD);
  }
}
