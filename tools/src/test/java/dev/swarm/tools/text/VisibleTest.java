package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  private static final String[] NAMES = {
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR",
    "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC",
    "FS", "GS", "RS", "US"
  };

  /** A code point that must be written, and how. */
  record Payload(int codePoint, String written) {}

  static Stream<Payload> named() {
    return Stream.concat(
        IntStream.range(0, 32)
            .filter(c -> c != '\t' && c != '\n')
            .mapToObj(c -> new Payload(c, "‹" + NAMES[c] + "›")),
        Stream.of(new Payload(0x7F, "‹DEL›")));
  }

  static Stream<Payload> numbered() {
    int[][] ranges = {
      {0x80, 0x9F},
      {0xAD, 0xAD},
      {0x34F, 0x34F},
      {0x61C, 0x61C},
      {0x115F, 0x1160},
      {0x17B4, 0x17B5},
      {0x180B, 0x180F},
      {0x200B, 0x200F},
      {0x2028, 0x202E},
      {0x2060, 0x206F},
      {0x3164, 0x3164},
      {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF},
      {0xFFA0, 0xFFA0},
      {0xFFF9, 0xFFFB},
      {0xFFFE, 0xFFFF},
      {0xE000, 0xE003},
      {0xF8FF, 0xF8FF},
      {0xD800, 0xD802},
      {0xDBFF, 0xDC01},
      {0xDFFF, 0xDFFF},
      {0x1D173, 0x1D17A},
      {0xE0000, 0xE007F},
      {0xE0100, 0xE0110},
      {0xE01EF, 0xE01EF},
      {0xF0000, 0xF0001},
      {0x10FFFD, 0x10FFFF}
    };
    return Stream.of(ranges)
        .flatMap(range -> IntStream.rangeClosed(range[0], range[1]).boxed())
        .map(c -> new Payload(c, String.format(Locale.ROOT, "‹U+%04X›", c)));
  }

  static Stream<Payload> payloads() {
    return Stream.concat(named(), numbered());
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void what_is_not_seen_is_written_by_name_or_number(Payload payload) {
    String hidden = new StringBuilder().appendCodePoint(payload.codePoint()).toString();

    assertEquals("a" + payload.written() + "b", Visible.of("a" + hidden + "b"));
    assertEquals(payload.written(), Visible.of(hidden));
    assertEquals(
        "é\n" + payload.written() + payload.written() + "ü\n",
        Visible.of("é\n" + hidden + hidden + "ü\n"));
  }

  @Test
  void the_table_has_the_payloads_it_promises() {
    assertTrue(payloads().count() >= 250, payloads().count() + " payloads");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text",
        "tab\there",
        "two\nlines\n",
        "äöüß é ñ",
        "日本語 中文 한국어",
        "кириллица ελληνικά",
        "עברית العربية",
        "┌─┐│█▒",
        "✓ ✗ → •",
        "😀 🚀",
        "👍🏽",
        "👨‍👩‍👧",
        "❤️",
        "1️⃣",
        "🏳️‍🌈",
        "🇩🇪",
        "x²",
        "\u00A0",
        "‹redacted:jwt›",
        "e\u0301",
        "\u0601",
        "𝒳"
      })
  void ordinary_text_is_the_same_string(String text) {
    assertSame(text, Visible.of(text));
  }

  @Test
  void line_ends_of_windows_become_line_ends_and_a_lone_return_is_shown() {
    assertEquals("a\nb\nc‹CR›d‹CR›\n", Visible.of("a\r\nb\r\nc\rd\r\r\n"));
  }

  @Test
  void separators_of_other_systems_make_no_lines() {
    assertEquals(
        "a‹U+0085›b‹U+2028›c‹U+2029›d‹VT›e‹FF›f", Visible.of("a\u0085b\u2028c\u2029d\u000Be\ff"));
  }

  @Test
  void terminal_sequences_are_shown_and_not_obeyed() {
    assertEquals("‹ESC›[31mred‹ESC›[0m", Visible.of("\u001b[31mred\u001b[0m"));
    assertEquals("‹ESC›]0;title‹BEL›", Visible.of("\u001b]0;title\u0007"));
  }

  @Test
  void joiners_and_selectors_without_an_emoji_are_shown() {
    assertEquals("a‹U+200D›b", Visible.of("a\u200Db"));
    assertEquals("1‹U+FE0F›2", Visible.of("1\uFE0F2"));
    assertEquals("😀‹U+200D›a", Visible.of("😀\u200Da"));
  }
}
