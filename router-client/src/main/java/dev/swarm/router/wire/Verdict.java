package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;

/** What a refusal amounts to, and what to do about it, in words for people. */
enum Verdict {
  OVERFLOW(
      Kind.OVERFLOW,
      "the conversation does not fit into the model's context",
      "shortening it, or by giving the server a larger context (llama-server: -c, which all slots"
          + " share; Ollama: num_ctx; vLLM: --max-model-len)"),
  UNPAID(
      Kind.UNPAID,
      "the account has nothing left",
      "topping it up, or by another endpoint in 'routers'"),
  UNAUTHORIZED(
      Kind.UNAUTHORIZED,
      "it does not accept the key",
      "checking the endpoint's key, and where it is read from"),
  LOADING(Kind.LOADING, "it is still loading the model", "waiting; it is asked again by itself"),
  OVERLOADED(
      Kind.OVERLOADED,
      "it has too much to do",
      "waiting (it is asked again by itself), a smaller concurrency, or more endpoints"),
  NO_TOOLS(
      Kind.NO_TOOLS,
      "the server or its model takes no tools",
      "a model that calls tools, served so that it may (vLLM: --enable-auto-tool-choice and"
          + " --tool-call-parser; llama-server: --jinja)"),
  MODEL_FAULT(
      Kind.MODEL_FAULT,
      "the model wrote what its own server cannot read",
      "asking again with another draw; if it lasts, a newer server or another model"),
  HISTORY(
      Kind.REFUSED,
      "the server cannot read the calls and results of the conversation",
      "a newer server; please report it with the server's name and version"),
  TEMPLATE(
      Kind.REFUSED,
      "the model's chat template does not take this order of roles",
      "'alternate' or 'fold-instructions' in the endpoint's profile, or another template"),
  STREAMING(
      Kind.REFUSED,
      "the server does not stream such a reply",
      "'streaming: off' in the endpoint's profile"),
  FIELD(
      Kind.REFUSED,
      "the server does not take a field of the request",
      "the endpoint's profile, where that field can be changed"),
  NO_MODEL(
      Kind.NO_MODEL,
      "it has no such model",
      "the endpoint's 'model'; GET models under its URL lists what it has"),
  NO_PATH(
      Kind.NO_MODEL,
      "it has no chat completions there",
      "checking the endpoint's URL, which normally ends in /v1"),
  NO_ROUTER(
      Kind.NO_ROUTER,
      "what answers is no model router",
      "checking the endpoint's URL, and whether a proxy or a web server stands in between"),
  PROXY(
      Kind.NO_ROUTER,
      "a proxy stands in between and wants to be logged in to",
      "a way to the router that goes around the proxy (no_proxy)"),
  REDIRECTED(
      Kind.REDIRECTED,
      "it sends us elsewhere, and the key does not go along",
      "writing the right URL into the configuration"),
  REFUSED(
      Kind.REFUSED,
      "it refused the request",
      "following the server's words, or its log where they do not help"),
  BROKEN(Kind.BROKEN, "the server failed", "looking into its log; it is asked again by itself");

  private final Kind kind;
  private final String problem;
  private final String remedy;

  Verdict(Kind kind, String problem, String remedy) {
    this.kind = kind;
    this.problem = problem;
    this.remedy = remedy;
  }

  Kind kind() {
    return kind;
  }

  /** What is wrong. */
  String problem() {
    return problem;
  }

  /** What follows "mend it by". */
  String remedy() {
    return remedy;
  }
}
