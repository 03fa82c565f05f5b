package dev.swarm.tools.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.tools.host.Output;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureTest {
  @Test
  void output_within_the_cap_is_whole() {
    assertEquals(new Output("0123456789", 0), captured(10, "0123456789"));
    assertEquals(Output.EMPTY, captured(10, ""));
  }

  @Test
  void past_the_cap_head_and_tail_are_whole_lines_and_the_marker_counts_the_rest() {
    Output output = captured(22, "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
    assertEquals("one\ntwo\n‹16 bytes omitted›\nsix\nseven\n", output.text());
    assertEquals("three\nfour\nfive\n".length(), output.omitted());
  }

  @Test
  void a_line_without_end_keeps_its_two_ends() {
    Output output = captured(8, "abcd" + "x".repeat(1000) + "wxyz");
    assertEquals("abcd\n‹1000 bytes omitted›\nwxyz", output.text());
  }

  @Test
  void a_character_is_never_cut_in_half() {
    Output output = captured(10, "€".repeat(100));
    assertEquals("€\n‹294 bytes omitted›\n€", output.text());
  }

  @Test
  void the_smallest_cap_holds_one_byte() {
    assertEquals("a\n‹2 bytes omitted›\n", captured(1, "abc").text());
  }

  @Test
  void the_size_of_the_pieces_makes_no_difference() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 500; line++) {
      text.append("line ").append(line).append('\n');
    }
    Output expected = captured(777, text.toString());
    for (int round = 0; round < 200; round++) {
      Capture capture = new Capture(777);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(2000), bytes.length - at);
        capture.add(java.util.Arrays.copyOfRange(bytes, at, at + length), length);
        at += length;
      }
      assertEquals(expected, capture.output());
    }
    assertTrue(expected.text().endsWith("line 498\nline 499\n"));
  }

  @Test
  void bytes_that_were_never_read_count_as_omitted() {
    Capture capture = new Capture(8);
    capture.add("abcd".getBytes(StandardCharsets.UTF_8), 4);
    capture.skip(1_000_000);
    capture.add("wxyz".getBytes(StandardCharsets.UTF_8), 4);
    assertEquals(new Output("abcd\n‹1000000 bytes omitted›\nwxyz", 1_000_000), capture.output());
  }

  private static Output captured(int cap, String text) {
    Capture capture = new Capture(cap);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    capture.add(bytes, bytes.length);
    return capture.output();
  }
}
