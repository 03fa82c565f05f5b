package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTextTest {
  @Test
  void it_is_one_line() {
    assertEquals("one two three", ServerText.of("  one\r\n\ttwo\n\n three\n"));
  }

  @Test
  void what_would_hide_or_turn_text_is_made_visible() {
    assertEquals(
        "a<U+001B>[2Kb<U+202E>c<U+200B>d<U+E0041>e<U+2028>f<U+D83D>",
        ServerText.of("a\u001B[2Kb\u202Ec\u200Bd\uDB40\uDC41e\u2028f\uD83D"));
  }

  @Test
  void a_long_one_is_cut() {
    var text = ServerText.of("word ".repeat(1_000_000));
    assertTrue(text.length() <= ServerText.LONGEST + 2, text);
    assertTrue(text.endsWith(" …"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Incorrect API key provided: SECRET12345. You can find it at example.org.",
        "bad header Authorization: Bearer SECRET12345",
        "{'authorization': 'Bearer SECRET12345'}",
        "{\"Authorization\":\"Basic SECRET12345==\"}",
        "x-api-key=SECRET12345; other",
        "token sk-SECRET12345-abc is over",
        "got bearer SECRET12345"
      })
  void no_value_of_an_authorization_is_repeated(String text) {
    assertFalse(ServerText.of(text).contains("SECRET12345"), ServerText.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid token 'SECRETSECRET'",
        "SECRET12345678 is not known",
        "the key `mysecret!` was refused",
        "Unknown credential SECRET-9-abcdefgh"
      })
  void a_server_that_repeats_a_refused_key_is_not_quoted(String text) {
    var shown = ServerText.ofRefusedKey(text);
    assertFalse(shown.contains("SECRET") || shown.contains("mysecret"), shown);
  }

  @Test
  void names_of_models_and_numbers_stay() {
    var text = "The model `meta-llama/Llama-3.1-8B-Instruct` takes 8192 tokens, not 20868";
    assertEquals(text, ServerText.of(text));
  }
}
