package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void a_hundred_and_twenty_eight_and_more_tells_the_signal() {
    assertEquals(Optional.of(9), ExitStatus.signal("df", 137));
    assertEquals(Optional.of(15), ExitStatus.signal("/usr/bin/df", 143));
    assertEquals(Optional.of(11), ExitStatus.signal("df", 139));
  }

  @Test
  void other_statuses_are_the_programs_own() {
    for (int status : new int[] {0, 1, 100, 127, 128, 192, 255}) {
      assertEquals(Optional.empty(), ExitStatus.signal("df", status));
    }
  }

  @Test
  void the_bit_mask_of_smartctl_is_no_signal() {
    assertEquals(Optional.empty(), ExitStatus.signal("smartctl", 136));
    assertEquals(Optional.empty(), ExitStatus.signal("/usr/sbin/smartctl", 132));
  }
}
