package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Called.Usable;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.chat.Toolset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Calls that a model wrote as text (rows 9 and 10): only what is nothing but calls. */
class TextCallsTest {
  private static final String JSON =
      "{\"name\":\"disk_usage\",\"arguments\":{\"path\":\"/var\",\"depth\":2}}";

  /** Each is the call of disk_usage on /var with depth 2. */
  private static final List<String> FORMS =
      List.of(
          "<tool_call>" + JSON + "</tool_call>",
          "<tool_call>\n" + JSON + "\n",
          JSON,
          "  " + JSON + "\n",
          "[" + JSON + "]",
          JSON.replace("arguments", "parameters"),
          "{\"type\":\"function\",\"function\":" + JSON + "}",
          "```json\n" + JSON + "\n```",
          "```\n" + JSON + "\n```",
          "```tool_call\n" + JSON + "\n```",
          "<tool_call>\n<function=disk_usage>\n<parameter=path>\n/var\n</parameter>\n"
              + "<parameter=depth>\n2\n</parameter>\n</function>\n</tool_call>",
          "<function=disk_usage><parameter=path>/var</parameter><parameter=depth>2</parameter></function>",
          "<function=disk_usage>{\"path\":\"/var\",\"depth\":2}</function>",
          "[TOOL_CALLS][" + JSON + "]",
          "[TOOL_CALLS] [" + JSON + "]",
          "[TOOL_CALLS]disk_usage[ARGS]{\"path\":\"/var\",\"depth\":2}",
          "[TOOL_CALLS]disk_usage[CALL_ID]abc[ARGS]{\"path\":\"/var\",\"depth\":2}",
          "[TOOL_CALLS]disk_usage{\"path\":\"/var\",\"depth\":2}",
          "<|tool_call_start|>[disk_usage(path=\"/var\", depth=2)]<|tool_call_end|>",
          "<|tool_call_start|>[disk_usage(path='/var', depth=2)]",
          "<|python_tag|>" + JSON,
          "<|python_tag|>" + JSON + "<|eom_id|>",
          "<|python_tag|>disk_usage.call(path=\"/var\", depth=2)",
          "<think>I look.</think>" + JSON,
          "<|channel|>commentary to=functions.disk_usage <|constrain|>json<|message|>"
              + "{\"path\":\"/var\",\"depth\":2}<|call|>",
          "<|channel|>analysis<|message|>Need sizes.<|end|><|start|>assistant<|channel|>commentary"
              + " to=functions.disk_usage"
              + " <|constrain|>json<|message|>{\"path\":\"/var\",\"depth\":2}",
          "<|start|>assistant to=functions.disk_usage<|channel|>commentary json<|message|>"
              + "{\"path\":\"/var\",\"depth\":2}<|call|>");

  @Test
  void rows_9_and_10_a_text_that_is_nothing_but_a_call_is_a_call() {
    for (var form : FORMS) {
      for (var body : List.of(Said.text(form).whole(), Said.text(form).streamed())) {
        var reply = Fed.reply(body);
        assertEquals(Ending.CALLED, reply.ending(), form);
        var call = assertInstanceOf(Usable.class, reply.calls().getFirst());
        assertEquals("disk_usage", call.tool());
        assertEquals("/var", call.arguments().text("path").orElseThrow());
        assertEquals("2", call.arguments().text("depth").orElseThrow());
        assertEquals("", reply.message().text());
        assertTrue(call.id().matches("[a-zA-Z0-9]{9}"));
        assertTrue(Remark.RECOVERED.of(reply));
      }
    }
  }

  @Test
  void row_9_several_calls_are_several() {
    var up = "<tool_call>{\"name\":\"uptime\"}</tool_call>";
    var reply = Fed.reply(Said.text("<tool_call>" + JSON + "</tool_call>\n" + up).whole());
    assertEquals(List.of("disk_usage", "uptime"), tools(reply));
    var python = "<|tool_call_start|>[uptime(), unit_state(units=[\"a\", 'b'])]<|tool_call_end|>";
    assertEquals(List.of("uptime", "unit_state"), tools(Fed.reply(Said.text(python).whole())));
  }

  @Test
  void row_9_prose_with_a_call_in_it_is_prose() {
    for (var prose :
        List.of(
            "I would call " + JSON,
            JSON + "\nwould tell us more.",
            "Here:\n```json\n" + JSON + "\n```",
            "<tool_call>" + JSON + "</tool_call> is what I would do",
            "Use <function=uptime></function>!",
            "The answer: <|python_tag|>" + JSON,
            "[TOOL_CALLS] is how Mistral begins",
            "disk_usage(path=\"/var\", depth=2)",
            "{\"name\":\"disk_usage\"}",
            "{\"name\":\"uptime\",\"arguments\":{},\"note\":\"an example\"}",
            "{\"disk\":\"/var\",\"used\":93}",
            "[" + JSON + ", {\"disk\":\"/var\"}]",
            "[]",
            "{}",
            JSON.substring(0, JSON.length() - 1))) {
      assertText(prose, Fed.reply(Said.text(prose).whole()));
    }
  }

