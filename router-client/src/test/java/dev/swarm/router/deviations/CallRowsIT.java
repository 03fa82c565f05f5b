package dev.swarm.router.deviations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.endpoint.EndpointState.State;
import dev.swarm.router.scripted.Deviation;
import dev.swarm.router.scripted.Occasion;
import dev.swarm.router.scripted.Rule;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Strictness;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.Streaming;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows 1 to 10: calls. Each at a server that insists on a sound history. */
class CallRowsIT {
  /** Everything that is asked of calls in a history, at once. */
  private static final Settings STRICT =
      Settings.STANDARD.strictness(
          Strictness.of(
              Rule.PAIRED_RESULTS,
              Rule.UNIQUE_IDS,
              Rule.TYPED_CALLS,
              Rule.ARGUMENTS_ARE_TEXT,
              Rule.ARGUMENTS_PARSE,
              Rule.ARGUMENTS_ARE_OBJECTS,
              Rule.NO_EMPTY_ASSISTANT,
              Rule.NINE_CHARACTER_IDS));

  private static Settings first(Deviation deviation) {
    return STRICT.misbehaving(new Occasion.AtStep(0), deviation);
  }

  private static Bout whole(Settings settings) {
    var standard = Profile.STANDARD;
    var profile =
        new Profile(
            Streaming.OFF,
            standard.replay(),
            standard.textCalls(),
            standard.foldInstructions(),
            standard.alternate(),
            standard.nullText(),
            standard.limitField(),
            standard.cacheKey(),
            standard.parallelCalls(),
            standard.temperature());
    return new Bout(settings, Bout.SCRIPT, profile, Bout.CLOCKS, 4);
  }

  /** In pieces and in one piece; the turn after it must be taken by the strict server. */
  private static void readAsMeant(Deviation deviation) {
    for (boolean streamed : new boolean[] {true, false}) {
      try (var bout = streamed ? new Bout(first(deviation)) : whole(first(deviation))) {
        var reply = bout.reply();
        Calls.asScripted(reply);
        assertEquals("all is well", bout.second(reply).message().text());
        assertEquals(2, bout.requests());
      }
    }
  }

