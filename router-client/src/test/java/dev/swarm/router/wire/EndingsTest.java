package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.Reply.Called.Unusable;
import dev.swarm.router.chat.Reply.Ending;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a reply ended, and what of its text is meant for people. */
class EndingsTest {

  @Test
  void row_26_no_text_and_no_call_is_empty() {
    for (var text : List.of("", " \n", "<think>only thoughts</think>\n", "<think>never closed")) {
      var reply = Fed.reply(Said.text(text).whole());
      assertEquals(Ending.EMPTY, reply.ending(), text);
      assertTrue(reply.calls().isEmpty());
    }
    var nothing = "{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"stop\"}]}";
    assertEquals(Ending.EMPTY, Fed.reply(nothing).ending());
    assertEquals(Ending.EMPTY, Fed.reply("{\"choices\":[{\"finish_reason\":\"stop\"}]}").ending());
  }

  @Test
  void row_39_a_200_with_an_empty_stream_is_empty() {
    for (var stream :
        List.of("", "\n\n", ":\n\n:\n\n", "data: [DONE]\n\n", "data:\n\n", "\uFEFF")) {
      var reply = Fed.reply(stream);
      assertEquals(Ending.EMPTY, reply.ending(), stream);
      assertTrue(Remark.EMPTY_BODY.of(reply), stream);
    }
  }

  @Test
  void row_30_thinking_in_the_text_becomes_reasoning() {
    assertThought("said", "hm", "<think>hm</think>\n\nsaid");
    assertThought("said", "hm", "hm</think>said");
    assertThought("said", "hm", "<think>\nhm\n</think>said");
    assertThought("", "hm", "<think>hm");
    assertThought("said", "", "said<think>");
    assertThought("one two", "ab", "<think>a</think>one <think>b</think>two");
    assertThought("said", "hm", "[THINK]hm[/THINK]said");
    assertThought("said", "hm", "<thinking>hm</thinking>said");
    assertThought("said", "", "<think>\n\n</think>\n\nsaid");
  }

  @Test
  void reasoning_has_two_names_and_may_be_a_part() {
    var plain = Fed.reply(Said.text("x").reasoning("hm").whole());
    assertEquals(Optional.of("hm"), plain.message().reasoning());
    var other = Said.text("x").reasoning("hm").whole().replace("reasoning_content", "reasoning");
    assertEquals(plain, Fed.reply(other));
    var parts =
        "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"thinking\",\"thinking\":"
            + "[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":\"x\"}]}}]}";
    assertEquals(plain.message(), Fed.reply(parts).message());
  }

  @Test
  void row_32_thinking_that_ate_all_tokens_is_a_cut() {
    var reply = Fed.reply(Said.text("").reasoning("long thoughts").finish("length").streamed());
    assertEquals(Ending.CUT_OFF, reply.ending());
    assertEquals("", reply.message().text());
    var all = "\"completion_tokens\":" + Asked.MAX_TOKENS;
    var stopped = Said.text("<think>long thoughts").whole();
    var silent = Fed.reply(stopped.replace("\"completion_tokens\":30", all));
    assertEquals(Ending.CUT_OFF, silent.ending());
  }

  @Test
  void row_40_a_context_that_is_full_is_a_cut() {
    var reply = Fed.reply(Said.text("as far as it fit").finish("length").whole());
    assertEquals(Ending.CUT_OFF, reply.ending());
    assertEquals("as far as it fit", reply.message().text());
    var early = Fed.reply(Said.text("<tool_call>\n {\"").finish("length").whole());
    assertEquals(Ending.CUT_OFF, early.ending());
    assertTrue(early.calls().isEmpty());
  }

  @Test
  void what_the_server_withheld_is_not_run() {
    var reply = Fed.reply(Said.call("a", "uptime", "{}").finish("content_filter").whole());
    assertEquals(Ending.FILTERED, reply.ending());
    assertTrue(reply.calls().getFirst() instanceof Unusable);
  }

  @Test
  void a_refusal_is_what_the_model_says() {
    var body =
        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I can not.\"},"
            + "\"finish_reason\":\"stop\"}]}";
    var reply = Fed.reply(body);
    assertEquals("I can not.", reply.message().text());
    assertEquals(Ending.STOPPED, reply.ending());
    assertTrue(Remark.REFUSAL.of(reply));
    var halved = "{\"choices\":[{\"delta\":{\"refusal\":\"%s\"},\"finish_reason\":%s}]}";
    var streamed =
        Said.sse(List.of(halved.formatted("I can", "null"), halved.formatted(" not.", "\"stop\"")));
    assertEquals(reply.message(), Fed.reply(streamed).message());
  }

  @Test
  void a_message_behind_its_deltas_is_not_said_twice() {
    var deltas = Said.text("once").streamed().replace("data: [DONE]\n\n", "");
    assertEquals("once", Fed.reply(deltas + "data: " + Said.text("once").whole()).message().text());
  }

  @Test
  void only_the_first_of_several_choices_is_heard() {
    var two =
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}},"
            + "{\"index\":1,\"delta\":{\"content\":\"b\"}}]}";
    var last = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    assertEquals("a", Fed.reply(Said.sse(List.of(two, last))).message().text());
  }

  @Test
  void a_character_cut_in_two_deltas_is_one_again_and_a_lone_half_is_replaced() {
    var halves =
        Said.sse(
            List.of(
                "{\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"\\ude00 \\ud83d!\"}}]}",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}"));
    assertEquals("\uD83D\uDE00 \uFFFD!", Fed.reply(halves).message().text());
  }

  private static void assertThought(String text, String thoughts, String content) {
    for (var body : List.of(Said.text(content).whole(), Said.text(content).streamed())) {
      var reply = Fed.reply(body);
      assertEquals(text, reply.message().text(), content);
      var reasoning = reply.message().reasoning().orElse("");
      assertEquals(thoughts, reasoning.replace("\n", ""), content);
      assertTrue(Remark.THOUGHTS_IN_TEXT.of(reply));
    }
  }
}
