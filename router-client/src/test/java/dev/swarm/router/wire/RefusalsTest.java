package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the catalogue in which a server refuses, section 1.5 and section 2.1. */
class RefusalsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Row 5 [measured], and the same fault at other servers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | The model produced output that does not match the expected peg-native format",
        "500 | Failed to parse input at pos 12: <tool_call>",
        "400 | Failed to call a function. Please adjust your prompt. See 'failed_generation'",
        "500 | error parsing tool call: raw='{\"a\":', err=unexpected end of JSON input",
        "500 | openai_harmony.HarmonyError: unexpected tokens remaining in message header"
      })
  void output_that_breaks_the_servers_own_parser_is_the_models_fault(int status, String text) {
    assertEquals(Kind.MODEL_FAULT, kind(status, error(text)));
  }

  /** Row 4: never to be sent again as it is; not the server's fault either, though it says 500. */
  @Test
  void a_poisoned_history_is_the_requests_fault() {
    assertEquals(
        Kind.REFUSED,
        kind(
            500,
            error(
                "Failed to parse tool call arguments as JSON: [json.exception.parse_error.101]"
                    + " parse error at line 1, column 2")));
  }

  /** Rows 8 and 50: one server says so with 404. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Tool call id was call_1 but must be a-z, A-Z, 0-9, with a length of 9.",
        "404 | Tool call id has to be of 9 letters",
        "400 | An assistant message with 'tool_calls' must be followed by tool messages",
        "400 | messages with role 'tool' must be a response to a preceeding message",
        "400 | Not the same number of function calls and responses"
      })
  void a_history_that_does_not_pair_is_not_sent_again(int status, String text) {
    assertEquals(Kind.REFUSED, kind(status, error(text)));
  }

  /** Row 22. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | \"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser",
        "500 | tools param requires --jinja flag",
        "500 | Unsupported param: tools",
        "400 | registry.ollama.ai/library/gemma:2b does not support tools",
        "404 | No endpoints found that support tool use. To learn more about routing",
        "400 | Tool use is not supported by this model"
      })
  void a_server_without_tools_is_a_matter_of_configuration(int status, String text) {
    assertEquals(Kind.NO_TOOLS, kind(status, error(text)));
  }

  /** Row 23: it has tools, and it has streams, but not at once: not the same as no tools. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot use tools with stream",
        "Streaming is not supported with tools",
        "tools are not supported in streaming mode"
      })
  void tools_that_do_not_stream_are_still_tools(String text) {
    assertEquals(Kind.REFUSED, kind(500, error(text)));
  }

  /** Rows 28 and 29: a template's objection comes as 500, and asking again is of no use. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jinja Exception: Conversation roles must alternate user/assistant/user/assistant/...",
        "After the optional system message, conversation roles must alternate user and assistant"
            + " roles except for tool calls and results.",
        "System role not supported",
        "Unexpected role 'user' after role 'tool'",
        "This model only supports single tool-calls at once!"
      })
  void a_template_that_objects_is_not_asked_again_whatever_its_status(String text) {
    for (int status : List.of(400, 500)) {
      assertEquals(Kind.REFUSED, kind(status, error(text)));
    }
  }

  /** Row 33 is a reply's: here it is only sure that it is no error. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[]}",
        "{}",
        "[]",
        "null",
        "",
        "{",
        "{\"error\":null,\"choices\":[{\"message\":{\"content\":\"ok\"}}]}",
        "{\"error\":\"\",\"choices\":[]}",
        "{\"error\":{},\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":\"{\\\"error\\\":{\\\"code\\\":500}}\"}}]}"
      })
  void a_reply_without_an_error_is_not_taken_for_one(String json) {
    assertEquals(Optional.empty(), Refusals.inside("gpu", json));
  }

  /** Row 34: an error inside a 200 counts like its code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | OVERLOADED | {'error':{'code':429,'message':'Rate limit exceeded'}}",
        "502 | BROKEN | {'error':{'code':502,'message':'Provider returned error'}}",
        "503 | BROKEN | {'error':{'code':'503','message':'no provider'},'choices':[]}",
        "402 | UNPAID | {'error':{'code':402,'message':'Insufficient credits'}}",
        "401 | UNAUTHORIZED | {'error':{'code':401,'message':'No auth credentials found'}}",
        "404 | NO_MODEL | {'error':{'code':404,'message':'nothing here'}}",
        "400 | OVERFLOW | {'error':{'code':400,'message':'maximum context length is 8192'}}",
        "200 | OVERFLOW | {'error':'the request exceeds the available context size. try'}",
        "200 | REFUSED | {'error':{'message':'bad','type':'invalid_request_error','code':null}}",
        "200 | BROKEN | {'error':{'message':'oh','code':-32000}}",
        "200 | BROKEN | {'error':'something went wrong'}",
        "400 | REFUSED | {'object':'error','message':'bad','code':400}",
        "200 | BROKEN | {'status':'failure','message':'upstream reset'}",
        "200 | LOADING | {'error':{'message':'Loading model','type':'unavailable_error'}}",
        "200 | MODEL_FAULT | {'error':{'message':'x','code':'tool_use_failed'}}"
      })
  void an_error_inside_a_reply_counts_like_a_status(int status, Kind kind, String json) {
    var trouble = Refusals.inside("gpu", json.replace('\'', '"')).orElseThrow();
    assertEquals(kind, trouble.kind(), trouble.detail());
    assertEquals(OptionalInt.of(status), trouble.status());
  }

  /** Rows 37 and 40 and section 2.1, word for word; the gateway's of row 52 too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'error':{'code':400,'message':'request (20868 tokens) exceeds the available context"
            + " size (8192 tokens), try increasing it','type':'exceed_context_size_error',"
            + "'n_prompt_tokens':20868,'n_ctx':8192}}",
        "500 | {'error':{'code':500,'message':'the request exceeds the available context size. try"
            + " increasing the context size or enable context shift'}}",
        "500 | {'error':{'message':'Context size has been exceeded.','type':'server_error'}}",
        "400 | {'object':'error','message':'This model`s maximum context length is 6048 tokens."
            + " However, you requested 6616 tokens (568 in the messages, 6048 in the completion)."
            + " Please reduce the length','type':'BadRequestError','param':null,'code':400}",
        "400 | {'error':{'message':'This model`s maximum context length is 16 tokens. However, your"
            + " request has 8 input tokens. Please reduce the length of the input messages."
            + " (parameter=input_tokens, value=8)'}}",
        "400 | {'error':{'message':'too long','code':'context_length_exceeded','param':null}}",
        "413 | {'error':'prompt is too long: 213 tokens'}",
        "422 | {'detail':[{'loc':['body','messages'],'msg':'Too many tokens'}]}",
        "400 | {'error':{'message':'openai error: request (20868 tokens) exceeds the available"
            + " context size','provider':'openai'}}",
        "500 | {'error':'input length exceeds the context length'}",
        "413 | <html><head><title>413 Request Entity Too Large</title></head></html>"
      })
  void a_conversation_that_does_not_fit_is_known_by_its_words(int status, String body) {
    var trouble = refusal(status, body.replace('\'', '"'));
    assertEquals(Kind.OVERFLOW, trouble.kind(), trouble.detail());
    assertEquals(Trouble.Fault.REQUEST, trouble.kind().fault());
  }

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
    var trouble = Refusals.of("gpu", status, Map.of("retry-after", "3"), "{}", NOW);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | model 'nope' not found",
        "400 | model name is missing from the request",
        "404 | The model `gpt-9` does not exist or you do not have access to it.",
        "404 | model \"llama9\" not found, try pulling it first",
        "400 | nope is not a valid model ID",
        "404 | No models loaded. Please load a model in the developer page"
      })
  void a_missing_model_is_named_as_such(int status, String text) {
    var trouble = refusal(status, error(text.replace('"', '`')));
    assertEquals(Kind.NO_MODEL, trouble.kind());
    assertTrue(trouble.detail().contains("'model'"), trouble.detail());
  }

  @Test
  void a_missing_path_is_told_from_a_missing_model() {
    var trouble = refusal(404, error("File Not Found"));
    assertEquals(Kind.NO_MODEL, trouble.kind());
    assertTrue(trouble.detail().contains("ends in /v1"), trouble.detail());
  }

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

  /** OpenAI's header: the server knows whether asking again is of use. */
  @Test
  void a_server_that_says_whether_to_ask_again_is_believed() {
    assertEquals(Kind.BROKEN, kind(400, error("odd"), Map.of("x-should-retry", "true")));
    assertEquals(Kind.REFUSED, kind(503, error("odd"), Map.of("x-should-retry", "false")));
    assertEquals(Kind.REFUSED, kind(429, error("odd"), Map.of("x-should-retry", "false")));
    assertEquals(
        Kind.OVERFLOW, kind(400, error("prompt is too long"), Map.of("x-should-retry", "true")));
  }

  @Test
  void a_redirect_says_where_to() {
    var headers = Map.of("location", "https://elsewhere.example/v1\u0007");
    var detail = Refusals.of("gpu", 307, headers, "", NOW).detail();
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

  private static Kind kind(int status, String body) {
    return kind(status, body, Map.of());
  }

  private static Kind kind(int status, String body, Map<String, String> headers) {
    return Refusals.of("gpu", status, headers, body, NOW).kind();
  }

  private static Trouble refusal(int status, String body) {
    return Refusals.of("gpu", status, Map.of(), body, NOW);
  }

  private static String error(String message) {
    return "{\"error\":{\"message\":\"%s\"}}".formatted(message.replace("\"", "\\\""));
  }
}
