package dev.swarm.tools.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChosenTest {
  private enum Ending {
    OK,
    TIMED_OUT
  }

  @Test
  void a_constant_is_called_in_small_letters_with_hyphens() {
    assertEquals(Ending.TIMED_OUT, Chosen.of(Ending.class, "timed-out"));
    assertEquals(TimeUnit.DAYS, Chosen.of(TimeUnit.class, "days"));
  }

  @Test
  void no_other_way_of_writing_it_is_guessed_at() {
    for (String other : new String[] {"TIMED_OUT", "timed_out", "Ok", " ok", ""}) {
      var refused =
          assertThrows(IllegalArgumentException.class, () -> Chosen.of(Ending.class, other));
      assertEquals("expected one of ok, timed-out, not '" + other + "'", refused.getMessage());
    }
  }
}
