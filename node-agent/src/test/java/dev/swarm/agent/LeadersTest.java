package dev.swarm.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Leaders leaders = new Leaders();

  @Test
  void a_run_belongs_to_whoever_led_it_last() {
    led("one", 1, "a");
    led("one", 2, "b");

    assertEquals(Optional.of("b"), leaders.of(new RunId("one")));
    assertEquals(Optional.empty(), leaders.of(new RunId("another")));
  }

  @Test
  void who_lends_stays_the_same_as_long_as_it_leads_a_run() {
    assertEquals(Optional.empty(), leaders.lender());
    led("one", 1, "a");
    assertEquals(Optional.of("a"), leaders.lender());
    led("two", 1, "b");
    assertEquals(Optional.of("a"), leaders.lender());

    leaders.apply(new Entry.Closed(new RunId("one"), NOW));

    assertEquals(Optional.of("b"), leaders.lender());
  }

  private void led(String run, long epoch, String session) {
    leaders.apply(new Entry.Led(new RunId(run), epoch, session, NOW));
  }
}
