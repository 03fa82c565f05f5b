package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract of section 1.1, and the rows of the catalogue that a request has to mind. */
class RequestBodyTest {
  private static final Toolset TOOLS =
      new Toolset(
          List.of(
              new ToolSpec("journal", "Reads the journal.", Schema.object().build()),
              new ToolSpec("df", "Shows \"disks\".", new Schema("{\"type\": \"object\"}"))));
  private static final Call DF = new Call("abcDEF123", "df", "{\"path\":\"/\"}");

  @Test
  void a_whole_request_is_these_bytes() {
    var body =
        body(
            request(
                TOOLS,
                Choice.AUTO,
                new Instructions("Audit."),
                new User("Disks?"),
                said("", DF),
                new Result(DF.id(), "97 %\n"),
                said("Full.")),
            Profile.STANDARD,
            true,
            0);

    assertEquals(
        "{\"model\":\"qwen\",\"tools\":["
            + "{\"type\":\"function\",\"function\":{\"name\":\"df\",\"description\":\"Shows"
            + " \\\"disks\\\".\",\"parameters\":{\"type\":\"object\"}}},{\"type\":\"function\",\"function\":{\"name\":\"journal\",\"description\":\"Reads"
            + " the journal.\",\"parameters\":{\"type\":\"object\",\"properties\":{},"
            + "\"additionalProperties\":false}}}],\"messages\":["
            + "{\"role\":\"system\",\"content\":\"Audit.\"},"
            + "{\"role\":\"user\",\"content\":\"Disks?\"},"
            + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"abcDEF123\","
            + "\"type\":\"function\",\"function\":{\"name\":\"df\","
            + "\"arguments\":\"{\\\"path\\\":\\\"/\\\"}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"abcDEF123\",\"content\":\"97"
            + " %\\n\"},{\"role\":\"assistant\",\"content\":\"Full.\"}],"
            + "\"parallel_tool_calls\":true,\"max_tokens\":400,\"stream\":true,"
            + "\"stream_options\":{\"include_usage\":true}}",
        body);
  }

  /** OpenAI refuses a choice, and an empty list, where there are no tools. */
  @Test
  void without_tools_nothing_is_said_of_tools() {
    var body = body(request(Toolset.NONE, Choice.REQUIRED, new User("Hi")), Profile.STANDARD);
    assertEquals(
        "{\"model\":\"qwen\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
            + "\"max_tokens\":400,\"stream\":false}",
        body);
  }

  /** Rows 20 and 21: an object as choice is silently taken for "auto". */
  @Test
  void a_choice_is_one_of_three_words_and_never_names_a_tool() {
    assertFalse(tail(Choice.AUTO).contains("tool_choice"));
    assertTrue(tail(Choice.REQUIRED).startsWith("\"tool_choice\":\"required\","));
    assertTrue(tail(Choice.NONE).startsWith("\"tool_choice\":\"none\","));
  }

  /** Row 22: where no call may be made the tools stay, so that the prefix does. */
  @Test
  void tools_that_may_not_be_called_are_shown_all_the_same() {
    var free = body(request(TOOLS, Choice.AUTO, new User("Hi")), Profile.STANDARD);
    var none = body(request(TOOLS, Choice.NONE, new User("Hi")), Profile.STANDARD);
    assertEquals(
        free.substring(0, free.indexOf("\"messages\"")),
        none.substring(0, none.indexOf("\"messages\"")));
  }

  /** Row 23: where tools and pieces do not go together. */
  @Test
  void a_reply_in_one_piece_is_asked_for_without_options_of_a_stream() {
    var body = body(request(TOOLS, Choice.AUTO, new User("Hi")), Profile.STANDARD, false, 0);
    assertTrue(body.endsWith("\"stream\":false}"), body);
  }

  /** Row 24: agent-sh#114. */
  @Test
  void no_text_beside_calls_is_empty_or_null_as_the_server_wants_it() {
    var request =
        request(TOOLS, Choice.AUTO, new User("Hi"), said("", DF), new Result(DF.id(), "x"));
    assertTrue(body(request, Profile.STANDARD).contains("\"assistant\",\"content\":\"\","));
    assertTrue(
        body(request, profile(draft -> draft.nullText = true))
            .contains("\"assistant\",\"content\":null,"));
  }

  /** Row 31. */
  @Test
  void reasoning_goes_back_in_a_field_of_its_own() {
    var thought = new Assistant("Hello.", List.of(), Optional.of("greet"));
    var request = request(TOOLS, Choice.AUTO, new User("Hi"), thought, new User("?"));
    assertFalse(body(request, Profile.STANDARD).contains("greet"));
    assertTrue(
        body(request, profile(draft -> draft.replay = Replay.ALL))
            .contains("\"content\":\"Hello.\",\"reasoning_content\":\"greet\"}"));
  }

