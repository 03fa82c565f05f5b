package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.bus.Envelope;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CoordinatorDoorkeeperTest {
  private final CoordinatorDoorkeeper keeper = new CoordinatorDoorkeeper("ours");

  @Test
  void what_is_for_another_session_stays_outside() {
    assertEquals(Rejection.STALE, why(() -> admit(Verb.OUTCOME, "theirs", 1)));
    assertDoesNotThrow(() -> admit(Verb.OUTCOME, "ours", 1));
  }

  @Test
  void the_same_message_comes_in_once_in_whatever_order_they_come() {
    for (long serial : new long[] {3, 1, 2, 900, 4}) {
      assertDoesNotThrow(() -> admit(Verb.NEWS, "ours", serial));
    }
    for (long serial : new long[] {1, 2, 3, 4, 900}) {
      assertEquals(Rejection.REPLAYED, why(() -> admit(Verb.NEWS, "ours", serial)));
      assertEquals(
          Rejection.REPLAYED, why(() -> keeper.glance(envelope("ours", serial), Verb.NEWS)));
    }
  }

  @Test
  void what_everybody_hears_comes_in_once_too() {
    assertDoesNotThrow(() -> admit(Verb.BEAT, "*", 1));
    assertEquals(Rejection.REPLAYED, why(() -> admit(Verb.BEAT, "*", 1)));
    assertEquals(Rejection.MISDIRECTED, why(() -> admit(Verb.BEAT, "ours", 2)));
  }

  @Test
  void what_is_for_nodes_is_not_for_us() {
    assertEquals(Rejection.MISDIRECTED, why(() -> admit(Verb.OFFER, "ours", 1)));
    assertEquals(Rejection.MISDIRECTED, why(() -> admit(Verb.ROLL_CALL, "ours", 1)));
  }

  private void admit(Verb<?, ?> verb, String recipient, long serial) throws RejectedException {
    var envelope = envelope(recipient, serial);
    keeper.glance(envelope, verb);
    keeper.admit(new Opened(new Sender(Role.NODE, "n1", "p1"), envelope, "{}"), verb);
  }

  private static Envelope envelope(String recipient, long serial) {
    return new Envelope("any", recipient, "", "p1", serial);
  }

  private static Rejection why(Executable action) {
    return assertThrows(RejectedException.class, action).why();
  }
}
