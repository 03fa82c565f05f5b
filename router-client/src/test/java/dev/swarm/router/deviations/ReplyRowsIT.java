package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Occasion;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Remark;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 11 to 21, 26, 30, 32 and 33: how replies end, and what is in them. */
class ReplyRowsIT {
  private static Bout with(Deviation deviation) {
    return new Bout(Settings.STANDARD.misbehaving(deviation));
  }

  private static Bout once(Deviation deviation) {
    return new Bout(Settings.STANDARD.misbehaving(new Occasion.UpTo(1), deviation));
  }

  private static Bout saying(Settings settings) {
    var script = Script.begin().says("all is well").end();
    return new Bout(settings, script, Profile.STANDARD, Bout.CLOCKS, 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"FINISH_STOP", "FINISH_EMPTY", "FINISH_SINGULAR"})
  void row_11_calls_are_calls_whatever_the_reason_says(Deviation deviation) {
    try (var bout = with(deviation)) {
      Calls.asScripted(bout.reply());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT_AS_CALLS", "CUT_IN_CALL", "CUT_IN_TEXT", "REASONING_ONLY"})
  void rows_12_13_and_32_what_was_cut_off_is_never_run(Deviation deviation) {
    try (var bout = with(deviation)) {
      var reply = bout.reply();
      assertEquals(Ending.CUT_OFF, reply.ending());
      Calls.nothingToRun(reply);
    }
  }

  @Test
  void row_14_a_stream_without_done_is_whole_if_it_gave_a_reason() {
    try (var bout = with(Deviation.STREAM_WITHOUT_DONE)) {
      Calls.asScripted(bout.reply());
      assertEquals(1, bout.requests());
    }
  }

  @Test
  void row_14_a_stream_without_an_end_is_asked_for_again() {
    try (var bout = once(Deviation.STREAM_WITHOUT_END)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
    }
    try (var bout = with(Deviation.STREAM_WITHOUT_END)) {
      assertEquals(Kind.CUT, bout.trouble().kind());
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "FINISH_TWICE",
        "ROLE_REPEATED",
        "USAGE_REPEATED",
        "INDEX_ZERO",
        "INDEX_ABSENT",
        "CALLS_MIXED",
        "COMMENTS",
        "EMPTY_EVENTS",
        "STREAM_WHOLE"
      })
  void rows_15_to_17_23_and_36_odd_streams_are_read_as_they_are_meant(Deviation deviation) {
    try (var bout = with(deviation)) {
      var reply = bout.reply();
      Calls.asScripted(reply);
      assertTrue(reply.usage().prompt() > 50, reply.usage().toString());
      assertEquals(1, bout.requests());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLS_LOST", "ARGUMENTS_TORN"})
  void row_17_who_spoils_two_streams_is_asked_for_whole_replies(Deviation deviation) {
    var settings = Settings.STANDARD.misbehaving(new Occasion.Streamed(), deviation);
    try (var bout = new Bout(settings)) {
      Calls.nothingToRun(bout.reply());
      Calls.nothingToRun(bout.reply());
      Calls.asScripted(bout.reply());
      assertEquals(3, bout.requests());
      assertFalse(bout.lastBody().contains("\"stream\":true"), bout.lastBody());
    }
  }

  @Test
  void row_18_a_name_in_another_case_is_known_and_an_unknown_one_is_told_the_names() {
    try (var bout = with(Deviation.NAME_OTHER_CASE)) {
      Calls.asScripted(bout.reply());
    }
    try (var bout = with(Deviation.NAME_UNKNOWN)) {
      var reason = Calls.unusable(bout.reply(), 0).reason();
      assertTrue(reason.contains("filesystems_please") && reason.contains("mounts"), reason);
    }
  }

  @Test
  void row_19_arguments_that_the_schema_refuses_are_not_run_and_the_field_is_named() {
    try (var bout = with(Deviation.ARGUMENT_UNKNOWN)) {
      var reason = Calls.unusable(bout.reply(), 0).reason();
      assertTrue(reason.contains("because"), reason);
    }
    try (var bout = with(Deviation.NUMBERS_HUGE)) {
      var reason = Calls.unusable(bout.reply(), 0).reason();
      assertTrue(reason.contains("depth"), reason);
    }
  }

  @Test
  void row_19_numbers_as_texts_are_numbers_and_minus_zero_is_zero() {
    try (var bout = with(Deviation.NUMBERS_AS_TEXT)) {
      Calls.asScripted(bout.reply());
    }
    try (var bout = with(Deviation.NUMBERS_MINUS_ZERO)) {
      assertEquals("0", Calls.usable(bout.reply(), 0).arguments().text("depth").orElse(""));
    }
  }

  @Test
  void row_20_no_tool_is_ever_chosen_by_name_and_calls_that_may_not_be_made_stay_visible() {
    try (var bout = with(Deviation.CHOICE_IGNORED)) {
      for (var choice : Choice.values()) {
        var answer = bout.ask(Bout.opening(), choice, Duration.ofSeconds(60));
        Calls.asScripted(((Answer.Replied) answer).reply());
        assertFalse(bout.lastBody().contains("\"tool_choice\":{"), bout.lastBody());
      }
      assertEquals(3, bout.requests());
    }
  }

  @Test
  void row_21_text_where_a_call_is_required_is_no_error() {
    try (var bout = with(Deviation.REQUIRED_IGNORED)) {
      var answer = bout.ask(Bout.opening(), Choice.REQUIRED, Duration.ofSeconds(60));
      var reply = ((Answer.Replied) answer).reply();
      assertEquals(Ending.STOPPED, reply.ending());
      assertEquals(1, bout.requests());
      assertTrue(bout.lastBody().contains("\"tool_choice\":\"required\""), bout.lastBody());
    }
  }

  @Test
  void row_26_an_empty_answer_is_an_answer() {
    try (var bout = with(Deviation.EMPTY_ANSWER)) {
      assertEquals(Ending.EMPTY, bout.reply().ending());
      assertEquals(1, bout.requests());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"THOUGHT_IN_TEXT", "THOUGHT_CLOSED"})
  void row_30_thoughts_are_taken_out_of_the_text(Deviation deviation) {
    try (var bout = saying(Settings.STANDARD.misbehaving(deviation))) {
      var reply = bout.reply();
      assertEquals("all is well", reply.message().text().strip());
      assertTrue(Remark.THOUGHTS_IN_TEXT.of(reply), reply.remarks().toString());
    }
  }

  @Test
  void row_30_a_thought_that_never_ends_is_no_text_and_hides_no_call() {
    try (var bout = saying(Settings.STANDARD.misbehaving(Deviation.THOUGHT_OPEN))) {
      assertFalse(bout.reply().message().text().contains("<think>"));
    }
    try (var bout = with(Deviation.THOUGHT_OPEN)) {
      Calls.asScripted(bout.reply());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHOICES_EMPTY", "CHOICES_ABSENT"})
  void row_33_a_reply_without_choices_is_asked_for_again_and_shown_if_it_lasts(
      Deviation deviation) {
    try (var bout = once(deviation)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
    }
    try (var bout = with(deviation)) {
      var trouble = bout.trouble();
      assertEquals(Kind.GARBLED, trouble.kind());
      assertTrue(trouble.detail().contains("chatcmpl-"), trouble.detail());
    }
  }
}
