package dev.swarm.router.wire;

import static dev.swarm.router.wire.Refused.error;
import static dev.swarm.router.wire.Refused.kind;
import static dev.swarm.router.wire.Refused.refusal;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1.5: whatever a server sends becomes a line for people. */
class RefusalLineTest {
  /** Section 1.5: a proxy's page, and a gateway's that stands for a server that is away. */
  @Test
  void a_page_is_no_router_unless_it_speaks_for_a_broken_one() {
    var page = "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head></html>";
    assertEquals(Kind.NO_ROUTER, kind(200, page));
    assertEquals(Kind.NO_ROUTER, kind(403, page));
    assertEquals(Kind.NO_ROUTER, kind(404, page));
    assertEquals(Kind.BROKEN, kind(502, page));
    assertTrue(refusal(404, page).detail().contains("an HTML page, 'Welcome to nginx!'"));
  }

  /** Section 1.5: each shape gives its message. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"the words\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}",
        "{\"error\":{\"message\":\"the words\",\"type\":\"t\",\"code\":418}}",
        "{\"error\":{\"message\":\"the words\",\"code\":null}}",
        "{\"object\":\"error\",\"message\":\"the words\",\"type\":\"BadRequestError\"}",
        "{\"error\":\"the words\"}",
        "{\"html-message\":\"the words\"}",
        "{\"status\":\"failure\",\"message\":\"the words\"}",
        "{\"detail\":\"the words\"}",
        "{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"the words\"}]}",
        "{\"error\":\"Bad Request\",\"message\":\"the words\",\"status\":418}",
        "{\"error\":{\"error\":{\"message\":\"the words\"}}}",
        "{\"errors\":[{\"message\":\"the words\"}]}",
        "{\"error\":{\"message\":\"the words",
        "data: {\"error\":{\"message\":\"the words\"}}\n\n",
        "event: error\ndata: {\"error\":{\"message\":\"the words\"}}\n\n",
        "the words",
        "<html><title>the words</title></html>"
      })
  void the_words_are_found_in_every_shape(String body) {
    var detail = refusal(418, body).detail();
    assertTrue(detail.contains("the words'"), detail);
  }

  @Test
  void a_redirect_says_where_to() {
    var headers = Map.of("location", "https://elsewhere.example/v1\u0007");
    var detail = Refusals.of("gpu", 307, headers, "", Refused.NOW).detail();
    assertTrue(detail.contains("to https://elsewhere.example/v1<U+0007>"), detail);
  }

  @Test
  void a_line_says_what_is_wrong_and_how_to_mend_it() {
    assertEquals(
        "could not get a reply from gpu: it does not accept the key (HTTP 401, 'Invalid API Key');"
            + " mend it by checking the endpoint's key, and where it is read from",
        refusal(
                401,
                "{\"error\":{\"message\":\"Invalid API Key\",\"type\":\"authentication_error\","
                    + "\"code\":401}}")
            .detail());
  }

  @Test
  void a_key_that_a_server_repeats_is_in_no_line() {
    for (int status : List.of(400, 401, 403, 500)) {
      var body = error("Incorrect API key provided: sk-SECRET123. Authorization: Bearer abcSECRET");
      assertFalse(refusal(status, body).detail().contains("SECRET"));
    }
  }

  /** Nothing raises, and every line is one bounded line. */
  @Test
  void no_body_raises() {
    var random = new Random(7);
    var pieces =
        List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "error",
            "message",
            "\\",
            "\\u",
            "<html>",
            "<title>",
            "null",
            "1e999",
            "model",
            " not found",
            "\u0000",
            "\uD83D",
            "data:",
            "{\"error\":",
            "{\"message\":\"",
            "is loading ",
            "still ",
            "x".repeat(5000),
            "[".repeat(3000),
            "\\n".repeat(20_000),
            "model ".repeat(3000));
    for (int i = 0; i < 1000; i++) {
      var body = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        body.append(pieces.get(random.nextInt(pieces.size())));
      }
      var text = body.toString();
      var trouble = refusal(200 + random.nextInt(400), text);
      var inside = Refusals.inside("gpu", text);
      assertAll(
          () -> assertTrue(trouble.detail().length() < 900, trouble.detail()),
          () -> assertEquals(1, trouble.detail().lines().count(), trouble.detail()),
          () -> assertTrue(inside.isEmpty() || inside.get().detail().length() < 900));
    }
  }
}
