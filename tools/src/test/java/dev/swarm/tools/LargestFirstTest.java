package dev.swarm.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LargestFirstTest {
  @Test
  void lines_stand_by_their_leading_number_and_those_without_one_last() {
    var read = new Reading.Text(List.of("du"), "7\t/a\n# cut\n900\t/b\n80\t/c\n", "", 0, List.of());
    assertEquals(
        new Reading.Text(List.of("du"), "900\t/b\n80\t/c\n7\t/a\n# cut", "", 0, List.of()),
        LargestFirst.of(read));
  }
}
