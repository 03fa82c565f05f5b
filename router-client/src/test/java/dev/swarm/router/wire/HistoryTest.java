package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import dev.swarm.router.wire.Profile.Replay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rows of the catalogue of deviations that a history has to be mended for. */
class HistoryTest {
  private static final Call DF = new Call("abcDEF123", "df", "{}");
  private static final Call JOURNAL = new Call("ABCdef456", "journal", "{\"lines\":5}");
  private static final Instructions INSTRUCTIONS = new Instructions("You are an auditor.");
  private static final User USER = new User("Look at the disks.");

  @Test
  void a_good_history_stays_as_it_is() {
    var history =
        List.of(
            INSTRUCTIONS,
            USER,
            said("", DF, JOURNAL),
            result(DF, "97 %"),
            result(JOURNAL, "no errors"),
            said("The disk is full."));

    assertEquals(history, mended(history));
  }

  /** Rows 2 and 4: "" and half an object make llama-server answer 500 on every further turn. */
  @Test
  void arguments_that_are_no_json_object_are_sent_as_an_empty_one() {
    for (var bad : List.of("", " ", "{", "{\"a\":\"b", "null", "[]", "\"{}\"", "{} {}", "{a:1}")) {
      var mended = mended(List.of(USER, said("", new Call(DF.id(), "df", bad)), result(DF, "x")));
      assertEquals(said("", DF), mended.get(1), bad);
    }
  }

  /** Row 1: the string form is kept as the model wrote it, and never encoded twice. */
  @Test
  void arguments_that_are_an_object_stay_byte_for_byte() {
    var spaced = "{ \"unit\" : \"cron\",\n \"n\": 1.50, \"n2\": 9506548166761801 }";
    var mended = mended(List.of(USER, said("", new Call(DF.id(), "df", spaced)), result(DF, "x")));
    assertEquals(said("", new Call(DF.id(), "df", spaced)), mended.get(1));
  }

  /** Row 6: an id that is missing wedged sessions for ever. */
  @Test
  void a_missing_id_is_made_up_and_its_result_finds_it() {
    var mended = mended(List.of(USER, said("", new Call("", "df", "{}")), new Result("", "97 %")));
    var id = idOf(mended.get(1), 0);
    assertTrue(Ids.isNine(id), id);
    assertEquals(new Result(id, "97 %"), mended.get(2));
  }

  /** Row 7: within one turn, results belong to their calls by position. */
  @Test
  void an_id_that_comes_twice_in_a_turn_is_renamed_with_its_result() {
    var mended =
        mended(List.of(USER, said("", DF, DF), result(DF, "the first"), result(DF, "the second")));

    assertNotEquals(idOf(mended.get(1), 0), idOf(mended.get(1), 1));
    assertEquals(new Result(idOf(mended.get(1), 0), "the first"), mended.get(2));
    assertEquals(new Result(idOf(mended.get(1), 1), "the second"), mended.get(3));
  }

  /** Row 7: over turns, the result belongs to the latest. */
  @Test
  void an_id_that_comes_again_later_is_renamed_with_its_result() {
    var mended =
        mended(List.of(USER, said("", DF), result(DF, "97 %"), said("", DF), result(DF, "98 %")));

    assertEquals(result(DF, "97 %"), mended.get(2));
    assertNotEquals(DF.id(), idOf(mended.get(3), 0));
    assertEquals(new Result(idOf(mended.get(3), 0), "98 %"), mended.get(4));
  }

  /** Row 8: llama.cpp#14349. */
  @Test
  void an_id_of_another_form_becomes_the_same_nine_characters_each_time() {
    var history =
        List.of(
            USER,
            said("", new Call("call_00_9nLfpIQ6VO1JCaEsJcU8WZnS", "df", "{}")),
            new Result("call_00_9nLfpIQ6VO1JCaEsJcU8WZnS", "97 %"));

    assertTrue(Ids.isNine(idOf(mended(history).get(1), 0)));
    assertEquals(mended(history), mended(history));
  }

