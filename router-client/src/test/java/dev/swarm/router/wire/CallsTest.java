package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Called.Unusable;
import dev.swarm.router.chat.Reply.Called.Usable;
import dev.swarm.router.chat.Reply.Ending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls as servers really send them: ids, names, indexes, arguments, reasons to end. */
class CallsTest {
  private static final String ARGUMENTS = "{\"path\":\"/var\"}";

  @Test
  void row_1_arguments_may_be_an_object_and_stand_in_the_history_as_text() {
    var text =
        Fed.reply(Said.call("abcdefghi", "disk_usage", "{\"path\":\"/v\",\"depth\":2}").whole());
    var object =
        "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"abcdefghi\",\"function\":"
            + "{\"name\":\"disk_usage\",\"arguments\":{ \"path\" : \"/v\", \"depth\":2}}}]},"
            + "\"finish_reason\":\"tool_calls\"}]}";
    var reply = Fed.reply(object);
    assertEquals(text.calls(), reply.calls());
    assertEquals(
        "{ \"path\" : \"/v\", \"depth\":2}", reply.message().calls().getFirst().arguments());
    var delta = object.replace("message", "delta");
    assertEquals(text.calls(), Fed.reply("data: " + delta + "\n\n").calls());
  }

  @Test
  void row_1_arguments_encoded_twice_are_decoded_once_more() {
    var reply =
        Fed.reply(Said.call("abcdefghi", "disk_usage", "\"{\\\"path\\\":\\\"/var\\\"}\"").whole());
    assertEquals(Optional.of("/var"), usable(reply).arguments().text("path"));
    assertEquals(ARGUMENTS, reply.message().calls().getFirst().arguments());
  }

  @Test
  void row_2_no_arguments_are_an_empty_object_where_the_schema_needs_nothing() {
    for (var none :
        List.of(
            "\"arguments\":\"\"", "\"arguments\":null", "\"type\":1", "\"arguments\":\"null\"")) {
      var reply = Fed.reply(call("{\"name\":\"uptime\"," + none + "}"));
      assertEquals("{}", usable(reply).arguments().toString());
      assertEquals("{}", reply.message().calls().getFirst().arguments());
    }
  }

  @Test
  void row_2_no_arguments_are_refused_where_the_schema_needs_some() {
    var reply = Fed.reply(call("{\"name\":\"disk_usage\",\"arguments\":\"\"}"));
    assertTrue(unusable(reply).reason().contains("path"), unusable(reply).reason());
    assertEquals("{}", reply.message().calls().getFirst().arguments());
  }

  @Test
  void row_3_lossless_repairs_keep_what_was_meant() {
    for (var mendable :
        List.of(
            "```json\n" + ARGUMENTS + "\n```",
            ARGUMENTS + "</tool_call>",
            ARGUMENTS + " I will look at it.",
            ARGUMENTS + "}",
            "{\"path\":\"/var\",}",
            "{\"path\":\"/var\"")) {
      var reply = Fed.reply(Said.call("a", "disk_usage", mendable).whole());
      assertEquals(Optional.of("/var"), usable(reply).arguments().text("path"), mendable);
      assertEquals(ARGUMENTS, reply.message().calls().getFirst().arguments());
      assertTrue(Remark.ARGUMENTS_MENDED.of(reply));
    }
  }