  @Test
  void row_9_an_unknown_tool_or_arguments_that_do_not_fit_are_text() {
    assertText(JSON.replace("disk_usage", "rm"));
    assertText(JSON.replace("path", "paths"));
    assertText(JSON.replace("2", "200"));
    assertText("<tool_call>{\"name\":\"disk_usage\"}</tool_call>");
    assertText("<|channel|>commentary to=functions.rm <|message|>{\"path\":\"/var\"}<|call|>");
    assertText("<tool_call>" + JSON + "</tool_call><tool_call>{\"name\":\"rm\"}</tool_call>");
  }

  @Test
  void row_9_nothing_is_recovered_where_no_tools_were_sent_or_none_may_be_called() {
    assertText(JSON, Fed.reply(Said.text(JSON).whole(), Asked.of(Toolset.NONE, Choice.AUTO)));
    assertText(JSON, Fed.reply(Said.text(JSON).whole(), Asked.of(Asked.tools(), Choice.NONE)));
  }

  @Test
  void row_9_nothing_is_recovered_beside_calls_or_from_a_reply_that_was_cut() {
    var beside = new Said(JSON, "", List.of(new Said.Call("a", "uptime", "{}")), "stop");
    var reply = Fed.reply(beside.whole());
    assertEquals(List.of("uptime"), tools(reply));
    assertEquals(JSON, reply.message().text());
    var cut = Fed.reply(Said.text(JSON).finish("length").whole());
    assertEquals(Ending.CUT_OFF, cut.ending());
    var all = "\"completion_tokens\":" + Asked.MAX_TOKENS;
    assertText(JSON, Fed.reply(Said.text(JSON).whole().replace("\"completion_tokens\":30", all)));
    assertTrue(cut.calls().isEmpty());
  }

  @Test
  void row_9_an_endpoint_may_forbid_it() {
    var standard = Profile.STANDARD;
    var strict =
        new Profile(
            standard.streaming(),
            standard.replay(),
            false,
            false,
            false,
            false,
            standard.limitField(),
            false,
            true,
            OptionalDouble.empty());
    var bytes = Said.text(JSON).whole().getBytes(StandardCharsets.UTF_8);
    var read = Fed.read(bytes, Asked.withTools(), strict, Fed.MOST);
    assertText(JSON, assertInstanceOf(Read.Whole.class, read).reply());
  }

  @Test
  void row_10_channels_are_taken_apart_into_thinking_and_text() {
    var leaked =
        "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>"
            + "All is well.<|return|>";
    var reply = Fed.reply(Said.text(leaked).whole());
    assertEquals("All is well.", reply.message().text());
    assertEquals("Hm.", reply.message().reasoning().orElseThrow());
    assertEquals(Ending.STOPPED, reply.ending());
    assertTrue(Remark.CHANNELS_IN_TEXT.of(reply));
  }

  @Test
  void row_10_a_text_about_the_marks_stays_as_it_is() {
    assertText("gpt-oss writes <|channel|> before analysis");
  }

  @Test
  void a_text_with_ten_thousand_openings_is_read_in_a_moment() {
    for (var opening :
        List.of(
            "<tool_call>",
            "{",
            "[",
            "<think>",
            "</think>",
            "<|channel|>x<|message|>",
            "[TOOL_CALLS]",
            "<function=",
            "```",
            "<|tool_call_start|>[[",
            "<|message|>")) {
      var request = Asked.withTools();
      var body = Said.text(opening.repeat(10_000)).whole().getBytes(StandardCharsets.UTF_8);
      var reader = Fed.reader(request, Profile.STANDARD, Fed.MOST);
      var _ = reader.feed(body, 0, body.length);
      assertInstanceOf(Read.Whole.class, reader.end());
    }
  }

  private static List<String> tools(Reply reply) {
    return reply.calls().stream().map(Reply.Called::tool).toList();
  }

  private static void assertText(String text) {
    assertText(text, Fed.reply(Said.text(text).whole()));
    assertText(text, Fed.reply(Said.text(text).streamed()));
  }

  private static void assertText(String text, Reply reply) {
    assertEquals(text, reply.message().text());
    assertEquals(List.of(), reply.calls());
    assertEquals(Ending.STOPPED, reply.ending());
  }
}
