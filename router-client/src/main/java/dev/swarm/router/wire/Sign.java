package dev.swarm.router.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words by which a refusal is known whatever its status: servers answer with 500 what is the
 * request's fault, and gateways rewrite both the status and the shape (router-deviations rows 5,
 * 22, 28, 29, 52). The first that fits counts.
 */
enum Sign {
  /** Never on 429: a limit of tokens in a minute is no limit of the context. */
  OVERFLOW(
      Verdict.OVERFLOW,
      Set.of(200, 400, 413, 422, 500, 502),
      "exceed_context_size|context_length_exceeded|maximum context length|available context size"
          + "|context size has been exceeded|context (window|length).{0,40}(exceed|too)"
          + "|exceed.{0,40}context (window|length|size)|prompt is too long|too many tokens"),
  UNPAID(
      Verdict.UNPAID,
      Set.of(200, 400, 403, 429),
      "insufficient[_ ](quota|balance|credit|fund)|exceeded your current quota"
          + "|credit balance is too low|billing hard limit|out of credits"),
  LOADING(
      Verdict.LOADING,
      Set.of(200, 425, 429, 500, 502, 503),
      "loading model|model.{0,80}(is|are) (still |currently |being ){0,3}load(ing|ed\\b.{0,20}wait)"
          + "|still loading|warming up"),
  STREAMING(
      Verdict.STREAMING,
      Set.of(),
      "cannot use tools with stream|must be verified to stream"
          + "|\\bstream.{0,60}(not (yet )?support|unsupported).{0,20}(tool|function)"
          + "|(tool|function).{0,60}(not (yet )?support|unsupported).{0,20}stream"
          + "|\\bstream(ing)?['\"`]? (is|does|are)( not|n't) (yet )?support"),
  NO_TOOLS(
      Verdict.NO_TOOLS,
      Set.of(),
      "enable-auto-tool-choice|tool-call-parser|requires --jinja|unsupported param: tools"
          + "|does not support (tools|tool use|tool calling|function)"
          + "|no endpoints found that support tool"
          + "|(tool use|tool calls?|tool calling|tools|function calling)"
          + " (is|are) (not|un)( yet)? ?support"),
  MODEL_FAULT(
      Verdict.MODEL_FAULT,
      Set.of(),
      "the model produced output that|does not match the expected .{1,40} format"
          + "|failed to parse input at pos|tool_use_failed|failed to call a function"
          + "|error parsing tool call|unexpected tokens remaining in message header"),
  HISTORY(
      Verdict.HISTORY,
      Set.of(),
      "failed to parse tool call arguments|must be followed by tool messages"
          + "|must be a response to a prece|insufficient tool messages"
          + "|tool call id (was|must|should|has)|tool_call_ids? did not have"
          + "|not the same number of function calls and responses"),
  TEMPLATE(
      Verdict.TEMPLATE,
      Set.of(),
      "roles must alternate|after the optional system message|system role (is )?not supported"
          + "|unexpected role|only user and assistant roles|jinja|single tool-calls at once"
          + "|unknown role|(invalid|unsupported) (message )?role"
          + "|(system|developer).{0,10} role.{0,20}not supported"),
  NO_MODEL(
      Verdict.NO_MODEL,
      Set.of(200, 400, 404, 410, 422, 503),
      "model_not_found|no such model|unknown model|invalid model\\b|not a valid model"
          + "|model name is missing|no models? (is |are )?loaded|no available channel for model"
          + "|\\bmodel\\b.{0,120}(not found|does not exist|not exist|is not (available|served))"),
  UNAUTHORIZED(
      Verdict.UNAUTHORIZED,
      Set.of(200, 400, 500),
      "(invalid|incorrect|missing)[_ ]api[_ -]?key|api key not valid|authentication_error"),
  OVERLOADED(
      Verdict.OVERLOADED,
      Set.of(200, 500, 502, 503, 504),
      "server (is )?busy|maximum pending requests|overloaded|at (full )?capacity"
          + "|rate[_ ]limit|too many requests|queue is full|resource[_ ]exhausted");

  private final Verdict verdict;
  private final Set<Integer> statuses;
  private final Pattern pattern;

  Sign(Verdict verdict, Set<Integer> statuses, String pattern) {
    this.verdict = verdict;
    this.statuses = statuses;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What {@code text} says, sent with {@code status}; 200 stands for an error inside a reply. */
  static Optional<Verdict> in(String text, int status) {
    return Arrays.stream(values())
        .filter(sign -> sign.statuses.isEmpty() || sign.statuses.contains(status))
        .filter(sign -> sign.pattern.matcher(text).find())
        .map(sign -> sign.verdict)
        .findFirst();
  }
}
