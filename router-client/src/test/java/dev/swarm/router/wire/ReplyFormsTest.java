package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.chat.Reply.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which a reply comes (sections 1.2 and 1.3 of the catalogue). */
class ReplyFormsTest {
  private static final List<Said> REPLIES =
      List.of(
          Said.text("The disk of /var is 93 % full: “voll” – 满 😀."),
          Said.text(""),
          Said.text("thought").reasoning("Hm, 満 disks 😀"),
          Said.text("<think>x</think>said"),
          Said.text("half").finish("length"),
          Said.text("half").finish("content_filter"),
          Said.call("abcdefghi", "disk_usage", "{\"path\":\"/var\",\"depth\":2}"),
          Said.call("x".repeat(32), "Disk-Usage", "{\"path\":\"/v\\u00e4r 😀\"}"),
          Said.call("", "uptime", ""),
          Said.call("a", "uptime", "{"),
          Said.call("a", "uptime", "{").finish("length"),
          Said.call("a", "nope", "{\"path\":1e3}"),
          Said.text("<tool_call>{\"name\":\"uptime\",\"arguments\":{}}</tool_call>"),
          Said.calls(
              new Said.Call("a", "uptime", "{}"),
              new Said.Call("a", "disk_usage", "{\"path\":\"/\"}"),
              new Said.Call("", "unit_state", "{\"units\":[\"cron\",\"ssh\"]}")));

  @Test
  void a_reply_in_pieces_is_the_same_as_in_one() {
    for (var said : REPLIES) {
      var whole = Fed.reply(said.whole());
      var streamed = Fed.reply(said.streamed());
      assertEquals(whole.message(), streamed.message());
      assertEquals(whole.calls(), streamed.calls());
      assertEquals(whole.ending(), streamed.ending());
      assertEquals(whole.usage(), streamed.usage());
      var remarks = new ArrayList<>(streamed.remarks());
      remarks.remove(Remark.STREAMED_CALL_BROKEN.sentence());
      assertEquals(whole.remarks(), remarks);
    }
  }

  @Test
  void usage_comes_in_a_chunk_without_choices() {
    assertEquals(new Usage(120, 30, 100), Fed.reply(Said.text("x").streamed()).usage());
  }

  @Test
  void usage_of_llama_server_may_come_as_timings_alone() {
    var timings = "\"timings\":{\"cache_n\":90,\"prompt_n\":10,\"predicted_n\":5}}";
    var reply = Fed.reply(Said.text("x").whole().replaceFirst("\"usage\":.*$", timings));
    assertEquals(new Usage(100, 5, 90), reply.usage());
  }

  @Test
  void usage_that_is_no_count_is_unknown() {
    var odd =
        "\"usage\":{\"prompt_tokens\":1e999,\"completion_tokens\":-4,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":\"many\"}}}";
    var reply = Fed.reply(Said.text("x").whole().replaceFirst("\"usage\":.*$", odd));
    assertEquals(Usage.UNKNOWN, reply.usage());
  }

  @Test
  void lines_may_end_in_three_ways_and_need_no_space_and_no_empty_line_between() {
    var streamed = Said.call("abcdefghi", "disk_usage", "{\"path\":\"/var\"}").streamed();
    var expected = Fed.reply(streamed);
    assertEquals(expected, Fed.reply(streamed.replace("\n", "\r\n")));
    assertEquals(expected, Fed.reply(streamed.replace("\n", "\r")));
    assertEquals(expected, Fed.reply(streamed.replace("data: ", "data:")));
    assertEquals(expected, Fed.reply(streamed.replace("\n\n", "\n")));
    assertEquals(expected, Fed.reply("\uFEFF" + streamed));
    assertEquals(expected, Fed.reply("event: message\nid: 7\nretry: 10\n" + streamed));
    assertEquals(expected, Fed.reply(streamed.stripTrailing()));
  }

  @Test
  void an_event_may_have_many_lines() {
    var streamed = Said.text("many lines").streamed();
    var broken = streamed.replace("\"choices\":", "\ndata: \"choices\":\ndata:");
    assertFalse(broken.equals(streamed));
    assertEquals(Fed.reply(streamed), Fed.reply(broken));
    assertEquals(Fed.reply(streamed), Fed.reply(broken.replace("\n", "\r\n")));
    assertEquals(Fed.reply(streamed), Fed.reply(broken.replace("\n", "\r")));
  }

