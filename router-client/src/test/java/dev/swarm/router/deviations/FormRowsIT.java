package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Rule;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.Served;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Strictness;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import dev.swarm.router.wire.Profile.Streaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 22 to 25, 27 to 29, 31, 50 and 53: how a server wants to be spoken to. */
class FormRowsIT {
  private static final Assistant CALLING =
      new Assistant(
          "", List.of(new Call("abcdefghi", "mounts", "{}")), Optional.of("I look at mounts."));

  private static Bout insisting(Deviation deviation) {
    return new Bout(Settings.STANDARD.misbehaving(deviation));
  }

  private static List<ChatMessage> after(ChatMessage... more) {
    return Stream.concat(Bout.opening().stream(), Stream.of(more)).toList();
  }

  private static Profile profile(Replay replay, LimitField limit, OptionalDouble temperature) {
    return new Profile(
        Streaming.AUTO, replay, true, false, false, true, limit, false, true, temperature);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_TOOLS_VLLM", "NO_TOOLS_LLAMA", "NO_TOOLS_OLLAMA"})
  void row_22_a_server_that_takes_no_tools_is_for_people_to_mend(Deviation deviation) {
    try (var bout = insisting(deviation)) {
      assertEquals(Kind.NO_TOOLS, bout.trouble().kind());
      assertEquals(1, bout.requests());
    }
  }

  @Test
  void row_23_a_server_that_streams_no_tools_is_asked_for_whole_replies_from_then_on() {
    try (var bout = insisting(Deviation.STREAM_REFUSED)) {
      Calls.asScripted(bout.reply());
      Calls.asScripted(bout.reply());
      assertEquals(3, bout.requests());
    }
  }

  @Test
  void row_24_nobody_is_sent_null_who_does_not_want_it() {
    try (var bout = insisting(Deviation.NULL_REFUSED)) {
      var _ = bout.reply(after(CALLING, new Result("abcdefghi", "none")));
      assertEquals(0, bout.seen().refused());
    }
    var nulls = profile(Replay.NONE, LimitField.MAX_TOKENS, OptionalDouble.empty());
    var settings = Settings.STANDARD.misbehaving(Deviation.NULL_REFUSED);
    try (var bout = new Bout(settings, Bout.SCRIPT, nulls, Bout.CLOCKS, 4)) {
      var _ = bout.reply(after(CALLING, new Result("abcdefghi", "none")));
      assertEquals(1, bout.seen().refused());
    }
  }

  @Test
  void row_25_a_message_without_anything_is_never_sent() {
    try (var bout = insisting(Deviation.EMPTY_REFUSED)) {
      var silent = new Assistant("", List.of(), Optional.empty());
      var _ = bout.reply(after(silent, new User("and?")));
      assertEquals(0, bout.seen().refused());
    }
  }

  @Test
  void row_27_texts_are_sent_as_texts() {
    try (var bout = insisting(Deviation.PARTS_REFUSED)) {
      var _ = bout.reply(after(CALLING, new Result("abcdefghi", "[{\"type\":\"text\"}]")));
      assertEquals(0, bout.seen().refused());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ALTERNATION", "USER_AFTER_TOOL"})
  void row_28_who_wants_strict_turns_gets_them_after_saying_so_once(Deviation deviation) {
    var messages =
        after(
            new User("be quick"),
            CALLING,
            new Result("abcdefghi", "none"),
            new User("and now?"),
            new User("really?"));
    try (var bout = insisting(deviation)) {
      var _ = bout.reply(messages);
      var _ = bout.reply(messages);
      assertTrue(bout.seen().refused() <= 1, bout.seen().toString());
    }
  }

  @Test
  void row_29_who_knows_no_system_role_is_told_by_the_user() {
    try (var bout = insisting(Deviation.SYSTEM_REFUSED)) {
      Calls.asScripted(bout.reply());
      assertEquals(1, bout.seen().refused());
      assertTrue(bout.lastBody().contains("You look at machines."), bout.lastBody());
      Calls.asScripted(bout.reply());
      assertEquals(1, bout.seen().refused());
    }
    try (var bout = insisting(Deviation.DEVELOPER_REFUSED)) {
      Calls.asScripted(bout.reply());
      assertEquals(0, bout.seen().refused());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REASONING", "REASONING_VLLM"})
  void row_31_thoughts_are_kept_apart_and_go_back_to_who_wants_them(Deviation thinking) {
    var settings = Settings.STANDARD.misbehaving(thinking).misbehaving(Deviation.REASONING_WANTED);
    try (var bout = new Bout(settings)) {
      var reply = bout.reply();
      Calls.asScripted(reply);
      assertTrue(reply.message().reasoning().orElse("").startsWith("Let me see."));
      assertEquals("all is well", bout.second(reply).message().text());
      assertTrue(bout.seen().refused() <= 1, bout.seen().toString());
    }
  }

  @Test
  void row_31_thoughts_do_not_go_back_to_who_refuses_them() {
    var settings =
        Settings.STANDARD.misbehaving(Deviation.REASONING).misbehaving(Deviation.REASONING_REFUSED);
    try (var bout = new Bout(settings)) {
      assertEquals("all is well", bout.second(bout.reply()).message().text());
      assertEquals(0, bout.seen().refused());
    }
    var all = profile(Replay.ALL, LimitField.MAX_TOKENS, OptionalDouble.empty());
    try (var bout = new Bout(settings, Bout.SCRIPT, all, Bout.CLOCKS, 4)) {
      assertEquals("all is well", bout.second(bout.reply()).message().text());
      assertEquals(1, bout.seen().refused());
    }
  }

  @Test
  void section_1_1_the_name_of_the_limit_and_the_temperature_are_learned() {
    var settings = Settings.STANDARD.strictness(Strictness.OPENAI_REASONING);
    var cool = profile(Replay.NONE, LimitField.MAX_TOKENS, OptionalDouble.of(0.2));
    try (var bout = new Bout(settings, Bout.SCRIPT, cool, Bout.CLOCKS, 4)) {
      Calls.asScripted(bout.reply());
      assertEquals(3, bout.requests());
      assertTrue(bout.lastBody().contains("max_completion_tokens"), bout.lastBody());
      assertFalse(bout.lastBody().contains("temperature"), bout.lastBody());
    }
  }

  @Test
  void row_50_orphans_and_unanswered_calls_are_mended_before_they_are_sent() {
    var strict = Settings.STANDARD.strictness(Strictness.of(Rule.PAIRED_RESULTS, Rule.UNIQUE_IDS));
    try (var bout = new Bout(strict)) {
      var _ = bout.reply(after(new Result("nobodyask", "an orphan"), new User("go on")));
      var _ = bout.reply(after(CALLING, new User("interrupted")));
      var _ = bout.reply(after(CALLING));
      var _ =
          bout.reply(after(CALLING, new Result("abcdefghi", "a"), new Result("abcdefghi", "b")));
      assertEquals(0, bout.seen().refused());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MISTRAL", "DEEPSEEK", "OPENAI", "LLAMA"})
  void rows_4_to_8_and_50_a_conversation_of_20_turns_passes_the_strictest(Named server) {
    var script = Script.begin().call("mounts", "{}").end();
    var replaying = profile(Replay.ALL, LimitField.MAX_TOKENS, OptionalDouble.empty());
    var settings =
        Settings.STANDARD
            .strictness(server.strictness)
            .serving(new Served(List.of("scripted"), 1_000_000))
            .misbehaving(Deviation.REASONING)
            .misbehaving(Deviation.ID_REPEATED)
            .misbehaving(Deviation.ARGUMENTS_TORN);
    try (var bout = new Bout(settings, script, replaying, Bout.CLOCKS, 4)) {
      talk(bout, 20);
      assertEquals(0, bout.seen().refused());
    }
  }

  /** The strict servers of the reference. */
  enum Named {
    MISTRAL(Strictness.MISTRAL),
    DEEPSEEK(Strictness.DEEPSEEK),
    OPENAI(Strictness.OPENAI),
    LLAMA(Strictness.LLAMA);

    private final Strictness strictness;

    Named(Strictness strictness) {
      this.strictness = strictness;
    }
  }

  @Test
  void row_53_twenty_turns_send_the_same_prefix_byte_for_byte() {
    var script = Script.begin().call("mounts", "{}").end();
    try (var bout = new Bout(Settings.STANDARD, script, Profile.STANDARD, Bout.CLOCKS, 4)) {
      talk(bout, 20);
      assertEquals(19, bout.seen().prefixesKept());
      assertEquals(0, bout.seen().prefixesBroken());
      var bodies = bout.received();
      for (int turn = 1; turn < 20; turn++) {
        var before = bodies.get(turn - 1).body();
        int shared = before.indexOf("],\"parallel_tool_calls\"");
        assertTrue(shared > 0, before);
        assertEquals(before.substring(0, shared), bodies.get(turn).body().substring(0, shared));
      }
    }
  }

  private static void talk(Bout bout, int turns) {
    List<ChatMessage> messages = new ArrayList<>(Bout.opening());
    for (int turn = 0; turn < turns; turn++) {
      var reply = bout.reply(messages);
      messages.addAll(Bout.after(reply).subList(2, Bout.after(reply).size()));
    }
  }
}
