package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SarifTest {
  @Test
  void it_is_valid_against_the_official_schema() {
    assertEquals(List.of(), Schemas.sarif(sarif(Histories.report())));
    assertEquals(List.of(), Schemas.sarif(sarif(Histories.before())));
  }

  @Test
  void the_official_schema_would_say_if_it_were_not() {
    var log = Schemas.tree(sarif(Histories.report()));
    ((ObjectNode) log.path("runs").path(0).path("results").path(0)).put("level", "dreadful");
    assertFalse(Schemas.sarif(log.toString()).isEmpty());
  }

  @Test
  void each_finding_on_each_node_is_a_result_of_a_rule_that_is_there() {
    var run = Schemas.tree(sarif(Histories.report())).path("runs").path(0);
    var rules = run.path("tool").path("driver").path("rules");
    assertEquals(8, run.path("results").size());
    for (var result : run.path("results")) {
      var rule = rules.path(result.path("ruleIndex").asInt());
      assertEquals(rule.path("id").asText(), result.path("ruleId").asText());
    }
  }

  @Test
  void an_incomplete_audit_did_not_execute_successfully() {
    var invocation =
        Schemas.tree(sarif(Histories.report())).path("runs").path(0).path("invocations").path(0);
    assertFalse(invocation.path("executionSuccessful").asBoolean());
    assertEquals(1, invocation.path("exitCode").asInt());
    assertEquals(17, invocation.path("toolExecutionNotifications").size());
  }

  private static String sarif(Report report) {
    return Histories.render(Format.SARIF, report, Options.STANDARD);
  }
}
