package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import dev.swarm.router.wire.Profile.Streaming;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 23, 24, 28, 29, 31 and section 1.1: what a refusal teaches, in the servers' own words. */
class LessonsTest {

  @Test
  void the_new_name_of_the_limit() {
    assertLearned(
        draft -> {},
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
            + " 'max_completion_tokens' instead.",
        draft -> draft.limitField = LimitField.MAX_COMPLETION_TOKENS);
  }

  @Test
  void the_old_name_of_the_limit() {
    assertLearned(
        draft -> draft.limitField = LimitField.MAX_COMPLETION_TOKENS,
        "Unrecognized request argument supplied: max_completion_tokens",
        draft -> draft.limitField = LimitField.MAX_TOKENS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default"
            + " (1) value is supported.",
        "invalid temperature: only 1 is allowed for this model",
        "Unsupported parameter: 'temperature' is not supported with this model."
      })
  void a_model_that_has_its_own_temperature(String text) {
    assertLearned(
        draft -> draft.temperature = OptionalDouble.of(0.2),
        text,
        draft -> draft.temperature = OptionalDouble.empty());
  }

  /** Row 29. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "System role not supported",
        "Jinja Exception: System role not supported",
        "Only user and assistant roles are supported!",
        "Invalid role: system"
      })
  void a_template_without_a_system_role(String text) {
    assertLearned(draft -> {}, text, draft -> draft.foldInstructions = true);
  }

  /** Row 28. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Jinja Exception: After the optional system message, conversation roles must alternate",
        "Unexpected role 'user' after role 'tool'"
      })
  void a_template_that_wants_strict_turns(String text) {
    assertLearned(draft -> {}, text, draft -> draft.alternate = true);
  }

  /** Row 31. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The `reasoning_content` in the thinking mode must be passed back to the API.",
        "Missing `reasoning_content` field in the assistant message at message index 2."
      })
  void a_server_that_wants_the_reasoning_back(String text) {
    assertLearned(draft -> {}, text, draft -> draft.replay = Replay.TOOL_TURNS);
    assertLearned(
        draft -> draft.replay = Replay.TOOL_TURNS, text, draft -> draft.replay = Replay.ALL);
    assertNothing(draft -> draft.replay = Replay.ALL, text);
  }

  /** Row 31. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'messages.2' : for 'role:assistant' the following must be satisfied[('messages.2' :"
            + " property 'reasoning_content' is unsupported)]",
        "messages.1.reasoning_content: Extra inputs are not permitted",
        "Unknown field: reasoning_content"
      })
  void a_server_that_refuses_to_see_the_reasoning_again(String text) {
    assertLearned(draft -> draft.replay = Replay.ALL, text, draft -> draft.replay = Replay.NONE);
  }

  /** Row 23. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot use tools with stream",
        "Streaming is not supported with tools",
        "Your organization must be verified to stream this model.",
        "Unsupported value: 'stream' does not support true with this model."
      })
  void a_server_that_cannot_stream_this(String text) {
    assertLearned(draft -> {}, text, draft -> draft.streaming = Streaming.OFF);
  }

  @Test
  void what_the_operator_insists_on_stays() {
    assertNothing(draft -> draft.streaming = Streaming.ON, "Cannot use tools with stream");
  }

  /** Row 24, both ways. */
  @Test
  void null_where_an_empty_text_is_refused_and_the_other_way_round() {
    assertLearned(
        draft -> {},
        "messages: text content blocks must be non-empty",
        draft -> draft.nullText = true);
    assertLearned(
        draft -> draft.nullText = true,
        "{\"detail\":[{\"loc\":[\"body\",\"messages\",1,\"content\"],\"msg\":\"Input should be a"
            + " valid string\"}]}",
        draft -> draft.nullText = false);
  }

  @Test
  void a_template_that_takes_one_call_at_a_time() {
    assertLearned(
        draft -> {},
        "This model only supports single tool-calls at once!",
        draft -> draft.parallelCalls = false);
  }

  @Test
  void a_server_that_does_not_know_the_cache_key() {
    assertLearned(
        draft -> draft.cacheKey = true,
        "Unrecognized request argument supplied: prompt_cache_key",
        draft -> draft.cacheKey = false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "model 'nope' not found",
        "'max_tokens' or 'max_completion_tokens' is too large: 6048",
        "Only user and assistant roles are supported, with the exception of an initial optional"
            + " system message!",
        "upstream connect error: not supported"
      })
  void other_words_teach_nothing(String text) {
    assertNothing(draft -> {}, text);
  }

  @Test
  void nothing_is_learned_from_what_is_no_refusal() {
    var body = "System role not supported";
    for (var kind : Kind.values()) {
      if (kind != Kind.REFUSED) {
        assertEquals(
            Optional.empty(),
            Lessons.learned(Profile.STANDARD, Trouble.of(kind, "gpu", "x"), body));
      }
    }
  }

  /** Each with 400 and with 500, as templates answer, and as a gateway's plain text. */
  private static void assertLearned(
      Consumer<ProfileDraft> before, String text, Consumer<ProfileDraft> after) {
    for (int status : new int[] {400, 422, 500}) {
      var body = body(text);
      assertEquals(
          Optional.of(profile(before, after)), learned(profile(before), status, body), text);
    }
  }

  private static void assertNothing(Consumer<ProfileDraft> before, String text) {
    assertEquals(Optional.empty(), learned(profile(before), 400, body(text)), text);
  }

  private static Optional<Profile> learned(Profile profile, int status, String body) {
    var trouble = Refusals.of("gpu", status, Map.of(), body, Instant.EPOCH);
    return Lessons.learned(profile, trouble, body);
  }

  private static String body(String text) {
    return text.startsWith("{")
        ? text
        : "{\"error\":{\"message\":\"%s\",\"type\":\"invalid_request_error\"}}".formatted(text);
  }

  @SafeVarargs
  private static Profile profile(Consumer<ProfileDraft>... changes) {
    var draft = new ProfileDraft(Profile.STANDARD);
    for (var change : changes) {
      change.accept(draft);
    }
    return draft.profile();
  }
}
