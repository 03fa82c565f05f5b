package dev.swarm.router.wire;

import dev.swarm.router.wire.Profile.LimitField;
import dev.swarm.router.wire.Profile.Replay;
import dev.swarm.router.wire.Profile.Streaming;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What can be learned from the words of a refusal, in the order in which it is looked for. */
enum Lesson {
  /** OpenAI's o-series and gpt-5: "Use 'max_completion_tokens' instead." */
  NEW_LIMIT(
      "use.{0,10}max_completion_tokens.{0,10}instead|unsupported parameter.{0,10}\\bmax_tokens\\b",
      draft -> draft.limitField = LimitField.MAX_COMPLETION_TOKENS),
  /** Servers from before it. */
  OLD_LIMIT(
      refusedField("max_completion_tokens"), draft -> draft.limitField = LimitField.MAX_TOKENS),
  /** "Only the default (1) value is supported", "only 1 is allowed". */
  NO_TEMPERATURE(
      "temperature.{0,20}does not support|temperature.{0,80}only.{0,30}(default|allowed|support)"
          + "|"
          + refusedField("temperature"),
      draft -> draft.temperature = OptionalDouble.empty()),
  /** DeepSeek's thinking mode; some want that of all turns. */
  MORE_REASONING(
      "(reasoning_content|thinking).{0,60}must be passed back|missing.{0,5}reasoning_content",
      draft -> draft.replay = draft.replay == Replay.NONE ? Replay.TOOL_TURNS : Replay.ALL),
  /** Its older reasoner, and Groq's "property 'reasoning_content' is unsupported". */
  NO_REASONING(
      refusedField("reasoning_content")
          + "|reasoning_content.{0,60}(must|should|can)"
          + " ?not|(remove|without).{0,20}reasoning_content",
      draft -> draft.replay = Replay.NONE),
  FOLD(
      "system role.{0,20}not supported|only user and assistant roles are supported(?!, with)"
          + "|(invalid|unsupported|unknown|unexpected).{0,20}role.{0,20}(system|developer)"
          + "|role.{0,10}(system|developer).{0,30}(not supported|unsupported|invalid|unknown)",
      draft -> draft.foldInstructions = true),
  ALTERNATE(
      "roles must alternate|after the optional system message|unexpected role .user. after",
      draft -> draft.alternate = true),
  ONE_CALL(
      "single tool-calls at once|parallel tool (calls|calling).{0,30}not support",
      draft -> draft.parallelCalls = false),
  /** What the operator insists on stays. */
  NO_STREAM(
      "cannot use tools with stream|must be verified to stream"
          + "|\\bstream.{0,60}(not (yet )?support|unsupported)"
          + "|(not (yet )?support|unsupported).{0,40}\\bstream",
      draft -> draft.streaming = draft.streaming == Streaming.ON ? Streaming.ON : Streaming.OFF),
  NO_CACHE_KEY(refusedField("prompt_cache_key"), draft -> draft.cacheKey = false),
  /** Anthropic and Bedrock behind a gateway refuse an empty text. */
  NULL_TEXT(
      "content.{0,60}(must be non-empty|must not be empty|cannot be empty|is blank)",
      draft -> draft.nullText = true),
  EMPTY_TEXT(
      "content.{0,80}(cannot be null|must not be null|got null|not be none|valid string)"
          + "|null.{0,30}expected a string",
      draft -> draft.nullText = false);

  private final Pattern pattern;
  private final Consumer<ProfileDraft> change;

  Lesson(String pattern, Consumer<ProfileDraft> change) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    this.change = change;
  }

  /** The first lesson in {@code text}. */
  static Optional<Lesson> in(String text) {
    return Arrays.stream(values()).filter(lesson -> lesson.taughtBy(text)).findFirst();
  }

  boolean taughtBy(String text) {
    return pattern.matcher(text).find();
  }

  Profile applied(Profile profile) {
    var draft = new ProfileDraft(profile);
    change.accept(draft);
    return draft.profile();
  }

  /** The ways in which servers say that they know no such field, or will not have it. */
  private static String refusedField(String name) {
    return "(unsupported parameter|unrecognized request argument|unknown (field|name|parameter)"
        + "|unexpected (field|keyword|property)).{0,60}\\b"
        + name
        + "\\b|\\b"
        + name
        + "\\b.{0,40}(extra inputs are not permitted|extra fields not permitted"
        + "|is unsupported|is not supported|not allowed|not permitted|unknown field)";
  }
}