  /** Row 10: a name that leaked a model's inner format breaks the contract for ever. */
  @Test
  void a_name_that_no_server_takes_is_written_so_that_each_does() {
    var odd = new Call(DF.id(), "df<|channel|>commentary", "{}");
    var mended = mended(List.of(USER, said("", odd), result(DF, "no such tool")));
    assertEquals(said("", new Call(DF.id(), "df__channel__commentary", "{}")), mended.get(1));
  }

  /** Row 25: one such message lost forty turns. */
  @Test
  void an_assistant_that_said_nothing_is_left_away() {
    var mended = mended(List.of(USER, said(" \n"), new User("Please go on.")));
    assertEquals(List.of(new User("Look at the disks.\n\nPlease go on.")), mended);
  }

  /** Row 28. */
  @Test
  void what_one_role_says_twice_in_a_row_is_one_message() {
    var mended =
        mended(List.of(USER, new User("And the log."), said("First the disks."), said("", DF)));

    assertEquals(new User("Look at the disks.\n\nAnd the log."), mended.get(0));
    assertEquals(said("First the disks.", DF), mended.get(1));
  }

  /** Row 28: "Unexpected role 'user' after role 'tool'". */
  @Test
  void a_strict_template_never_sees_a_user_right_after_a_result() {
    var history = List.of(USER, said("", DF), result(DF, "97 %"), new User("Conclude."));

    assertEquals(history, mended(history));
    assertEquals(
        List.of(USER, said("", DF), result(DF, "97 %"), said(Turns.NOTED), new User("Conclude.")),
        mended(history, profile(draft -> draft.alternate = true)));
  }

  /** Row 28: "conversation roles must alternate user/assistant". */
  @Test
  void a_strict_template_sees_a_user_speak_first() {
    assertEquals(
        List.of(INSTRUCTIONS, new User(Turns.BEGIN), said("Hello."), USER),
        mended(
            List.of(INSTRUCTIONS, said("Hello."), USER), profile(draft -> draft.alternate = true)));
  }

  /** Row 29: Gemma's template. */
  @Test
  void instructions_go_into_the_first_message_where_there_is_no_such_role() {
    assertEquals(
        List.of(new User("You are an auditor.\n\nLook at the disks.")),
        mended(List.of(INSTRUCTIONS, USER), profile(draft -> draft.foldInstructions = true)));
  }

  /** Row 29: moving late ones to the front would cost the whole prefix (row 53). */
  @Test
  void late_instructions_are_a_users_message_where_they_stand() {
    assertEquals(
        List.of(INSTRUCTIONS, USER, said("Yes?"), new User("Conclude now.")),
        mended(List.of(INSTRUCTIONS, USER, said("Yes?"), new Instructions("Conclude now."))));
  }

  @Test
  void a_conversation_of_instructions_alone_has_something_to_answer() {
    assertEquals(
        List.of(new Instructions("You are an auditor.\n\nBe brief."), new User(Turns.BEGIN)),
        mended(List.of(INSTRUCTIONS, new Instructions("Be brief."))));
  }

  /** Row 31: an older reasoner refuses to see its reasoning again. */
  @Test
  void reasoning_is_not_sent_back_where_nobody_asked_for_it() {
    assertEquals(List.of(USER, said("Fine.")), mended(List.of(USER, thought("hm", "Fine."))));
  }

  /** Row 31: DeepSeek's thinking mode refuses a turn with calls without it. */
  @Test
  void reasoning_of_the_turns_since_the_last_user_goes_back_where_that_is_wanted() {
    var history =
        List.of(
            USER,
            thought("a", "", DF),
            result(DF, "1"),
            thought("b", "Done."),
            USER,
            thought("c", "", JOURNAL),
            result(JOURNAL, "2"));

    var mended = mended(history, profile(draft -> draft.replay = Replay.TOOL_TURNS));

    assertEquals(said("", DF), mended.get(1));
    assertEquals(said("Done."), mended.get(3));
    assertEquals(thought("c", "", JOURNAL), mended.get(5));
  }