  @Test
  void row_1_an_object_is_taken_as_arguments_and_goes_back_as_text_encoded_once() {
    readAsMeant(Deviation.ARGUMENTS_AS_OBJECT);
    try (var bout = whole(first(Deviation.ARGUMENTS_AS_OBJECT))) {
      var _ = bout.second(bout.reply());
      assertTrue(
          bout.lastBody().contains("\"arguments\":\"{\\\"path\\\":\\\"/var\\\",\\\"depth\\\":5}\""),
          bout.lastBody());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ARGUMENTS_EMPTY", "ARGUMENTS_NULL", "ARGUMENTS_ABSENT"})
  void row_2_no_arguments_are_an_empty_object_and_go_back_as_one(Deviation deviation) {
    for (boolean streamed : new boolean[] {true, false}) {
      try (var bout = streamed ? new Bout(first(deviation)) : whole(first(deviation))) {
        var reply = bout.reply();
        assertEquals("{}", Calls.usable(reply, 0).arguments().toString());
        var _ = bout.second(reply);
        assertTrue(bout.lastBody().contains("\"arguments\":\"{}\""), bout.lastBody());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ARGUMENTS_FENCED", "ARGUMENTS_TRAILED", "ARGUMENTS_COMMA"})
  void row_3_arguments_are_repaired_where_nothing_is_lost(Deviation deviation) {
    try (var bout = whole(first(deviation))) {
      var reply = bout.reply();
      var arguments = Calls.usable(reply, 0).arguments().toString();
      assertEquals("{\"path\":\"/var\",\"depth\":5}", arguments);
      assertEquals("all is well", bout.second(reply).message().text());
    }
  }

  @Test
  void row_3_brackets_are_closed_but_not_behind_a_number_that_may_be_cut() {
    var script =
        Script.begin()
            .calls(
                Script.call("filesystems", "{\"depth\":5,\"path\":\"/var\"}"),
                Script.call("filesystems", "{\"path\":\"/var\",\"depth\":5}"))
            .says("all is well")
            .end();
    var settings = first(Deviation.ARGUMENTS_UNCLOSED);
    try (var bout = new Bout(settings, script, Profile.STANDARD, Bout.CLOCKS, 4)) {
      var reply = bout.reply();
      assertEquals(
          "{\"depth\":5,\"path\":\"/var\"}", Calls.usable(reply, 0).arguments().toString());
      assertTrue(Calls.unusable(reply, 1).reason().contains("\"depth\":5"), reply.toString());
      assertEquals("all is well", bout.second(reply).message().text());
    }
  }

  @Test
  void rows_3_and_4_a_torn_text_is_never_run_and_never_poisons_the_history() {
    for (boolean streamed : new boolean[] {true, false}) {
      var settings = first(Deviation.ARGUMENTS_TORN);
      try (var bout = streamed ? new Bout(settings) : whole(settings)) {
        var reply = bout.reply();
        Calls.nothingToRun(reply);
        assertTrue(Calls.unusable(reply, 0).reason().contains("/va"), reply.toString());
        assertEquals("all is well", bout.second(reply).message().text());
        assertTrue(bout.lastBody().contains("\"arguments\":\"{}\""), bout.lastBody());
      }
    }
  }

  @Test
  void row_5_a_reply_that_breaks_the_servers_parser_is_sampled_again_and_opens_no_circuit() {
    var once = STRICT.misbehaving(new Occasion.UpTo(1), Deviation.OUTPUT_UNPARSABLE);
    try (var bout = new Bout(once)) {
      Calls.asScripted(bout.reply());
      var bodies = bout.received();
      assertEquals(2, bodies.size());
      assertNotEquals(bodies.get(0).body(), bodies.get(1).body());
    }
    try (var bout = new Bout(STRICT.misbehaving(Deviation.OUTPUT_UNPARSABLE))) {
      assertEquals(Kind.MODEL_FAULT, bout.trouble().kind());
      assertTrue(bout.requests() <= 3, bout.requests() + " requests");
      assertEquals(State.READY, bout.state().state());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ID_ABSENT", "ID_EMPTY", "ID_NULL", "ID_REPEATED", "ID_LONG"})
  void rows_6_to_8_every_call_has_an_id_of_nine_of_its_own_that_stays(Deviation deviation) {
    for (boolean streamed : new boolean[] {true, false}) {
      try (var bout = streamed ? new Bout(first(deviation)) : whole(first(deviation))) {
        var reply = bout.reply();
        Calls.asScripted(reply);
        assertEquals("all is well", bout.second(reply).message().text());
        var ids = reply.calls().stream().map(Reply.Called::id).toList();
        assertEquals(2, ids.stream().distinct().filter(id -> id.matches(Calls.NINE)).count());
        var _ = bout.second(reply);
        assertEquals(bout.received().get(1).body(), bout.received().get(2).body());
      }
    }
  }

  @Test
  void row_7_an_id_that_comes_in_every_turn_is_another_one_each_time() {
    try (var bout =
        new Bout(
            STRICT.misbehaving(Deviation.ID_REPEATED),
            always(),
            Profile.STANDARD,
            Bout.CLOCKS,
            4)) {
      var messages = Bout.opening();
      for (int turn = 0; turn < 4; turn++) {
        var reply = bout.reply(messages);
        messages = Stream.concat(messages.stream(), Bout.after(reply).stream().skip(2)).toList();
      }
      assertEquals(4, bout.seen().replies());
      assertEquals(0, bout.seen().refused());
    }
  }

  private static Script always() {
    return Script.begin().call("mounts", "{}").end();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CALL_IN_TAG",
        "CALL_BARE",
        "CALL_FENCED",
        "CALL_IN_FUNCTION",
        "CALL_MISTRAL",
        "CALL_PYTHONIC",
        "CALL_PYTHON_TAG",
        "HARMONY_TEXT"
      })
  void rows_9_and_10_calls_that_were_written_as_text_are_recovered(Deviation deviation) {
    readAsMeant(deviation);
  }

  @Test
  void row_9_prose_with_a_call_in_it_is_prose() {
    try (var bout = new Bout(first(Deviation.CALL_QUOTED))) {
      var reply = bout.reply();
      assertEquals(Ending.STOPPED, reply.ending());
      assertTrue(reply.calls().isEmpty(), reply.toString());
    }
  }

  @Test
  void row_10_a_channel_in_a_name_is_cut_off() {
    readAsMeant(Deviation.HARMONY_NAME);
  }
}