  @Test
  void white_space_and_a_byte_order_mark_before_one_piece_are_skipped() {
    var whole = Said.text("x").whole();
    assertEquals(Fed.reply(whole), Fed.reply("\uFEFF \r\n\n" + whole + "\n\n"));
  }

  @Test
  void row_36_comments_and_empty_data_are_no_events() {
    var streamed = Said.text("x").streamed();
    var noisy =
        streamed.replace(
            "data: {", ": OPENROUTER PROCESSING\n\n:\n\ndata:\n\ndata: :\n\ndata\n\ndata: {");
    assertEquals(Fed.reply(streamed), Fed.reply(noisy));
  }

  @Test
  void row_36_only_content_counts_as_progress() {
    var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, Fed.MOST);
    assertFalse(fed(reader, ": OPENROUTER PROCESSING\n\n:\n\ndata:\n\ndata: :\n\n"));
    assertFalse(fed(reader, "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"));
    assertFalse(fed(reader, "data: {\"choices\":[{\"delta\":{\"content\":\"\"}}]}\n\n"));
    assertTrue(fed(reader, "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n"));
    assertTrue(fed(reader, "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n"));
    assertFalse(reader.done());
    assertFalse(fed(reader, "data: [DONE]\n\n"));
    assertTrue(reader.done());
  }

  @Test
  void white_space_before_a_reply_in_one_piece_is_no_progress_and_its_end_is_seen() {
    var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, Fed.MOST);
    assertFalse(fed(reader, "\n\n  \n"));
    var whole = Said.text("x").whole();
    assertTrue(fed(reader, whole.substring(0, 40)));
    assertFalse(reader.done());
    assertTrue(fed(reader, whole.substring(40)));
    assertTrue(reader.done());
    assertFalse(fed(reader, "trailing"));
  }

  @Test
  void row_14_a_reason_to_end_is_enough_without_done() {
    var streamed = Said.text("all of it").streamed();
    assertEquals(Fed.reply(streamed), Fed.reply(streamed.replace("data: [DONE]\n\n", "")));
  }

  @Test
  void row_14_done_is_enough_without_a_reason_to_end() {
    var reply = Fed.reply(Said.text("all of it").finish("").streamed());
    assertEquals(Ending.STOPPED, reply.ending());
    assertEquals(List.of(Remark.NO_REASON_TO_END.sentence()), reply.remarks());
  }

  @Test
  void row_14_neither_is_a_cut_wherever_it_falls() {
    var streamed = Said.text("all of it").streamed();
    int reason = streamed.indexOf("\"finish_reason\":\"stop\"");
    for (int end = streamed.indexOf("{"); end < reason + 10; end++) {
      var kind = Fed.trouble(streamed.substring(0, end + 1)).kind();
      assertEquals(Kind.CUT, kind, streamed.substring(0, end + 1));
    }
  }

  @Test
  void one_piece_that_is_not_whole_is_a_cut() {
    var whole = Said.text("all of it").whole();
    for (int end = 1; end < whole.length(); end++) {
      assertEquals(Kind.CUT, Fed.trouble(whole.substring(0, end)).kind());
    }
  }

  @Test
  void row_15_the_last_reason_to_end_counts_and_a_role_may_be_repeated() {
    var streamed = Said.text("x").finish("length").streamed();
    var later = Said.text("").streamed();
    var twice = streamed.replace("data: [DONE]\n\n", "") + later;
    var reply = Fed.reply(twice);
    assertEquals("x", reply.message().text());
    assertEquals(Ending.STOPPED, reply.ending());
  }

  @Test
  void row_33_no_choices_are_a_trouble_that_shows_the_body() {
    for (var body :
        List.of(
            "{\"id\":\"1\",\"choices\":[],\"model\":\"qwen\"}",
            "{\"id\":\"1\",\"model\":\"qwen\"}",
            "{\"choices\":null}",
            "{\"choices\":7}",
            "data: {\"id\":\"1\",\"choices\":[]}\n\ndata: [DONE]\n\n")) {
      var trouble = Fed.trouble(body);
      assertEquals(Kind.GARBLED, trouble.kind());
      assertTrue(trouble.detail().contains("no choices"), trouble.detail());
      assertTrue(trouble.detail().contains(body.substring(0, 8)), trouble.detail());
    }
    var longest = Fed.trouble("{\"choices\":[],\"x\":\"" + "y".repeat(5000) + "\"}");
    assertTrue(longest.detail().length() < 700, longest.detail());
  }

  @Test
  void row_34_an_error_inside_a_200_comes_before_choices() {
    var body =
        "{\"choices\":[{\"message\":{\"content\":\"x\"}}],"
            + "\"error\":{\"message\":\"Rate limit exceeded\",\"code\":429}}";
    assertEquals(Kind.OVERLOADED, Fed.trouble(body).kind());
    var bad = "{\"error\":{\"message\":\"bad gateway\",\"code\":502}}";
    assertEquals(Kind.BROKEN, Fed.trouble(bad).kind());
    var old = "{\"object\":\"error\",\"message\":\"maximum context length is 6048 tokens\"}";
    assertEquals(Kind.OVERFLOW, Fed.trouble(old).kind());
    var failure = "{\"status\":\"failure\",\"message\":\"no target\"}";
    assertEquals(Kind.BROKEN, Fed.trouble(failure).kind());
  }

  @Test
  void row_34_an_error_that_is_null_is_none() {
    var whole = Said.text("x").whole();
    for (var none : List.of("null", "\"\"", "{}", "false")) {
      assertEquals(
          Fed.reply(whole), Fed.reply(whole.replaceFirst("\\{", "{\"error\":" + none + ",")));
    }
  }

  @Test
  void row_35_an_error_in_mid_stream_ends_the_reply() {
    var begun = Said.sse(List.of("{\"choices\":[{\"delta\":{\"content\":\"half\"}}]}"));
    var error = "{\"error\":{\"message\":\"Provider returned error\",\"code\":502}}";
    assertEquals(Kind.BROKEN, Fed.trouble(begun + "data: " + error + "\n\n").kind());
    assertEquals(Kind.BROKEN, Fed.trouble(begun + "event: error\ndata: " + error + "\n\n").kind());
    assertEquals(Kind.BROKEN, Fed.trouble(begun + "error: " + error + "\n\n").kind());
    assertEquals(Kind.BROKEN, Fed.trouble(begun + error + "\n").kind());
    var inChoice = "{\"choices\":[{\"delta\":{},\"error\":{\"message\":\"x\",\"code\":503}}]}";
    assertTrue(Fed.trouble(begun + "data: " + inChoice + "\n\n").kind() != Kind.CUT);
    var failed = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}";
    assertEquals(Kind.BROKEN, Fed.trouble(begun + "data: " + failed + "\n\n").kind());
  }

  @Test
  void row_5_output_that_the_server_itself_could_not_parse_is_the_models_fault() {
    var begun = Said.sse(List.of("{\"choices\":[{\"delta\":{\"content\":\"half\"}}]}"));
    var error =
        "{\"error\":{\"code\":500,\"message\":\"The model produced output that does not match"
            + " the expected peg-native format\",\"type\":\"server_error\"}}";
    assertEquals(Kind.MODEL_FAULT, Fed.trouble(begun + "data: " + error + "\n\n").kind());
  }

  @Test
  void row_35_an_error_with_a_text_alone_is_one_too() {
    var begun = Said.sse(List.of("{\"choices\":[{\"delta\":{\"content\":\"half\"}}]}"));
    var trouble = Fed.trouble(begun + "data: {\"error\":\"engine \\\"died\\\"\"}\n\n");
    assertEquals(Kind.BROKEN, trouble.kind());
    assertTrue(trouble.detail().contains("engine \"died\""), trouble.detail());
  }

  @Test
  void a_web_page_is_no_router() {
    var page = "<!DOCTYPE html><html><title>Sign in</title>" + "x".repeat(9000);
    assertEquals(Kind.NO_ROUTER, Fed.trouble(page).kind());
  }

  @Test
  void a_plain_text_is_garbled() {
    for (var text :
        List.of("Internal Server Error", "true", "\"x\"", "12", "upstream\ntimed out")) {
      assertEquals(Kind.GARBLED, Fed.trouble(text).kind(), text);
    }
  }

  @Test
  void row_51_another_model_than_asked_is_remarked_upon() {
    var reply = Fed.reply(Said.text("x").whole().replace("\"qwen\"", "\"gemma-3\""));
    assertEquals("gemma-3", reply.model());
    assertTrue(Remark.OTHER_MODEL.of(reply));
    var dated = Said.text("x").whole().replace("\"qwen\"", "\"org/Qwen:latest\"");
    assertFalse(Remark.OTHER_MODEL.of(Fed.reply(dated)));
  }

  private static boolean fed(ReplyReader reader, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return reader.feed(bytes, 0, bytes.length);
  }
}
