package dev.swarm.router.wire;

import static dev.swarm.router.wire.Refused.error;
import static dev.swarm.router.wire.Refused.kind;
import static dev.swarm.router.wire.Refused.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.router.Trouble.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 41 to 43 and 52: servers that are busy, loading, broken; and what a status alone says. */
class RefusedForNowTest {
  @Test
  void a_limit_of_tokens_in_a_minute_is_no_limit_of_the_context() {
    assertEquals(Kind.OVERLOADED, kind(429, error("Too many tokens per minute, slow down")));
  }

  /** Row 41: also 402, where it names a time. */
  @ParameterizedTest
  @CsvSource({
    "429, OVERLOADED, OVERLOADED",
    "402, OVERLOADED, UNPAID",
    "503, OVERLOADED, BROKEN",
    "529, OVERLOADED, OVERLOADED",
    "500, BROKEN, BROKEN"
  })
  void a_time_for_coming_back_is_honoured(int status, Kind withTime, Kind without) {
    var trouble = Refusals.of("gpu", status, Map.of("retry-after", "3"), "{}", Refused.NOW);
    assertEquals(withTime, trouble.kind());
    assertEquals(Optional.of(Duration.ofSeconds(3)), trouble.retryAfter());
    assertEquals(without, kind(status, "{}"));
    assertEquals(Optional.empty(), refusal(status, "{}").retryAfter());
  }

  @Test
  void an_account_without_money_is_not_overload() {
    assertEquals(Kind.UNPAID, kind(429, error("You exceeded your current quota, check billing")));
    assertEquals(Kind.UNPAID, kind(402, error("Insufficient Balance")));
  }

  /** Row 42: not a failure of the server. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | {'error':{'message':'Loading model','type':'unavailable_error','code':503}}",
        "503 | {'error':'Model mistral-7b is currently loading','estimated_time':20.0}",
        "500 | {'error':{'message':'upstream: model is still loading'}}"
      })
  void a_server_that_loads_its_model_is_not_broken(int status, String body) {
    assertEquals(Kind.LOADING, kind(status, body.replace('\'', '"')));
  }

  /** Row 43. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503 | server busy, please try again. maximum pending requests exceeded",
        "500 | Overloaded",
        "503 | Rate limit reached"
      })
  void a_busy_server_is_overloaded_and_not_broken(int status, String text) {
    assertEquals(Kind.OVERLOADED, kind(status, error(text)));
  }

  /** Row 52: a gateway says 500 for a reset connection, and that is worth another attempt. */
  @Test
  void what_a_gateway_makes_of_a_reset_upstream_is_the_servers_fault() {
    assertEquals(
        Kind.BROKEN,
        kind(500, "{\"status\":\"failure\",\"message\":\"Something went wrong: ECONNRESET\"}"));
    assertEquals(
        Kind.BROKEN, kind(500, error("Invalid response from openai: Unexpected end of JSON")));
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED",
    "403, UNAUTHORIZED",
    "402, UNPAID",
    "404, NO_MODEL",
    "405, NO_MODEL",
    "407, NO_ROUTER",
    "408, BROKEN",
    "409, BROKEN",
    "425, BROKEN",
    "400, REFUSED",
    "422, REFUSED",
    "418, REFUSED",
    "500, BROKEN",
    "501, REFUSED",
    "502, BROKEN",
    "504, BROKEN",
    "511, NO_ROUTER",
    "301, REDIRECTED",
    "308, REDIRECTED"
  })
  void a_refusal_without_words_that_we_know_counts_by_its_status(int status, Kind kind) {
    assertEquals(kind, kind(status, error("no")));
    assertEquals(kind, kind(status, ""));
  }

  /** OpenAI's header: the server knows whether asking again is of use. */
  @Test
  void a_server_that_says_whether_to_ask_again_is_believed() {
    assertEquals(Kind.BROKEN, kind(400, error("odd"), Map.of("x-should-retry", "true")));
    assertEquals(Kind.REFUSED, kind(503, error("odd"), Map.of("x-should-retry", "false")));
    assertEquals(Kind.REFUSED, kind(429, error("odd"), Map.of("x-should-retry", "false")));
    assertEquals(
        Kind.OVERFLOW, kind(400, error("prompt is too long"), Map.of("x-should-retry", "true")));
  }
}
