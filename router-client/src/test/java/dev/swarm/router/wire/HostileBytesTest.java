package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.Reply.Called.Unusable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no server should send, and limits: a typed trouble, within bounds, never an exception. */
class HostileBytesTest {
  private static final byte[][] NO_UTF8 = {
    {(byte) 0xFF},
    {(byte) 0xC3},
    {(byte) 0x80},
    {(byte) 0xC0, (byte) 0xAF},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
  };

  @Test
  void bytes_that_are_no_utf8_are_refused_in_both_forms() {
    for (var bad : NO_UTF8) {
      for (var body : List.of(Said.text("x@y").whole(), Said.text("x@y").streamed())) {
        assertEquals(Kind.GARBLED, Fed.trouble(with(body, bad)).kind());
      }
    }
  }

  @Test
  void bytes_that_are_no_utf8_in_a_comment_hurt_nobody() {
    var body = with(": @\n\n" + Said.text("x").streamed(), NO_UTF8[0]);
    var read = Fed.read(body, Asked.withTools(), Profile.STANDARD, Fed.MOST);
    assertInstanceOf(Read.Whole.class, read);
  }

  @Test
  void control_characters_in_a_text_are_refused_and_escaped_ones_are_text() {
    for (var control : List.of("\0", "\u0001", "\u001b")) {
      assertEquals(
          Kind.GARBLED, Fed.trouble(Said.text("x@y").whole().replace("@", control)).kind());
    }
    var escaped = Said.text("x@y").streamed().replace("@", "\\u0000");
    assertEquals("x\0y", Fed.reply(escaped).message().text());
    assertEquals(Kind.GARBLED, Fed.trouble("\0" + Said.text("x").whole()).kind());
  }

  @Test
  void json_a_hundred_thousand_deep_is_refused() {
    int deep = 100_000;
    for (var open : List.of("[", "{\"a\":")) {
      var whole = "{\"choices\":" + open.repeat(deep);
      assertEquals(Kind.GARBLED, Fed.trouble(whole).kind());
      assertEquals(Kind.GARBLED, Fed.trouble("data: " + whole + "]".repeat(deep) + "\n\n").kind());
      assertTrue(Fed.trouble(open.repeat(deep)).detail().length() < 1000);
    }
  }

  @Test
  void ten_thousand_calls_are_refused_in_both_forms() {
    var calls = new Said.Call[10_000];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = new Said.Call("id" + i, "uptime", "{}");
    }
    var said = Said.calls(calls);
    for (var body : List.of(said.whole(), said.streamed())) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, 1 << 24);
      var _ = reader.feed(bytes, 0, bytes.length);
      assertTrue(reader.done());
      var broken = assertInstanceOf(Read.Broken.class, reader.end());
      assertEquals(Kind.TOO_LARGE, broken.trouble().kind());
    }
  }

  @Test
  void a_hundred_calls_are_fine_and_each_has_its_own_id() {
    var calls = new Said.Call[100];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = new Said.Call("same", "uptime", "{}");
    }
    var reply = Fed.reply(Said.calls(calls).streamed());
    assertEquals(100, reply.calls().stream().map(call -> call.id()).distinct().count());
  }

  @Test
  void more_bytes_than_allowed_are_refused_and_none_is_kept() {
    for (var said :
        List.of(Said.text("x".repeat(5000)).whole(), Said.text("x".repeat(99)).streamed())) {
      var bytes = said.getBytes(StandardCharsets.UTF_8);
      var read = Fed.read(bytes, Asked.withTools(), Profile.STANDARD, 1000);
      var trouble = assertInstanceOf(Read.Broken.class, read).trouble();
      assertEquals(Kind.TOO_LARGE, trouble.kind());
      assertTrue(trouble.detail().contains("1000 bytes"), trouble.detail());
    }
  }

  @Test
  void bytes_behind_the_end_do_not_count_against_the_limit() {
    var bytes = (Said.text("x").whole() + " ".repeat(5000)).getBytes(StandardCharsets.UTF_8);
    var read = Fed.read(bytes, Asked.withTools(), Profile.STANDARD, 1000);
    assertInstanceOf(Read.Whole.class, read);
  }

  @Test
  void a_line_without_end_is_refused() {
    var reader = Fed.reader(Asked.withTools(), Profile.STANDARD, Integer.MAX_VALUE);
    var piece = "data: {\"a\":\"".concat("x".repeat(1 << 16)).getBytes(StandardCharsets.UTF_8);
    int fed = 0;
    while (!reader.done() && fed < 200) {
      assertFalse(reader.feed(piece, 0, piece.length));
      fed++;
    }
    assertTrue(fed * (long) piece.length < 2L * EventBody.LONGEST);
    var broken = assertInstanceOf(Read.Broken.class, reader.end());
    assertEquals(Kind.TOO_LARGE, broken.trouble().kind());
  }

  @Test
  void keys_that_come_twice_and_values_of_the_wrong_type_do_no_harm() {
    var twice =
        "{\"choices\":[{\"message\":{\"content\":\"a\",\"content\":\"b\"},\"index\":[1],"
            + "\"finish_reason\":\"stop\",\"finish_reason\":{\"x\":1}}],\"usage\":[1,{}],\"model\":{}}";
    assertEquals("b", Fed.reply(twice).message().text());
    var odd = "{\"choices\":[null,7,[[]],{\"message\":[{}],\"finish_reason\":true}],\"usage\":1}";
    assertEquals("", Fed.reply(odd).message().text());
    var calls =
        "{\"choices\":[{\"message\":{\"tool_calls\":[null,1,[],{},{\"function\":7},"
            + "{\"id\":{},\"function\":{\"name\":[],\"arguments\":3}}]}}]}";
    assertTrue(Fed.reply(calls).calls().stream().allMatch(Unusable.class::isInstance));
  }

  @Test
  void what_stands_behind_a_reply_is_not_read() {
    var whole = Said.text("x").whole();
    assertEquals(Fed.reply(whole), Fed.reply(whole + "}}{\"error\":{\"message\":\"no\"}} junk"));
    var streamed = Said.text("x").streamed();
    assertEquals(Fed.reply(streamed), Fed.reply(streamed + "data: {\"error\":\"no\"}\n\njunk"));
    assertEquals(Kind.GARBLED, Fed.trouble("data: " + whole + " junk\n\n").kind());
  }

  @Test
  void a_trouble_shows_control_characters_and_hides_keys() {
    var detail =
        Fed.trouble("\u001b[31m sk-abcdef0123456789 Authorization: Bearer qwertz").detail();
    assertTrue(detail.chars().noneMatch(Character::isISOControl), detail);
    assertFalse(detail.contains("abcdef0123456789"), detail);
    assertFalse(detail.contains("qwertz"), detail);
  }

  private static byte[] with(String body, byte[] bad) {
    var bytes = new ByteArrayOutputStream();
    for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
      if (b == '@') {
        bytes.writeBytes(bad);
      } else {
        bytes.write(b);
      }
    }
    return bytes.toByteArray();
  }
}
