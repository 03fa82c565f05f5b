package dev.swarm.tools.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets with something hidden inside them. */
class DisguiseTest {
  private static final Sanitizer SANITIZER = new Sanitizer();
  private static final String TOKEN = new FakeSecrets(3).from("ghp_{36:A}");

  private static final Pattern BARE_TOKEN = Pattern.compile("(?<!\\w)" + TOKEN);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200D",
        "\u2060",
        "\uFEFF",
        "\u00AD",
        "\u202E",
        "\u2066",
        "\u061C",
        "\u0001",
        "\u0000",
        "\u007F",
        "\u0085",
        "\u2028",
        "\r",
        "\uE000",
        "\uFE0F",
        "\uDB40\uDC41",
        "\u001b[31m",
        "\u001b[0;1;31m",
        "\u009b1m",
        "\u001b]0;x\u0007",
        "\u001b]8;;http://x\u001b\\",
        "\u001b(B",
        "‹ESC›[1m",
        "‹U+200B›"
      })
  void nothing_hidden_inside_a_token_saves_it(String hidden) {
    for (int at : new int[] {1, 4, 10, 30}) {
      String cleaned =
          SANITIZER
              .clean("got " + TOKEN.substring(0, at) + hidden + TOKEN.substring(at) + " ok")
              .value();

      assertEquals("got ‹redacted:github-token› ok", cleaned);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u00AD", "\u202E", "\u0001", "\u001b[31m", "\r", "\uDB40\uDC41"})
  void nothing_hidden_inside_an_assignment_saves_its_value(String hidden) {
    String raw =
        "export DB_PASS" + hidden + "WORD" + hidden + "=" + hidden + "Tr0ub" + hidden + "4dor x";
    String cleaned = SANITIZER.clean(raw).value();

    assertFalse(cleaned.contains("Tr0ub") || cleaned.contains("4dor"), cleaned);
    assertTrue(cleaned.contains("‹redacted:password-value›"), cleaned);
  }

  @Test
  void colour_before_a_token_does_not_glue_to_it() {
    assertEquals(
        "‹ESC›[31m‹redacted:github-token›‹ESC›[0m",
        SANITIZER.clean("\u001b[31m" + TOKEN + "\u001b[0m").value());
  }

  @Test
  void strings_between_nuls_stay_apart() {
    String cleaned = SANITIZER.clean("A_TOKEN=abc12345\0PATH=/usr/bin\0").value();

    assertEquals("A_TOKEN=‹redacted:token-value›‹NUL›PATH=/usr/bin‹NUL›", cleaned);
  }

  @Test
  void what_is_clean_stays_as_it_is_and_lines_keep_their_number() {
    String[] parts = {
      "password", "=", ":", " ", "\n", "\r\n", "\r", "\u001b[1m", "\u200B", "‹", "›", "‹ESC›",
          "token", "\"", "'",
      "hunter2x", "secret", TOKEN, "\\", ",", ";", "-", "--", "$(", "}", "<", ">", "://a:b1c@h",
          "unchanged", "\0",
      "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "Cookie: a=b", "eyJ", ".",
          "👨‍👩‍👧", "\uD800", "é"
    };
    var random = new Random(42);
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String cleaned = SANITIZER.clean(text.toString()).value();

      assertEquals(cleaned, SANITIZER.clean(cleaned).value(), () -> "from " + text);
      assertEquals(ends(text.toString()), ends(cleaned), () -> "from " + text);
      assertFalse(BARE_TOKEN.matcher(cleaned).find(), () -> "from " + text);
    }
  }

  private static long ends(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }
}
