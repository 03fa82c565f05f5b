package dev.swarm.router.scripted;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each deviation shows on the wire, and only where it was asked for. */
class DeviationTest {
  private final Running running = new Running();
  private static final String REASON = "\"finish_reason\":\"";

  /** What stands in the whole reply to two calls. */
  private static final Map<Deviation, String> WHOLE =
      Map.ofEntries(
          entry(Deviation.ARGUMENTS_AS_OBJECT, "\"arguments\":{\"path\":\"/\",\"depth\":5}"),
          entry(Deviation.ARGUMENTS_EMPTY, "\"arguments\":\"\""),
          entry(Deviation.ARGUMENTS_NULL, "\"arguments\":null"),
          entry(Deviation.ARGUMENTS_ABSENT, "\"function\":{\"name\":\"filesystems\"}"),
          entry(Deviation.ARGUMENTS_FENCED, "\"arguments\":\"```json\\n{\\\"path\\\""),
          entry(Deviation.ARGUMENTS_TRAILED, "}\\nDone.\""),
          entry(Deviation.ARGUMENTS_COMMA, "\\\"depth\\\":5,}\""),
          entry(Deviation.ARGUMENTS_UNCLOSED, "\\\"depth\\\":5\""),
          entry(Deviation.ARGUMENTS_TORN, "\"{\\\"path\\\": \\\"/va\""),
          entry(Deviation.ID_ABSENT, "\"arguments\":\"{}\"}}]"),
          entry(Deviation.ID_EMPTY, "\"id\":\"\""),
          entry(Deviation.ID_NULL, "\"id\":null"),
          entry(Deviation.ID_REPEATED, "\"id\":\"call_0\""),
          entry(Deviation.CALL_IN_TAG, "\"<tool_call>\\n{\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.CALL_BARE, "\"content\":\"{\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.CALL_FENCED, "\"```json\\n{\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.CALL_IN_FUNCTION, "<function=filesystems>\\n<parameter=path>\\n/\\n"),
          entry(Deviation.CALL_MISTRAL, "\"[TOOL_CALLS][{\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.CALL_PYTHONIC, "[filesystems(path=\\\"/\\\", depth=5)]"),
          entry(Deviation.CALL_PYTHON_TAG, "\"<|python_tag|>{\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.CALL_QUOTED, "\"I could call {\\\"name\\\":\\\"filesystems\\\""),
          entry(Deviation.HARMONY_TEXT, "commentary to=functions.filesystems <|constrain|>json"),
          entry(Deviation.HARMONY_NAME, "\"name\":\"filesystems<|channel|>commentary\""),
          entry(Deviation.FINISH_STOP, REASON + "stop\""),
          entry(Deviation.FINISH_EMPTY, REASON + "\""),
          entry(Deviation.FINISH_SINGULAR, REASON + "tool_call\""),
          entry(Deviation.CUT_AS_CALLS, "\"completion_tokens\":77,"),
          entry(Deviation.CUT_IN_CALL, "\"arguments\":\"{\"}"),
          entry(Deviation.CUT_IN_TEXT, "\"content\":\"<tool_call>\\n{\\\"\""),
          entry(Deviation.NAME_OTHER_CASE, "\"name\":\"FILESYSTEMS\""),
          entry(Deviation.NAME_UNKNOWN, "\"name\":\"filesystems_please\""),
          entry(Deviation.ARGUMENT_UNKNOWN, "\\\"because\\\":\\\"I say so\\\""),
          entry(Deviation.NUMBERS_AS_TEXT, "\\\"depth\\\":\\\"5\\\""),
          entry(Deviation.NUMBERS_HUGE, "\\\"depth\\\":9506548166761801"),
          entry(Deviation.NUMBERS_MINUS_ZERO, "\\\"depth\\\":-0}"),
          entry(Deviation.REQUIRED_IGNORED, "I would now look at filesystems."),
          entry(Deviation.EMPTY_ANSWER, "\"content\":\"\"},"),
          entry(Deviation.THOUGHT_IN_TEXT, "\"content\":\"<think>\\nLet me see."),
          entry(Deviation.THOUGHT_OPEN, "\"content\":\"<think>\\nLet me see."),
          entry(Deviation.THOUGHT_CLOSED, "look.\\n</think>\\n\\n"),
          entry(Deviation.REASONING, "\"reasoning_content\":\"Let me see."),
          entry(Deviation.REASONING_VLLM, "\"reasoning\":\"Let me see."),
          entry(Deviation.REASONING_ONLY, REASON + "length\""),
          entry(Deviation.CHOICES_EMPTY, "\"choices\":[]"),
          entry(Deviation.CHOICES_ABSENT, "\"model\":\"scripted\",\"usage\""),
          entry(Deviation.ERROR_IN_200, "{\"error\":{\"message\":\"Upstream provider error\""),
          entry(Deviation.RATE_LIMIT_IN_200, "\"code\":429"),
          entry(Deviation.TRUNCATED_SILENTLY, "\"prompt_tokens\":38,"),
          entry(Deviation.OVERFLOW_SILENT, "\"prompt_tokens\":32760,"),
          entry(Deviation.CONTEXT_FILLED, "\"prompt_tokens\":32760,"),
          entry(Deviation.OTHER_MODEL, "\"model\":\"some-other-model\""));

  /** What stands in the streamed reply to two calls. */
  private static final Map<Deviation, String> STREAMED =
      Map.ofEntries(
          entry(Deviation.FINISH_TWICE, REASON + "stop\""),
          entry(Deviation.ROLE_REPEATED, "{\"tool_calls\":[{\"index\":0,\"type\":\"function\""),
          entry(Deviation.USAGE_REPEATED, "{\"prompt_tokens\":1,\"completion_tokens\":1}"),
          entry(Deviation.COMMENTS, "\n\n: PROCESSING\n\ndata: "),
          entry(Deviation.EMPTY_EVENTS, "data:\n\ndata: :\n\ndata: {"),
          entry(Deviation.ERROR_IN_STREAM, "{\"code\":502,\"message\":\"Provider disconnected\"}"));

  /** The status, and what stands in the refusal. */
  private static final Map<Deviation, String> REFUSED =
      Map.ofEntries(
          entry(Deviation.OUTPUT_UNPARSABLE, "500 peg-native"),
          entry(Deviation.NO_TOOLS_VLLM, "400 --enable-auto-tool-choice"),
          entry(Deviation.NO_TOOLS_LLAMA, "500 requires --jinja"),
          entry(Deviation.NO_TOOLS_OLLAMA, "400 does not support tools"),
          entry(Deviation.OVERFLOW_LLAMA, "400 exceed_context_size_error"),
          entry(Deviation.OVERFLOW_LLAMA_OLDER, "500 enable context shift"),
          entry(Deviation.OVERFLOW_VLLM, "400 parameter=input_tokens"),
          entry(Deviation.OVERFLOW_VLLM_OLDER, "400 in the completion"),
          entry(Deviation.OVERFLOW_OPENAI, "400 context_length_exceeded"),
          entry(Deviation.OVERFLOW_MIDWAY, "500 Context size has been exceeded."),
          entry(Deviation.LIMITED_SECONDS, "429 Rate limit"),
          entry(Deviation.LIMITED_DATE, "429 Rate limit"),
          entry(Deviation.LIMITED_MILLIS, "429 Rate limit"),
          entry(Deviation.LIMITED, "429 Rate limit"),
          entry(Deviation.UNPAID, "402 Insufficient credits"),
          entry(Deviation.LOADING, "503 Loading model"),
          entry(Deviation.SERVER_BUSY, "503 maximum pending requests exceeded"),
          entry(Deviation.GATEWAY_OVERFLOW, "400 openai error: request ("),
          entry(Deviation.GATEWAY_HTML, "502 html-message"),
          entry(Deviation.GATEWAY_FAILURE, "500 \"status\":\"failure\""),
          entry(Deviation.GATEWAY_RESET, "500 ECONNRESET"));

  /** Those with tests of their own: below, in {@link RuleTest}, or in {@link QueueTest}. */
  private static final EnumSet<Deviation> ELSEWHERE =
      EnumSet.of(
          Deviation.ID_LONG,
          Deviation.STREAM_WITHOUT_DONE,
          Deviation.STREAM_WITHOUT_END,
          Deviation.INDEX_ZERO,
          Deviation.INDEX_ABSENT,
          Deviation.CALLS_MIXED,
          Deviation.CALLS_LOST,
          Deviation.CHOICE_IGNORED,
          Deviation.STREAM_WHOLE,
          Deviation.HEALTH_SILENT,
          Deviation.HEALTH_FALSE,
          Deviation.STALLED,
          Deviation.LINGERING,
          Deviation.REPEATS);

  private final Caller caller = new Caller(listen());

  private ScriptedRouter listen() {
    return running.listen(
        Settings.STANDARD,
        Script.begin()
            .calls(
                Script.call("filesystems", "{\"path\":\"/\",\"depth\":5}"),
                Script.call("mounts", "{}"))
            .says("done")
            .end());
  }

  @Test
  void the_well_behaved_reply_shows_none_of_them() {
    var whole = caller.post(body()).body();
    WHOLE.forEach((deviation, text) -> assertFalse(whole.contains(text), deviation.name()));
    var streamed = caller.post(Caller.streamed(body())).body();
    STREAMED.entrySet().stream()
        .filter(one -> one.getKey() != Deviation.ROLE_REPEATED)
        .forEach(one -> assertFalse(streamed.contains(one.getValue()), one.getKey().name()));
  }

  @AfterEach
  void close() {
    running.close();
  }

  private static String body() {
    return Caller.ask("storage").replace("\"tools\"", "\"max_tokens\":77,\"tools\"");
  }

  private static String fault(Deviation deviation) {
    return deviation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Stream<Deviation> whole() {
    return WHOLE.keySet().stream().sorted();
  }

  static Stream<Deviation> streamed() {
    return STREAMED.keySet().stream().sorted();
  }

  static Stream<Deviation> refused() {
    return REFUSED.keySet().stream().sorted();
  }

  @Test
  void every_deviation_has_a_test_and_every_row_of_a_reply_a_deviation() {
    var tested = EnumSet.copyOf(ELSEWHERE);
    tested.addAll(WHOLE.keySet());
    tested.addAll(STREAMED.keySet());
    tested.addAll(REFUSED.keySet());
    Arrays.stream(Deviation.values())
        .filter(deviation -> deviation.act() instanceof Act.Insists)
        .forEach(tested::add);
    assertEquals(EnumSet.allOf(Deviation.class), tested);
    var rows = Arrays.stream(Deviation.values()).map(Deviation::row).collect(Collectors.toSet());
    assertEquals(
        IntStream.rangeClosed(1, 52).filter(row -> row != 44).boxed().collect(Collectors.toSet()),
        rows);
  }

  @ParameterizedTest
  @MethodSource("whole")
  void a_whole_reply_shows_it_in_the_same_bytes_each_time_once_the_prompt_is_known(
      Deviation deviation) {
    assertEquals(200, caller.post(body()).statusCode());
    var reply = caller.post(body(), "x-scripted-fault", fault(deviation));
    assertEquals(200, reply.statusCode());
    assertTrue(reply.body().contains(WHOLE.get(deviation)), reply.body());
    assertEquals(reply.body(), caller.post(body(), "x-scripted-fault", fault(deviation)).body());
  }

  @ParameterizedTest
  @MethodSource("streamed")
  void a_streamed_reply_shows_it(Deviation deviation) {
    var reply = caller.post(Caller.streamed(body()), "x-scripted-fault", fault(deviation));
    assertTrue(reply.body().contains(STREAMED.get(deviation)), reply.body());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_refusal_shows_it(Deviation deviation) {
    var expected = REFUSED.get(deviation);
    var reply = caller.post(body(), "x-scripted-fault", fault(deviation));
    assertEquals(expected.substring(0, 3), Integer.toString(reply.statusCode()));
    assertTrue(reply.body().contains(expected.substring(4)), reply.body());
  }

  @Test
  void refusals_say_when_to_come_back_in_four_ways() {
    assertEquals("1", retryAfter(Deviation.LIMITED_SECONDS));
    assertTrue(retryAfter(Deviation.LIMITED_DATE).endsWith(" GMT"));
    assertEquals("", retryAfter(Deviation.LIMITED));
    assertEquals("1", retryAfter(Deviation.UNPAID));
    var millis = caller.post(body(), "x-scripted-fault", "limited-millis").headers();
    assertEquals("700", millis.firstValue("retry-after-ms").orElse(""));
  }

  private String retryAfter(Deviation deviation) {
    var headers = caller.post(body(), "x-scripted-fault", fault(deviation)).headers();
    return headers.firstValue("retry-after").orElse("");
  }

  private String stream(String fault) {
    return caller.post(Caller.streamed(body()), "x-scripted-fault", fault).body();
  }

  @Test
  void a_stream_may_end_without_its_end() {
    assertFalse(stream("stream-without-done").contains("[DONE]"));
    assertTrue(stream("stream-without-done").contains(REASON + "tool_calls\""));
    assertFalse(stream("stream-without-end").contains(REASON));
  }

  @Test
  void calls_of_a_stream_may_lose_their_index_or_be_mixed_or_get_lost() {
    assertFalse(stream("index-zero").contains("\"index\":1"));
    assertFalse(stream("index-absent").contains("\"tool_calls\":[{\"index\""));
    assertFalse(stream("calls-lost").contains("\"tool_calls\":["));
    var mixed =
        Caller.chunks(stream("calls-mixed")).stream()
            .map(chunk -> chunk.at("/choices/0/delta/tool_calls/0/index"))
            .filter(index -> !index.isMissingNode())
            .map(index -> index.asText())
            .collect(Collectors.joining());
    assertEquals("01", mixed.substring(0, 2));
    assertTrue(mixed.endsWith("0"), mixed);
  }

  @Test
  void a_stream_may_be_answered_whole() {
    var reply = caller.post(Caller.streamed(body()), "x-scripted-fault", "stream-whole");
    assertEquals("chat.completion", Caller.json(reply.body()).path("object").asText());
  }

  @Test
  void ids_may_be_long_and_choices_ignored() {
    var longs = caller.reply(body(), "x-scripted-fault", "id-long");
    assertEquals(32, longs.at("/choices/0/message/tool_calls/0/id").asText().length());
    var none = body().replace("\"tools\"", "\"tool_choice\":\"none\",\"tools\"");
    var ignored = caller.reply(none, "x-scripted-fault", "choice-ignored");
    assertEquals(2, ignored.at("/choices/0/message/tool_calls").size());
  }

  @Test
  void a_model_may_repeat_its_last_call() {
    var body =
        """
        {"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"",
        "tool_calls":[{"id":"abcdefghi","type":"function","function":{"name":"mounts",
        "arguments":"{\\"again\\":1}"}}]},
        {"role":"tool","tool_call_id":"abcdefghi","content":"none"}]}\
        """;
    var reply = caller.reply(body, "x-scripted-fault", "repeats");
    var call = reply.at("/choices/0/message/tool_calls/0");
    assertEquals("{\"again\":1}", call.at("/function/arguments").asText());
    assertFalse(call.path("id").asText().equals("abcdefghi"));
  }

  @Test
  void several_come_together() {
    var reply = caller.post(body(), "x-scripted-fault", "id-empty, finish-stop").body();
    assertTrue(reply.contains("\"id\":\"\"") && reply.contains(REASON + "stop\""), reply);
  }
}
