package dev.swarm.loadtest.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Wire;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Result BEFORE = Example.result("reference", 2000, 10, 0);

  @Test
  void a_result_is_within_the_limit_of_itself() {
    var comparison = compared(BEFORE, 1);

    assertFalse(comparison.worse(), comparison.text());
    assertTrue(comparison.text().contains("within the limit"), comparison.text());
  }

  @Test
  void a_wall_past_the_limit_is_too_much() {
    var slower = Example.result("reference", 2300, 10, 0);

    assertTrue(compared(slower, 1.1).worse());
    assertFalse(compared(slower, 1.2).worse());
    assertTrue(compared(slower, 1.1).text().contains("1.15 ×  too much"));
  }

  @Test
  void own_processor_time_past_the_limit_is_too_much() {
    assertTrue(compared(Example.result("reference", 2000, 12, 0), 1.1).worse());
  }

  @Test
  void a_failure_more_is_too_much_at_any_limit() {
    var comparison = compared(Example.result("reference", 1000, 5, 1), 100);

    assertTrue(comparison.worse());
    assertTrue(comparison.text().contains("failed: 1, before 0  too much"), comparison.text());
  }

  @Test
  void results_of_other_work_are_told_as_such() {
    var comparison = compared(Example.result("hundred", 2000, 10, 0), 1.1);

    assertTrue(comparison.text().contains("its work was another"), comparison.text());
  }

  @Test
  void what_is_no_result_cannot_be_compared() {
    assertThrows(IllegalArgumentException.class, () -> Earlier.parse("{\"scenario\":\"x\"}"));
    assertThrows(IllegalArgumentException.class, () -> Earlier.parse("no json"));
  }

  @Test
  void the_fields_that_others_read_have_the_names_they_know() {
    var json = Wire.encode(BEFORE);

    for (var field :
        new String[] {
          "\"scenario\":\"reference\"",
          "\"succeeded\":2",
          "\"failed\":0",
          "\"wallMillis\":2000.0",
          "\"tasksPerMinute\":60.0",
          "\"toolCalls\":2",
          "\"nodes\":[{\"node\":\"node-<1>\",\"tasks\":2,\"failed\":0,\"toolCalls\":2,\"averageMillis\":1000.0,\"cpuMillis\":10,",
          "\"residentBytes\":134217728}]",
          "\"idealMillis\":{\"lowerBound\":700.0,\"firstCome\":1400.0,\"longestFirst\":1400.0}",
          "\"slotUtilisation\":0.9",
          "\"ownCpuMillisPerTask\":10.0"
        }) {
      assertTrue(json.contains(field), field + " in " + json);
    }
    assertEquals(2000, Earlier.parse(json).wallMillis());
  }

  private static Comparison compared(Result now, double limit) {
    return new Comparison(Earlier.parse(Wire.encode(BEFORE)), now, limit);
  }
}
