package dev.swarm.loadtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MisfortuneTest {
  @Test
  void nobody_fares_ill_twice_in_a_row_and_everybody_at_some_time() {
    var lots = new SplittableRandom(1);
    var seen = new HashSet<Integer>();
    int last = -1;
    for (int draw = 0; draw < 200; draw++) {
      int next = Misfortune.another(lots, 6, last);
      assertNotEquals(last, next);
      seen.add(next);
      last = next;
    }
    assertEquals(Set.of(0, 1, 2, 3, 4, 5), seen);
  }

  @Test
  void who_is_alone_fares_ill_each_time() {
    assertEquals(0, Misfortune.another(new SplittableRandom(1), 1, 0));
  }
}
