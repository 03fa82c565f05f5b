package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody probably meant. */
class NearestTest {
  private static final List<String> KNOWN = List.of("areas", "checks", "limit");

  @Test
  void a_slip_is_understood_and_anything_else_is_not() {
    assertEquals("; did you mean 'areas'?", Nearest.hint("aeras", KNOWN));
    assertEquals("; did you mean 'limit'?", Nearest.hint("limt", KNOWN));
    assertEquals("", Nearest.hint("colour", KNOWN));
    assertEquals("", Nearest.hint("", KNOWN));
    assertEquals("", Nearest.hint("x".repeat(1_000), KNOWN));
  }
}
