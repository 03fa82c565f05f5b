package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class WellFormedTest {
  @Test
  void text_that_is_well_formed_is_not_copied() {
    var text = "disk /dev/sda1 ist zu 97 % voll — 満杯";
    assertSame(text, WellFormed.text(text));
    assertSame(text, WellFormed.json(text));
  }

  @Test
  void whole_pairs_stay() {
    assertEquals("a 🔥 b", WellFormed.text("a 🔥 b"));
  }

  @Test
  void half_a_pair_becomes_a_mark() {
    assertEquals("cut \uFFFD", WellFormed.text("cut \uD83D"));
    assertEquals("\uFFFD 🔥", WellFormed.text("\uDD25 🔥"));
    assertEquals("\uFFFD\uFFFD", WellFormed.text("\uDD25\uD83D"));
  }

  @Test
  void half_a_pair_in_an_escape_becomes_one_too() {
    assertEquals("{\"a\":\"\\ufffd\"}", WellFormed.json("{\"a\":\"\\ud83d\"}"));
    assertEquals("{\"a\":\"\\ufffd\\n\"}", WellFormed.json("{\"a\":\"\\uDD25\\n\"}"));
  }

  @Test
  void whole_pairs_in_escapes_and_escaped_backslashes_stay() {
    assertEquals("\"\\ud83d\\udd25\"", WellFormed.json("\"\\ud83d\\udd25\""));
    assertEquals("\"\\\\ud83d\"", WellFormed.json("\"\\\\ud83d\""));
    assertEquals("\"\\u00e4\"", WellFormed.json("\"\\u00e4\""));
  }
}
