package dev.swarm.router.scripted;

/** Errors that servers are known for; each with the row of the reference. */
final class Refusals {
  private Refusals() {}

  /** Row 43. */
  static Refusal busy() {
    return Refusal.text(503, "server busy, please try again.  maximum pending requests exceeded");
  }

  /** Row 42. */
  static Refusal loading() {
    return Refusal.llama(503, "Loading model", "unavailable_error");
  }

  /** Section 1.4, measured at llama-server. */
  static Refusal wrongKey() {
    return Refusal.llama(401, "Invalid API Key", "authentication_error");
  }
}
