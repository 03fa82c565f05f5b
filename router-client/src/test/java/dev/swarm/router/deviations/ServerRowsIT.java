package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Answer;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.EndpointState.State;
import dev.swarm.router.scripted.Capacity;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Fault;
import dev.swarm.router.scripted.Faulting;
import dev.swarm.router.scripted.Occasion;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Thinking;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Remark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 34, 35, 37 to 49, 51 and 52: servers that are full, busy, loading, hung or in between. */
class ServerRowsIT {
  private static final Duration QUICK = Duration.ofMillis(300);

  private static Bout with(Deviation deviation) {
    return new Bout(Settings.STANDARD.misbehaving(deviation));
  }

  private static Bout first(int requests, Deviation deviation) {
    return new Bout(Settings.STANDARD.misbehaving(new Occasion.UpTo(requests), deviation));
  }

  private static Bout impatient(Settings settings, Clocks clocks) {
    return new Bout(settings, Bout.SCRIPT, Profile.STANDARD, clocks, 4);
  }

  private static Clocks clocks(Duration firstByte, Duration progress) {
    var minute = Duration.ofSeconds(60);
    return new Clocks(minute, minute, firstByte, progress, minute);
  }

  @Test
  void row_34_an_error_inside_a_200_is_an_error() {
    try (var bout = first(1, Deviation.ERROR_IN_200)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
    }
    try (var bout = with(Deviation.RATE_LIMIT_IN_200)) {
      var answer = bout.ask(Bout.opening(), Choice.AUTO, Duration.ofSeconds(2));
      var trouble = assertInstanceOf(Answer.Failed.class, answer).trouble();
      assertTrue(
          trouble.kind() == Kind.OVERLOADED || trouble.kind() == Kind.OUT_OF_TIME,
          trouble.toString());
      assertEquals(State.HELD, bout.state().state());
    }
  }

  @Test
  void row_35_an_error_within_a_stream_ends_the_turn_and_is_tried_again() {
    try (var bout = first(1, Deviation.ERROR_IN_STREAM)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "OVERFLOW_LLAMA",
        "OVERFLOW_LLAMA_OLDER",
        "OVERFLOW_VLLM",
        "OVERFLOW_VLLM_OLDER",
        "OVERFLOW_OPENAI",
        "OVERFLOW_MIDWAY",
        "GATEWAY_OVERFLOW"
      })
  void rows_37_40_and_52_an_overflow_is_one_in_all_its_words_and_never_tried_again(
      Deviation deviation) {
    try (var bout = with(deviation)) {
      assertEquals(Kind.OVERFLOW, bout.trouble().kind());
      assertEquals(1, bout.requests());
      assertEquals(State.READY, bout.state().state());
    }
  }

  @Test
  void row_38_a_prompt_that_was_silently_cut_shows_in_the_usage() {
    try (var bout = with(Deviation.TRUNCATED_SILENTLY)) {
      var usage = bout.reply().usage();
      double estimate = bout.lastBody().length() / 3.5;
      assertTrue(usage.known() && usage.prompt() < 0.6 * estimate, usage.toString());
    }
  }

