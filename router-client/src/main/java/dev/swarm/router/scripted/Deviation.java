package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Act.Behaves;
import dev.swarm.router.scripted.Act.Conduct;
import dev.swarm.router.scripted.Act.Cuts;
import dev.swarm.router.scripted.Act.Edits;
import dev.swarm.router.scripted.Act.Insists;
import dev.swarm.router.scripted.Act.Plays;
import dev.swarm.router.scripted.Act.Refuses;
import java.util.function.Supplier;

/**
 * What real servers do differently; each constant with its row in the reference of deviations. Rows
 * that no single reply shows are shown by settings: 44 by one slot and a queue without end, 53 by
 * {@link Statistics#prefixesBroken}.
 */
public enum Deviation implements Mischief {
  ARGUMENTS_AS_OBJECT(1, "arguments are an object", new Edits(CallEdits::asObject)),
  ARGUMENTS_EMPTY(2, "arguments are an empty text", new Edits(CallEdits.written(""))),
  ARGUMENTS_NULL(2, "arguments are null", new Edits(CallEdits::nulled)),
  ARGUMENTS_ABSENT(2, "there are no arguments", new Edits(CallEdits::withoutArguments)),
  ARGUMENTS_FENCED(3, "arguments in a fence", new Edits(CallEdits.around("```json\n", "\n```"))),
  ARGUMENTS_TRAILED(3, "text after the arguments", new Edits(CallEdits.around("", "\nDone."))),
  ARGUMENTS_COMMA(3, "a trailing comma in the arguments", new Edits(CallEdits::comma)),
  ARGUMENTS_UNCLOSED(3, "brackets that are not closed", new Edits(CallEdits::unclosed)),
  ARGUMENTS_TORN(3, "a text that is not closed", new Edits(CallEdits.written("{\"path\": \"/va"))),
  HISTORY_POISONED(4, "arguments in the history must parse", new Insists(Rule.ARGUMENTS_PARSE)),
  OUTPUT_UNPARSABLE(5, "500: the model's output broke the parser", refuses(Refusals::unparsable)),
  ID_ABSENT(6, "calls have no id", new Edits(CallEdits::withoutId)),
  ID_EMPTY(6, "the ids of calls are empty", new Edits(CallEdits.identified(""))),
  ID_NULL(6, "the ids of calls are null", new Edits(CallEdits::nullId)),
  ID_REPEATED(7, "all calls of all turns have one id", new Edits(CallEdits.identified("call_0"))),
  ID_LONG(8, "ids have 32 characters", new Edits(CallEdits::longIds)),
  IDS_OF_NINE(8, "ids have nine letters and digits", new Insists(Rule.NINE_CHARACTER_IDS)),
  CALL_IN_TAG(9, "the call is text, in a tag", new Edits(TextEdits::tagged)),
  CALL_BARE(9, "the call is text, as bare JSON", new Edits(TextEdits::bare)),
  CALL_FENCED(9, "the call is text, in a fence", new Edits(TextEdits::fenced)),
  CALL_IN_FUNCTION(9, "the call is text, as <function=…>", new Edits(TextEdits::function)),
  CALL_MISTRAL(9, "the call is text, as [TOOL_CALLS]", new Edits(TextEdits::mistral)),
  CALL_PYTHONIC(9, "the call is text, as f(a=\"b\")", new Edits(TextEdits::pythonic)),
  CALL_PYTHON_TAG(9, "the call is text, after <|python_tag|>", new Edits(TextEdits::pythonTag)),
  CALL_QUOTED(9, "prose with a call in it, which is none", new Edits(TextEdits::quoted)),
  HARMONY_TEXT(10, "channels of gpt-oss in the text", new Edits(TextEdits::harmony)),
  HARMONY_NAME(10, "a channel in the name", new Edits(CallEdits.named("<|channel|>commentary"))),
  FINISH_STOP(11, "stop, though there are calls", new Edits(draft -> draft.finish("stop"))),
  FINISH_EMPTY(11, "no reason, though there are calls", new Edits(draft -> draft.finish(""))),
  FINISH_SINGULAR(11, "tool_call instead of tool_calls", new Edits(EndEdits::singular)),
  CUT_AS_CALLS(12, "tool_calls, though cut at the limit", new Edits(EndEdits::cutAsCalls)),
  CUT_IN_CALL(13, "length, with half a call", new Edits(EndEdits::cutInCall)),
  CUT_IN_TEXT(13, "length, with half a call in the text", new Edits(EndEdits::cutInText)),
  STREAM_WITHOUT_DONE(14, "a stream without [DONE]", new Cuts(StreamCuts::withoutDone)),
  STREAM_WITHOUT_END(14, "a stream without a reason and [DONE]", new Cuts(StreamCuts::withoutEnd)),
  FINISH_TWICE(15, "two reasons, the first one wrong", new Cuts(StreamCuts::finishTwice)),
  ROLE_REPEATED(15, "the role in each piece", new Cuts(StreamCuts::roleRepeated)),
  USAGE_REPEATED(15, "the usage in each piece, without choices", new Cuts(StreamCuts::usages)),
  INDEX_ZERO(16, "all calls have index 0", new Cuts(StreamCuts::indexZero)),
  INDEX_ABSENT(16, "calls have no index", new Cuts(StreamCuts::indexAbsent)),
  CALLS_MIXED(17, "pieces of several calls in turns", new Cuts(StreamCuts::mixed)),
  CALLS_LOST(17, "a stream loses its calls", new Cuts(StreamCuts::callsLost)),
  NAME_OTHER_CASE(18, "a tool's name in another case", new Edits(CallEdits::otherCase)),
  NAME_UNKNOWN(18, "a tool that nobody offered", new Edits(CallEdits.named("_please"))),
  ARGUMENT_UNKNOWN(19, "an argument that nobody asked for", new Edits(CallEdits::unknown)),
  NUMBERS_AS_TEXT(19, "numbers as texts", new Edits(CallEdits::numbersAsText)),
  NUMBERS_HUGE(19, "numbers that fit no int", new Edits(CallEdits::numbersHuge)),
  NUMBERS_MINUS_ZERO(19, "-0 for numbers", new Edits(CallEdits::minusZero)),
  CHOICE_IGNORED(20, "calls, though none may be made", new Behaves(Conduct.IGNORES_CHOICE)),
  REQUIRED_IGNORED(21, "text, though a call is required", new Edits(TextEdits::prose)),
  NO_TOOLS_VLLM(22, "400: tools need switches", new Insists(Rule.NO_TOOLS)),
  NO_TOOLS_LLAMA(22, "500: tools need --jinja", new Refuses(Refusals::noToolsLlama)),
  NO_TOOLS_OLLAMA(
      22, "400: the model does not support tools", new Refuses(Refusals::noToolsOllama)),
  STREAM_REFUSED(23, "400: no streaming with tools", new Insists(Rule.NO_STREAMED_TOOLS)),
  STREAM_WHOLE(23, "a whole reply to who asked for a stream", new Behaves(Conduct.ANSWERS_WHOLE)),
  NULL_REFUSED(24, "400: content is null", new Insists(Rule.NO_NULL_CONTENT)),
  EMPTY_REFUSED(25, "400: neither content nor calls", new Insists(Rule.NO_EMPTY_ASSISTANT)),
  EMPTY_ANSWER(26, "stop, and nothing said", new Edits(EndEdits::empty)),
  PARTS_REFUSED(27, "400: content is a list", new Insists(Rule.TEXT_CONTENT)),
  ALTERNATION(28, "500: roles must alternate", new Insists(Rule.ALTERNATION)),
  USER_AFTER_TOOL(28, "400: no user after a tool", new Insists(Rule.NO_USER_AFTER_TOOL)),
  SYSTEM_REFUSED(29, "400: no system role", new Insists(Rule.NO_SYSTEM)),
  DEVELOPER_REFUSED(29, "400: no developer role", new Insists(Rule.NO_DEVELOPER)),
  THOUGHT_IN_TEXT(30, "<think>…</think> in the text", new Edits(TextEdits::thought)),
  THOUGHT_OPEN(30, "<think> that is not closed", new Edits(TextEdits::thoughtOpen)),
  THOUGHT_CLOSED(30, "a lone </think>", new Edits(TextEdits::thoughtClosed)),
  REASONING(31, "thoughts in reasoning_content", new Edits(TextEdits.thinks("reasoning_content"))),
  REASONING_VLLM(31, "thoughts in reasoning", new Edits(TextEdits.thinks("reasoning"))),
  REASONING_WANTED(31, "400: thoughts must come back", new Insists(Rule.REASONING_REQUIRED)),
  REASONING_REFUSED(31, "400: thoughts must not come back", new Insists(Rule.REASONING_REFUSED)),
  REASONING_ONLY(32, "length: all tokens went into thoughts", new Edits(EndEdits::onlyThoughts)),
  CHOICES_EMPTY(33, "no choice", new Edits(draft -> draft.body().putArray("choices"))),
  CHOICES_ABSENT(33, "no choices", new Edits(EndEdits::withoutChoices)),
  ERROR_IN_200(34, "200 with an error 502 in it", new Edits(EndEdits.failed(502))),
  RATE_LIMIT_IN_200(34, "200 with an error 429 in it", new Edits(EndEdits.failed(429))),
  ERROR_IN_STREAM(35, "an error after some pieces", new Cuts(StreamCuts::error)),
  COMMENTS(36, "comments between the pieces", new Cuts(StreamCuts.between(": PROCESSING\n\n"))),
  EMPTY_EVENTS(36, "events with nothing", new Cuts(StreamCuts.between("data:\n\ndata: :\n\n"))),
  OVERFLOW_LLAMA(37, "400 of llama-server", refusesSize(Overflows::llama)),
  OVERFLOW_LLAMA_OLDER(37, "500 of older llama-server", refuses(Overflows::llamaOlder)),
  OVERFLOW_VLLM(37, "400 of vLLM", refusesSize(Overflows::vllm)),
  OVERFLOW_VLLM_OLDER(37, "400 of older vLLM", refusesSize(Overflows::vllmOlder)),
  OVERFLOW_OPENAI(37, "400 of OpenAI", refusesSize(Overflows::openai)),
  TRUNCATED_SILENTLY(38, "most of the prompt was not read", new Edits(EndEdits::truncated)),
  OVERFLOW_SILENT(39, "nothing said, as the context is full", new Edits(EndEdits::full)),
  CONTEXT_FILLED(40, "length, as the context is full", new Edits(EndEdits::filled)),
  OVERFLOW_MIDWAY(40, "500: context size has been exceeded", refuses(Overflows::midway)),
  LIMITED_SECONDS(41, "429, come back in 1 second", new Refuses(Refusals::limitedSeconds)),
  LIMITED_DATE(41, "429, come back at a time", new Refuses(Refusals::limitedDate)),
  LIMITED_MILLIS(41, "429, come back in 700 ms", new Refuses(Refusals::limitedMillis)),
  LIMITED(41, "429, and no word on when", new Refuses(at -> Refusals.limited())),
  UNPAID(41, "402, come back in 1 second", new Refuses(Refusals::unpaid)),
  LOADING(42, "503: Loading model", new Behaves(Conduct.LOADING)),
  SERVER_BUSY(43, "503: too many pending requests", refuses(Refusals::busy)),
  HEALTH_SILENT(45, "no health while working", new Behaves(Conduct.SILENT_WHILE_BUSY)),
  HEALTH_FALSE(46, "healthy, and answers nobody", new Behaves(Conduct.GREEN_AND_HUNG)),
  STALLED(47, "a stream that only comments", new Plays(Fault.COMMENTS_ONLY)),
  LINGERING(48, "who is gone keeps a slot", new Behaves(Conduct.LINGERS)),
  REPEATS(49, "the same call as before", new Edits(CallEdits::repeated)),
  PAIRS_WANTED(50, "400: results without calls", new Insists(Rule.PAIRED_RESULTS)),
  OTHER_MODEL(51, "another model answers", new Edits(EndEdits::otherModel)),
  GATEWAY_OVERFLOW(52, "400 of a gateway", refusesSize(Overflows::gateway)),
  GATEWAY_HTML(52, "a gateway's html-message", refuses(Refusals::gatewayHtml)),
  GATEWAY_FAILURE(52, "a gateway's status failure", refuses(Refusals::gatewayFailure)),
  GATEWAY_RESET(52, "500 for a reset upstream", refuses(Refusals::gatewayReset));

  private final int row;
  private final String description;
  private final Act act;

  Deviation(int row, String description, Act act) {
    this.row = row;
    this.description = description;
    this.act = act;
  }

  private static Act refuses(Supplier<Refusal> refusal) {
    return new Refuses(at -> refusal.get());
  }

  private static Act refusesSize(Overflows.Sized refusal) {
    return new Refuses(at ->
        refusal.of(Tokens.of(at.asked().bytes()) + at.served().context(), at.served().context()));
  }

  /** The row in the catalogue of deviations. */
  public int row() {
    return row;
  }

  @Override
  public String description() {
    return description;
  }

  Act act() {
    return act;
  }
}
