package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.protocol.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final List<String> NODES = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  @Test
  void a_part_is_rounded_up_and_a_count_is_no_more_than_there_are() {
    assertEquals(1, new Limit("10%").of(3));
    assertEquals(10, new Limit("10%").of(100));
    assertEquals(0, new Limit("10%").of(0));
    assertEquals(3, new Limit("5").of(3));
    assertEquals(5, new Limit("5").of(30));
  }

  @Test
  void the_lot_depends_on_the_run_and_on_nothing_else() {
    var half = new Limit("50%");
    var drawn = half.choose(new RunId("r1"), NODES);
    assertEquals(drawn, half.choose(new RunId("r1"), NODES.reversed()));
    assertNotEquals(drawn, half.choose(new RunId("r2"), NODES));
  }

  @Test
  void anything_else_is_refused() {
    for (var text : List.of("", "0", "-1", "101%", "1.5", "5 %", "all", "%")) {
      assertThrows(IllegalArgumentException.class, () -> new Limit(text), text);
    }
  }
}