  @Test
  void rows_39_and_40_a_full_context_says_nothing_or_cuts_and_the_usage_shows_it() {
    try (var bout = with(Deviation.OVERFLOW_SILENT)) {
      var reply = bout.reply();
      assertEquals(Ending.EMPTY, reply.ending());
      assertTrue(reply.usage().prompt() > 32_000, reply.usage().toString());
    }
    try (var bout = with(Deviation.CONTEXT_FILLED)) {
      var reply = bout.reply();
      assertEquals(Ending.CUT_OFF, reply.ending());
      Calls.nothingToRun(reply);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIMITED_SECONDS", "LIMITED_DATE", "LIMITED_MILLIS", "LIMITED", "UNPAID"})
  void row_41_who_says_when_to_come_back_is_left_alone_until_then(Deviation deviation) {
    try (var bout = first(1, deviation)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
      assertEquals(0, bout.seen().hasty());
      var apart =
          Duration.between(bout.received().get(0).at(), bout.received().get(1).at()).toMillis();
      long least =
          deviation == Deviation.LIMITED ? 0 : deviation == Deviation.LIMITED_MILLIS ? 700 : 990;
      assertTrue(apart >= least, apart + " ms");
    }
  }

  @Test
  void row_42_a_server_that_loads_is_waited_for_and_has_not_failed() {
    try (var bout = first(1, Deviation.LOADING)) {
      Calls.asScripted(bout.reply());
      assertEquals(0, bout.state().ejections());
    }
    try (var bout = with(Deviation.LOADING)) {
      var answer = bout.ask(Bout.opening(), Choice.AUTO, Duration.ofSeconds(2));
      assertInstanceOf(Answer.Failed.class, answer);
      assertEquals(State.LOADING, bout.state().state());
      assertEquals(1, bout.requests());
    }
  }

  @Test
  void row_43_a_busy_server_is_given_fewer_at_once() {
    try (var bout = first(1, Deviation.SERVER_BUSY)) {
      Calls.asScripted(bout.reply());
      assertTrue(bout.state().limit() < 4, bout.state().toString());
      assertEquals(0, bout.state().ejections());
    }
  }

  @Test
  void row_44_a_queue_that_nobody_sees_is_not_filled() throws Exception {
    var settings =
        Settings.STANDARD
            .capacity(Capacity.slots(2))
            .thinking(new Thinking.Fixed(Duration.ofMillis(50)));
    try (var bout = new Bout(settings, Bout.SCRIPT, Profile.STANDARD, Bout.CLOCKS, 3);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 24; i++) {
        answers.add(callers.submit(() -> bout.ask()));
      }
      for (var answer : answers) {
        assertInstanceOf(Answer.Replied.class, answer.get());
      }
      assertTrue(bout.seen().open().most() <= 3, bout.seen().open().toString());
      assertEquals(24, bout.requests());
    }
  }

  @Test
  void row_45_a_server_that_is_too_busy_to_be_looked_at_is_not_dead() throws Exception {
    var settings =
        Settings.STANDARD
            .thinking(new Thinking.Fixed(Duration.ofSeconds(3)))
            .misbehaving(Deviation.HEALTH_SILENT);
    try (var bout = new Bout(settings);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = callers.submit(() -> bout.ask());
      while (bout.seen().working().now() == 0) {
        Thread.onSpinWait();
      }
      bout.look();
      assertInstanceOf(Answer.Replied.class, working.get());
      assertEquals(0, bout.state().ejections());
      assertEquals(State.READY, bout.state().state());
    }
  }

  @Test
  void row_46_a_server_that_is_green_and_answers_nobody_is_let_rest() {
    var settings = Settings.STANDARD.misbehaving(Deviation.HEALTH_FALSE);
    try (var bout = impatient(settings, clocks(QUICK, QUICK))) {
      for (int i = 0; i < 3; i++) {
        var answer = bout.ask(Bout.opening(), Choice.AUTO, Duration.ofSeconds(2));
        assertInstanceOf(Answer.Failed.class, answer);
      }
      assertEquals(State.EJECTED, bout.state().state());
      assertTrue(bout.seen().aborted() >= 2, bout.seen().toString());
    }
  }

  @Test
  void row_47_comments_do_not_keep_a_dead_stream_alive() {
    var settings =
        Settings.STANDARD
            .misbehaving(Deviation.STALLED)
            .faulting(Faulting.STANDARD.drip(Duration.ofMillis(20)));
    try (var bout = impatient(settings, clocks(Duration.ofSeconds(60), QUICK))) {
      var kind = bout.trouble().kind();
      assertTrue(kind == Kind.STALLED || kind == Kind.SILENT, kind.id());
    }
  }

  @Test
  void row_48_who_is_given_up_is_hung_up_on_and_asked_once_more_at_most() {
    var settings = Settings.STANDARD.misbehaving(Fault.SILENCE);
    try (var bout = impatient(settings, clocks(QUICK, QUICK))) {
      assertEquals(Kind.SILENT, bout.trouble().kind());
      assertTrue(bout.requests() <= 2, bout.requests() + " requests");
      while (bout.seen().aborted() < bout.requests() || bout.seen().working().now() > 0) {
        Thread.onSpinWait();
      }
      assertTrue(bout.seen().working().most() <= bout.requests());
    }
  }

  @Test
  void row_49_the_same_call_again_is_passed_on_with_an_id_of_its_own() {
    try (var bout = with(Deviation.REPEATS)) {
      var first = bout.reply();
      var second = bout.second(first);
      assertEquals(Calls.usable(first, 1).tool(), Calls.usable(second, 0).tool());
      assertTrue(
          first.calls().stream()
              .noneMatch(call -> call.id().equals(second.calls().getFirst().id())));
    }
  }

  @Test
  void row_51_another_model_is_remarked_upon() {
    try (var bout = with(Deviation.OTHER_MODEL)) {
      var reply = bout.reply();
      assertEquals("some-other-model", reply.model());
      assertTrue(Remark.OTHER_MODEL.of(reply), reply.remarks().toString());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GATEWAY_HTML", "GATEWAY_FAILURE", "GATEWAY_RESET"})
  void row_52_what_a_gateway_says_in_its_own_form_is_understood(Deviation deviation) {
    try (var bout = first(1, deviation)) {
      Calls.asScripted(bout.reply());
      assertEquals(2, bout.requests());
    }
    try (var bout = with(deviation)) {
      var trouble = bout.trouble();
      assertEquals(Kind.BROKEN, trouble.kind());
      assertTrue(trouble.detail().contains("scripted"), trouble.detail());
    }
  }
}