  /** Row 31: a turn of another model has none, and an absent one is refused. */
  @Test
  void a_turn_without_reasoning_carries_an_empty_one_where_all_must_have_it() {
    var mended =
        mended(
            List.of(USER, said("", DF), result(DF, "1"), thought("b", "Done.")),
            profile(draft -> draft.replay = Replay.ALL));

    assertEquals(thought("", "", DF), mended.get(1));
    assertEquals(thought("b", "Done."), mended.get(3));
  }

  /** Row 50. */
  @Test
  void a_result_without_a_call_is_left_away() {
    assertEquals(List.of(USER), mended(List.of(result(DF, "of a turn that was cut"), USER)));
  }

  /** Row 50. */
  @Test
  void a_call_without_a_result_gets_one_that_says_so() {
    assertEquals(
        List.of(USER, said("", DF), result(DF, Round.INTERRUPTED), new User("Go on.")),
        mended(List.of(USER, said("", DF), new User("Go on."))));
  }

  /** Row 50. */
  @Test
  void a_result_that_comes_late_is_moved_behind_its_call() {
    assertEquals(
        List.of(USER, said("", DF), result(DF, "97 %"), new User("Hurry.")),
        mended(List.of(USER, said("", DF), new User("Hurry."), result(DF, "97 %"))));
  }

  @Test
  void results_stand_in_the_order_of_their_calls() {
    assertEquals(
        List.of(USER, said("", DF, JOURNAL), result(DF, "1"), result(JOURNAL, "2")),
        mended(List.of(USER, said("", DF, JOURNAL), result(JOURNAL, "2"), result(DF, "1"))));
  }

  @Test
  void a_second_result_of_one_call_is_added_to_the_first() {
    assertEquals(
        List.of(USER, said("", DF), result(DF, "1\n2")),
        mended(List.of(USER, said("", DF), result(DF, "1"), result(DF, "2"), result(DF, "1"))));
  }

  @Test
  void an_empty_result_says_that_it_is_empty() {
    assertEquals(
        result(DF, Round.NO_OUTPUT), mended(List.of(USER, said("", DF), result(DF, ""))).get(2));
  }

  /** Llama 3's template: "This model only supports single tool-calls at once!". */
  @Test
  void calls_of_one_turn_stand_apart_where_a_turn_may_have_one() {
    assertEquals(
        List.of(USER, said("Both.", DF), result(DF, "1"), said("", JOURNAL), result(JOURNAL, "2")),
        mended(
            List.of(USER, said("Both.", DF, JOURNAL), result(DF, "1"), result(JOURNAL, "2")),
            profile(draft -> draft.parallelCalls = false)));
  }

  private static List<ChatMessage> mended(List<? extends ChatMessage> messages) {
    return mended(messages, Profile.STANDARD);
  }

  private static List<ChatMessage> mended(List<? extends ChatMessage> messages, Profile profile) {
    return History.mended(List.copyOf(messages), profile);
  }

  private static Profile profile(Consumer<ProfileDraft> change) {
    var draft = new ProfileDraft(Profile.STANDARD);
    change.accept(draft);
    return draft.profile();
  }

  private static Assistant said(String text, Call... calls) {
    return new Assistant(text, Arrays.asList(calls), Optional.empty());
  }

  private static Assistant thought(String reasoning, String text, Call... calls) {
    return new Assistant(text, Arrays.asList(calls), Optional.of(reasoning));
  }

  private static Result result(Call call, String text) {
    return new Result(call.id(), text);
  }

  private static String idOf(ChatMessage message, int call) {
    return ((Assistant) message).calls().get(call).id();
  }
}
