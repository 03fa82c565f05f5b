package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Act.Moment;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Errors that servers are known for; each with the row of the reference. */
final class Refusals {
  /** As RFC 9110 wants it: always two digits for the day. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Refusals() {}

  /** Row 5. */
  static Refusal unparsable() {
    return Refusal.llama(
        500,
        "The model produced output that does not match the expected peg-native format",
        "server_error");
  }

  /** Row 22. */
  static Refusal noToolsLlama(Moment at) {
    return Refusal.llama(500, "tools param requires --jinja flag", "server_error");
  }

  /** Row 22. */
  static Refusal noToolsOllama(Moment at) {
    var model = at.asked().model();
    return Refusal.openai(
        400,
        "registry.ollama.ai/library/" + model + ":latest does not support tools",
        "api_error",
        Optional.empty(),
        Optional.empty());
  }

  /** Row 41. */
  static Refusal limited() {
    return Refusal.openai(429, "Rate limit reached", "rate_limit_error", "rate_limit_exceeded");
  }

  static Refusal limitedSeconds(Moment at) {
    return limited().with("retry-after", "1");
  }

  /** In two seconds: a date has no fractions, so that this is more than one. */
  static Refusal limitedDate(Moment at) {
    var then = at.now().plus(Duration.ofSeconds(2));
    return limited().with("retry-after", HTTP_DATE.format(then));
  }

  static Refusal limitedMillis(Moment at) {
    return limited().with("retry-after-ms", "700").with("retry-after", "1");
  }

  static Refusal unpaid(Moment at) {
    return Refusal.openai(402, "Insufficient credits", "payment_required", "402")
        .with("retry-after", "1");
  }

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

  /** Row 52. */
  static Refusal gatewayHtml() {
    return Refusal.json(
        502, Json.object().put("html-message", "<html><body>Bad Gateway</body></html>"));
  }

  /** Row 52. */
  static Refusal gatewayFailure() {
    return Refusal.json(
        500, Json.object().put("status", "failure").put("message", "Something went wrong"));
  }

  /** Row 52. */
  static Refusal gatewayReset() {
    return Refusal.json(
        500,
        Json.object().put("status", "failure").put("message", "read ECONNRESET from upstream"));
  }
}