  /** Section 1.1: OpenAI's newer models refuse {@code max_tokens}, older servers the other. */
  @Test
  void the_limit_has_the_name_that_the_server_knows() {
    var newer = profile(draft -> draft.limitField = LimitField.MAX_COMPLETION_TOKENS);
    var body = body(request(TOOLS, Choice.AUTO, new User("Hi")), newer);
    assertTrue(body.contains("\"max_completion_tokens\":400,"), body);
    assertFalse(body.contains("\"max_tokens\""), body);
  }

  /** Section 1.1: reasoning models refuse any temperature but their own. */
  @Test
  void no_temperature_is_sent_where_none_is_configured() {
    var request = request(TOOLS, Choice.AUTO, new User("Hi"));
    assertFalse(body(request, Profile.STANDARD).contains("temperature"));
    assertTrue(body(request, warm(0.7)).contains(",\"temperature\":0.7,"));
  }

  /** Row 5: what broke the server's parser is drawn again, a little warmer. */
  @Test
  void another_sample_has_another_seed_and_is_a_little_warmer() {
    var request = request(TOOLS, Choice.AUTO, new User("Hi"));
    assertFalse(body(request, warm(0.1)).contains("seed"));
    assertTrue(body(request, warm(0.1), false, 1).contains("\"temperature\":0.3,\"seed\":1,"));
    assertTrue(body(request, warm(1.9), false, 2).contains("\"temperature\":2.0,\"seed\":2,"));
    assertTrue(body(request, Profile.STANDARD, false, 1).contains(",\"seed\":1,"));
  }

  @Test
  void the_cache_key_is_sent_only_where_the_profile_says_so() {
    var request = request(Toolset.NONE, Choice.AUTO, new User("Hi"));
    var keyed = profile(draft -> draft.cacheKey = true);
    assertFalse(body(request, Profile.STANDARD).contains("subtask-7"));
    assertTrue(body(request, keyed).endsWith(",\"prompt_cache_key\":\"subtask-7\"}"));
  }

  @Test
  void a_model_may_be_kept_to_one_call_at_a_time() {
    var request = request(TOOLS, Choice.AUTO, new User("Hi"));
    assertTrue(
        body(request, profile(draft -> draft.parallelCalls = false))
            .contains("\"parallel_tool_calls\":false"));
  }

  /** A tool's output cut in the middle of an emoji must not cost the request. */
  @Test
  void half_a_surrogate_pair_never_breaks_a_request() {
    var half = "cut \uD83D";
    var call = new Call(DF.id(), "df", "{\"path\":\"\uDD25\"}");
    var tools = new Toolset(List.of(new ToolSpec("df", half, Schema.object().build())));
    var body =
        body(
            request(
                tools,
                Choice.AUTO,
                new Instructions(half),
                new User(half),
                said(half, call),
                new Result(call.id(), half)),
            Profile.STANDARD);

    assertEquals(5, body.split("cut \\?", -1).length - 1, body);
    assertTrue(body.contains("{\\\"path\\\":\\\"\uFFFD\\\"}"), body);
  }

  @Test
  void text_is_utf_8_and_not_escaped() {
    var body = body(request(Toolset.NONE, Choice.AUTO, new User("Größe 満 🔥")), Profile.STANDARD);
    assertTrue(body.contains("Größe 満 🔥"), body);
  }

  private static String tail(Choice choice) {
    var body = body(request(TOOLS, choice, new User("Hi")), Profile.STANDARD);
    return body.substring(body.indexOf("}],", body.indexOf("\"messages\"")) + 3);
  }

  private static Profile warm(double temperature) {
    return profile(draft -> draft.temperature = OptionalDouble.of(temperature));
  }

  private static Profile profile(Consumer<ProfileDraft> change) {
    var draft = new ProfileDraft(Profile.STANDARD);
    change.accept(draft);
    return draft.profile();
  }

  private static ChatRequest request(Toolset tools, Choice choice, ChatMessage... messages) {
    return new ChatRequest(List.of(messages), tools, choice, 400);
  }

  private static Assistant said(String text, Call... calls) {
    return new Assistant(text, List.of(calls), Optional.empty());
  }

  private static String body(ChatRequest request, Profile profile) {
    return body(request, profile, false, 0);
  }

  private static String body(ChatRequest request, Profile profile, boolean streamed, int sample) {
    var bytes =
        RequestBody.of(request, "qwen", profile, Optional.of("subtask-7"), streamed, sample);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