  @Test
  void row_3_what_may_be_lost_or_invented_is_never_repaired() {
    for (var broken :
        List.of(
            "{",
            "{\"path\":\"/va",
            "{\"path\"",
            "{\"path\":",
            "{\"path\":\"/var\",\"depth\":1",
            "{\"path\":\"/var\",",
            "{}{\"path\":\"/var\"}",
            "{\"path\":\"/\"} {\"path\":\"/var\"}",
            "{'path':'/var'}",
            "path=/var",
            "{\"path\":\"/var\",\"path\":\"/\"}",
            "{\"path\":\"/var\",\"depth\":0x10}",
            "{\"path\":\"/var\",\"depth\":NaN}",
            "[\"/var\"]",
            "\"/var\"",
            "12",
            "{\"path\":\"\\ud83d\"}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000))) {
      var reply = Fed.reply(Said.call("a", "disk_usage", broken).whole());
      var shown = broken.substring(0, Math.min(1900, broken.length()));
      assertTrue(unusable(reply).reason().contains(shown), unusable(reply).reason());
    }
  }

  @Test
  void arguments_longer_than_any_call_needs_are_not_looked_at() {
    var longest = "{\"path\":\"" + "x".repeat(ArgumentText.LONGEST) + "\"}";
    var reply = Fed.reply(Said.call("a", "disk_usage", longest).whole());
    assertTrue(unusable(reply).reason().contains("longer than"), unusable(reply).reason());
    assertTrue(unusable(reply).reason().length() < 3000);
  }

  @Test
  void row_4_a_bad_text_never_stands_in_the_history() {
    var reply = Fed.reply(Said.call("a", "disk_usage", "{\"path\":\"/va").whole());
    assertEquals("{}", reply.message().calls().getFirst().arguments());
  }

  @Test
  void row_6_a_call_without_an_id_gets_one_that_stays() {
    for (var id : List.of("\"id\":\"\"", "\"id\":null", "\"type\":\"function\"")) {
      var body = Said.call("weg", "uptime", "{}").whole().replace("\"id\":\"weg\"", id);
      var reply = Fed.reply(body);
      assertTrue(usable(reply).id().matches("[a-zA-Z0-9]{9}"), usable(reply).id());
      assertEquals(reply.calls().getFirst().id(), reply.message().calls().getFirst().id());
      assertTrue(Remark.ID_MISSING.of(reply));
    }
  }

  @Test
  void row_7_ids_that_come_twice_are_told_apart() {
    var call = new Said.Call("abcdefghi", "uptime", "{}");
    var other = new Said.Call("abcdefghi", "disk_usage", ARGUMENTS);
    var reply = Fed.reply(Said.calls(call, other).streamed());
    assertEquals(2, new HashSet<>(reply.calls().stream().map(Reply.Called::id).toList()).size());
    assertEquals("abcdefghi", reply.calls().getFirst().id());
    assertTrue(Remark.ID_TWICE.of(reply));
  }

  @Test
  void row_7_an_id_of_an_earlier_turn_is_not_used_again() {
    var earlier =
        new ChatMessage.Assistant(
            "", List.of(new ChatMessage.Call("abcdefghi", "uptime", "{}")), Optional.empty());
    var request = Asked.of(Asked.tools(), Choice.AUTO, new ChatMessage.User("x"), earlier);
    var reply = Fed.reply(Said.call("abcdefghi", "uptime", "{}").whole(), request);
    assertNotEquals("abcdefghi", reply.calls().getFirst().id());
  }

  @Test
  void row_11_calls_count_whatever_the_reason_to_end_is_called() {
    for (var reason : List.of("stop", "", "tool_call", "function_call", "eos", "tool_calls")) {
      var said = Said.call("abcdefghi", "uptime", "{}").finish(reason);
      assertEquals(Ending.CALLED, Fed.reply(said.streamed()).ending());
      assertEquals(Ending.CALLED, Fed.reply(said.whole()).ending());
    }
  }

  @Test
  void row_12_calls_that_used_all_tokens_are_cut_whatever_the_server_says() {
    var all = "\"completion_tokens\":" + Asked.MAX_TOKENS;
    for (var arguments : List.of("{\"path\":\"/va", ARGUMENTS)) {
      var body = Said.call("a", "disk_usage", arguments).streamed();
      var reply = Fed.reply(body.replace("\"completion_tokens\":30", all));
      assertEquals(Ending.CUT_OFF, reply.ending());
      assertTrue(unusable(reply).reason().contains("cut off"));
    }
  }

  @Test
  void row_13_a_call_of_a_reply_that_was_cut_is_not_run_nor_mended() {
    for (var arguments : List.of("{", "{\"path\":\"/var\"", ARGUMENTS)) {
      var reply = Fed.reply(Said.call("a", "disk_usage", arguments).finish("length").whole());
      assertEquals(Ending.CUT_OFF, reply.ending());
      assertTrue(unusable(reply).reason().contains("cut off"));
      var kept = reply.message().calls().getFirst().arguments();
      assertEquals(arguments.equals(ARGUMENTS) ? ARGUMENTS : "{}", kept);
    }
  }

  @Test
  void row_16_calls_with_index_0_all_or_with_none_are_told_apart_by_id_and_name() {
    for (var index : List.of("\"index\":0,", "")) {
      var withIds =
          stream(
              index
                  + "\"id\":\"a\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\"}",
              index + "\"function\":{\"arguments\":\"\\\"/var\\\"}\"}",
              index
                  + "\"id\":\"b\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\"}",
              index + "\"id\":\"b\",\"function\":{\"arguments\":\"\\\"/tmp\\\"}\"}");
      assertPaths(List.of("/var", "/tmp"), Fed.reply(withIds));
      var withoutIds =
          stream(
              index
                  + "\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\\\"/var\\\"}\"}",
              index
                  + "\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\\\"/tmp\\\"}\"}");
      assertPaths(List.of("/var", "/tmp"), Fed.reply(withoutIds));
    }
  }

  @Test
  void a_server_may_repeat_name_and_id_in_every_piece() {
    var named = "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"disk_usage\",\"arguments\":";
    var body = stream(named + "\"\"}", named + "\"{\\\"path\\\":\"}", named + "\"\\\"/var\\\"}\"}");
    assertPaths(List.of("/var"), Fed.reply(body));
    assertPaths(List.of("/var"), Fed.reply(body.replace("\"id\":\"a\",", "")));
  }

  @Test
  void a_server_may_number_the_pieces_instead_of_the_calls() {
    var body =
        stream(
            "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"\"}",
            "\"index\":1,\"id\":\"a\",\"function\":{\"arguments\":\"{\\\"path\\\":\"}",
            "\"index\":2,\"id\":\"a\",\"function\":{\"arguments\":\"\\\"/var\\\"}\"}");
    assertPaths(List.of("/var"), Fed.reply(body));
  }

  @Test
  void an_id_may_come_before_the_name_and_an_index_may_be_a_text() {
    var body =
        stream(
            "\"index\":\"1\",\"id\":\"a\"",
            "\"index\":\"1\",\"function\":{\"name\":\"disk_usage\"}",
            "\"index\":\"1\",\"function\":{\"arguments\":\"{\\\"path\\\":\\\"/var\\\"}\"}");
    assertPaths(List.of("/var"), Fed.reply(body));
  }

  @Test
  void calls_of_a_message_are_told_apart_by_place_whatever_their_index() {
    var one = "{\"index\":0,\"function\":{\"name\":\"uptime\",\"arguments\":\"\"}}";
    var body = "{\"choices\":[{\"message\":{\"tool_calls\":[" + one + "," + one + "]}}]}";
    assertEquals(2, Fed.reply(body).calls().size());
  }

  @Test
  void row_17_pieces_mixed_by_index_are_sorted_and_what_does_not_parse_is_remarked() {
    var mixed =
        stream(
            "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\"}",
            "\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"path\\\":\"}",
            "\"index\":0,\"function\":{\"arguments\":\"\\\"/var\\\"}\"}",
            "\"index\":1,\"function\":{\"arguments\":\"\\\"/tmp\\\"}\"}");
    assertPaths(List.of("/var", "/tmp"), Fed.reply(mixed));
    var lost =
        Fed.reply(
            stream(
                "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"disk_usage\",\"arguments\":\"{\\\"pa\"}"));
    assertTrue(Remark.STREAMED_CALL_BROKEN.of(lost));
    var whole = Fed.reply(Said.call("a", "disk_usage", "{\"pa").whole());
    assertFalse(Remark.STREAMED_CALL_BROKEN.of(whole));
  }

  @Test
  void row_18_a_name_that_differs_in_case_and_separators_alone_is_mended() {
    for (var name :
        List.of("Disk_Usage", "disk-usage", "diskUsage", "functions.disk_usage", " disk_usage ")) {
      var reply = Fed.reply(Said.call("a", name, ARGUMENTS).whole());
      assertEquals("disk_usage", usable(reply).tool());
      assertEquals("disk_usage", reply.message().calls().getFirst().tool());
      assertTrue(Remark.NAME_MENDED.of(reply));
    }
  }

  @Test
  void row_18_an_unknown_name_is_answered_with_the_names_there_are() {
    for (var name : List.of("rm_rf", "", "disk usage now", "ps\u202e")) {
      var reply = Fed.reply(Said.call("a", name, ARGUMENTS).whole());
      assertTrue(unusable(reply).reason().contains("available: disk_usage, unit_state, uptime"));
      assertTrue(reply.message().calls().getFirst().tool().matches("[a-zA-Z0-9_-]{1,64}"));
    }
  }

  @Test
  void row_10_marks_of_channels_are_cut_from_a_name() {
    for (var name :
        List.of("disk_usage<|channel|>commentary", "functions.disk_usage<|constrain|>json")) {
      assertEquals("disk_usage", usable(Fed.reply(Said.call("a", name, ARGUMENTS).whole())).tool());
    }
  }

  @Test
  void row_19_arguments_that_violate_the_schema_name_the_field() {
    assertRefused("depth", "{\"path\":\"/\",\"depth\":9506548166761801}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":\"two\"}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":1.5}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":\"1.5\"}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":-0}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":\"05\"}");
    assertRefused("path", "{\"path\":[\"/\",\"/var\"]}");
    assertRefused("path", "{\"path\":null}");
    assertRefused("colour", "{\"path\":\"/\",\"colour\":\"red\"}");
    assertRefused("bounds", "{\"path\":\"/\",\"depth\":1e999}");
    assertRefused("bounds", "{\"path\":\"/\",\"depth\":1e999999999}");
    assertRefused("depth", "{\"path\":\"/\",\"depth\":\"1e999999999\"}");
  }

  @Test
  void row_19_what_is_only_written_another_way_is_taken() {
    assertDepth("5", "{\"path\":\"/\",\"depth\":\"5\"}");
    assertDepth("5", "{\"path\":\"/\",\"depth\":5.0}");
    assertDepth("5", "{\"path\":\"/\",\"depth\":\" 5 \"}");
    assertDepth("none", "{\"path\":\"/\",\"depth\":null}");
    var number =
        Fed.reply(Said.call("a", "disk_usage", "{\"path\":1234567890123456789012}").whole());
    assertEquals(Optional.of("1234567890123456789012"), usable(number).arguments().text("path"));
  }

  @Test
  void row_19_one_value_is_a_list_of_one_and_a_list_may_be_written_as_text() {
    for (var units : List.of("[\"cron\"]", "\"cron\"", "\"[\\\"cron\\\"]\"")) {
      var reply = Fed.reply(Said.call("a", "unit_state", "{\"units\":" + units + "}").whole());
      assertEquals(List.of("cron"), usable(reply).arguments().texts("units"));
    }
  }

  @Test
  void a_call_in_the_old_form_is_one_too() {
    var old =
        "{\"choices\":[{\"message\":{\"content\":null,\"function_call\":"
            + "{\"name\":\"uptime\",\"arguments\":\"{}\"}},\"finish_reason\":\"function_call\"}]}";
    assertEquals("uptime", usable(Fed.reply(old)).tool());
  }

  private static void assertDepth(String depth, String arguments) {
    var reply = Fed.reply(Said.call("a", "disk_usage", arguments).whole());
    assertEquals(depth, usable(reply).arguments().text("depth").orElse("none"));
    assertTrue(Remark.ARGUMENTS_FITTED.of(reply));
    assertEquals(arguments, reply.message().calls().getFirst().arguments());
  }

  private static void assertRefused(String named, String arguments) {
    var reply = Fed.reply(Said.call("a", "disk_usage", arguments).whole());
    assertTrue(unusable(reply).reason().contains(named), unusable(reply).reason());
  }

  private static void assertPaths(List<String> paths, Reply reply) {
    var read =
        reply.calls().stream()
            .map(
                call -> assertInstanceOf(Usable.class, call).arguments().text("path").orElseThrow())
            .toList();
    assertEquals(paths, read);
  }

  private static Usable usable(Reply reply) {
    assertEquals(Ending.CALLED, reply.ending());
    return assertInstanceOf(Usable.class, reply.calls().getFirst());
  }

  private static Unusable unusable(Reply reply) {
    return assertInstanceOf(Unusable.class, reply.calls().getFirst());
  }

  private static String call(String function) {
    return "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"abcdefghi\",\"function\":"
        + function
        + "}]},\"finish_reason\":\"tool_calls\"}]}";
  }

  private static String stream(String... pieces) {
    var events = new ArrayList<String>();
    for (var piece : pieces) {
      events.add("{\"choices\":[{\"delta\":{\"tool_calls\":[{" + piece + "}]}}]}");
    }
    events.add("{\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}");
    return Said.sse(events) + "data: [DONE]\n\n";
  }
}
