package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void text_in_utf8_is_kept() {
    assertEquals(
        "Grüße €😀\0\u001b[0m", decoded("Grüße €😀\0\u001b[0m".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_replacement_character_that_was_really_there_is_kept() {
    assertEquals("\uFFFD", decoded("\uFFFD".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void other_bytes_are_shown_in_hexadecimal() {
    assertEquals("a\\xFFb", decoded(new byte[] {'a', (byte) 0xFF, 'b'}));
    assertEquals("\\xC3(", decoded(new byte[] {(byte) 0xC3, '('}));
    assertEquals("\\xC0\\x80", decoded(new byte[] {(byte) 0xC0, (byte) 0x80}));
    assertEquals("\\xED\\xA0\\x80", decoded(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
  }

  @Test
  void a_character_cut_at_the_end_is_shown_in_hexadecimal() {
    assertEquals("x\\xE2\\x82", decoded(new byte[] {'x', (byte) 0xE2, (byte) 0x82}));
  }

  private static String decoded(byte[] bytes) {
    return Utf8.decode(bytes, 0, bytes.length);
  }
}
