package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.swarm.tools.host.Failure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  @Test
  void the_number_of_an_error_tells_whose_fault_it_is() {
    assertEquals(Failure.ABSENT, StartFailure.of(2).why());
    assertEquals(Failure.DENIED, StartFailure.of(13).why());
    assertEquals(Failure.DENIED, StartFailure.of(1).why());
    for (int errno : new int[] {7, 8, 11, 12, 24}) {
      assertEquals(Failure.BROKEN, StartFailure.of(errno).why());
    }
  }

  @Test
  void so_do_the_words_of_a_jdk_of_any_age() {
    assertEquals(Failure.ABSENT, why("Cannot run program \"/x\": error=2, No such file"));
    assertEquals(Failure.ABSENT, why("Cannot run program \"/x\": Exec failed, error: 2 (No such"));
    assertEquals(Failure.DENIED, why("Cannot run program \"/x\": Exec failed, error: 13 (Perm"));
    assertEquals(Failure.BROKEN, why("Cannot run program \"/x\": error=24, Too many open files"));
    assertEquals(Failure.BROKEN, why("invalid null character in command"));
  }

  @Test
  void what_is_known_is_not_told_anew() {
    StartFailure known = StartFailure.of(2);
    assertSame(known, StartFailure.of(known));
  }

  private static Failure why(String message) {
    return StartFailure.of(new IOException(message)).why();
  }
}
