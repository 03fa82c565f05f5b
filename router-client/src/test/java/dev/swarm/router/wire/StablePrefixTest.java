package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Row 53: a prefix that changes costs the server's cache, and so the whole prompt each turn. */
class StablePrefixTest {
  @Test
  void over_twenty_turns_each_request_begins_with_all_that_the_one_before_said() {
    var messages = new ArrayList<ChatMessage>();
    messages.add(new Instructions("You are an auditor."));
    messages.add(new User("Look at the disks: Größe, 🔥."));
    var before = body(messages, Choice.AUTO, 0);
    for (int turn = 0; turn < 20; turn++) {
      turn(messages, turn);
      var after = body(messages, turn == 19 ? Choice.NONE : Choice.AUTO, turn % 3);
      int same = Arrays.mismatch(before, after);
      assertEquals(endOfMessages(before), same, "turn " + turn);
      before = after;
    }
  }

  /** Ids that have to be made, results that are missing, text of two halves of a pair. */
  @Test
  void what_is_mended_is_mended_to_the_same_bytes_in_every_later_turn() {
    for (int seed = 0; seed < 500; seed++) {
      var histories = new Histories(seed);
      var messages = new ArrayList<>(histories.any());
      messages.add(new User("Go on."));
      var before = body(messages, Choice.AUTO, 0);
      messages.addAll(histories.continuation());
      var after = body(messages, Choice.AUTO, 1);
      assertTrue(Arrays.mismatch(before, after) >= endOfMessages(before), "seed " + seed);
    }
  }

  @Test
  void the_order_in_which_tools_were_given_does_not_show() {
    var given = new ArrayList<>(tools());
    var messages = List.<ChatMessage>of(new User("Hi"));
    var first = body(new Toolset(given), messages, Choice.AUTO, 0);
    Collections.reverse(given);
    assertArrayEquals(first, body(new Toolset(given), messages, Choice.AUTO, 0));
  }

  /** Another conversation with the same instructions shares them, and all of the tools. */
  @Test
  void two_conversations_of_one_area_share_all_before_their_opening() {
    var system = new Instructions("You are an auditor.");
    var first = body(List.of(system, new User("node one")), Choice.AUTO, 0);
    var second = body(List.of(system, new User("node two")), Choice.AUTO, 0);
    var shared = new String(first, 0, Arrays.mismatch(first, second), StandardCharsets.UTF_8);
    assertTrue(shared.endsWith("{\"role\":\"user\",\"content\":\"node "), shared);
    assertTrue(shared.contains("\"tools\":[") && shared.contains("auditor"), shared);
  }

  private static void turn(List<ChatMessage> messages, int turn) {
    var calls = new ArrayList<Call>();
    for (int i = 0; i <= turn % 3; i++) {
      calls.add(new Call("call_" + (turn % 5) + i, "df", turn % 4 == 0 ? "" : "{\"n\":" + i + "}"));
    }
    messages.add(new Assistant(turn % 2 == 0 ? "" : "Next.", calls, Optional.of("hm")));
    calls.forEach(call -> messages.add(new Result(call.id(), "line " + turn + " of " + call)));
  }

  /** Where the last message ends. */
  private static int endOfMessages(byte[] body) {
    for (int i = body.length - 1; i >= 0; i--) {
      if (startsWith(body, i, "],\"parallel") || startsWith(body, i, "],\"tool_choice")) {
        return i;
      }
    }
    throw new AssertionError("no end of messages");
  }

  private static boolean startsWith(byte[] body, int at, String text) {
    var wanted = text.getBytes(StandardCharsets.UTF_8);
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static List<ToolSpec> tools() {
    return List.of(
        new ToolSpec("df", "Shows disks.", Schema.object().integer("n", "", 0, 9).build()),
        new ToolSpec("journal", "Reads the journal.", Schema.object().build()));
  }

  private static byte[] body(List<ChatMessage> messages, Choice choice, int sample) {
    return body(new Toolset(tools()), messages, choice, sample);
  }

  private static byte[] body(Toolset tools, List<ChatMessage> messages, Choice choice, int sample) {
    var request = new ChatRequest(messages, tools, choice, 400);
    return RequestBody.of(request, "qwen", Profile.STANDARD, Optional.empty(), true, sample);
  }
}
