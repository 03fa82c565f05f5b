package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.router.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a refusal means. Its text counts before its status, as servers and gateways choose statuses
 * freely. Nothing that a server sends raises. Any thread.
 */
public final class Refusals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusals() {}

  /**
   * Of a response that is no success.
   *
   * @param headers their names in lower case
   * @param body all of it, or its beginning
   * @param now for a date in {@code Retry-After}, where the server shows no clock of its own
   */
  public static Trouble of(
      String endpoint, int status, Map<String, String> headers, String body, Instant now) {
    var complaint = Complaint.of(body);
    var pause = RetryAfter.of(headers, now);
    var verdict =
        Sign.in(complaint.text(), status)
            .or(() ->
                Lesson.in(complaint.text()).map(_ -> Verdict.FIELD).filter(_ -> client(status)))
            .orElseGet(() -> asked(ByStatus.of(status, complaint.form(), pause), headers));
    return trouble(endpoint, verdict, status, said(verdict, status, headers, complaint), pause);
  }

  /**
   * Of a reply with status 200 that holds an error, as OpenRouter and old servers send it.
   *
   * @return empty where {@code json} is no error, whatever else it is
   */
  public static Optional<Trouble> inside(String endpoint, String json) {
    try {
      var root = JSON.readTree(json);
      return root != null && isError(root) ? Optional.of(inside(endpoint, root)) : Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  private static boolean isError(JsonNode root) {
    var error = root.path("error");
    return (error.isObject() && !error.isEmpty())
        || (error.isTextual() && !error.asText().isBlank())
        || root.path("object").asText().equals("error")
        || (root.path("status").asText().equals("failure") && !root.has("choices"));
  }

  private static Trouble inside(String endpoint, JsonNode root) {
    var complaint = Complaint.of(root);
    int status = complaint.number().orElse(200);
    boolean known = status >= 300 && status <= 599;
    var verdict =
        Sign.in(complaint.text(), known ? status : 200)
            .orElseGet(() ->
                known
                    ? ByStatus.of(status, complaint.form(), Optional.empty())
                    : ByStatus.unknown(complaint.type()));
    int shown = known ? status : 200;
    return trouble(
        endpoint, verdict, shown, said(verdict, shown, Map.of(), complaint), Optional.empty());
  }

  /** The header of OpenAI's client: the server knows best whether asking again is of use. */
  private static Verdict asked(Verdict verdict, Map<String, String> headers) {
    var again = headers.getOrDefault("x-should-retry", "").strip();
    if (again.equalsIgnoreCase("true") && verdict == Verdict.REFUSED) {
      return Verdict.BROKEN;
    }
    boolean retried = verdict == Verdict.BROKEN || verdict == Verdict.OVERLOADED;
    return again.equalsIgnoreCase("false") && retried ? Verdict.REFUSED : verdict;
  }

  private static boolean client(int status) {
    return status == 400 || status == 422 || status == 500;
  }

  private static String said(
      Verdict verdict, int status, Map<String, String> headers, Complaint complaint) {
    if (verdict == Verdict.REDIRECTED) {
      return "to " + ServerText.of(headers.getOrDefault("location", "nowhere"));
    }
    var message =
        verdict == Verdict.UNAUTHORIZED || status == 401
            ? ServerText.ofRefusedKey(complaint.message())
            : ServerText.of(complaint.message());
    return switch (complaint.form()) {
      case EMPTY -> "with nothing in it";
      case HTML -> message.isEmpty() ? "an HTML page" : "an HTML page, '" + message + "'";
      case TEXT, JSON -> message.isEmpty() ? "without a message" : "'" + message + "'";
    };
  }

  private static Trouble trouble(
      String endpoint, Verdict verdict, int status, String said, Optional<Duration> pause) {
    var detail =
        "could not get a reply from %s: %s (HTTP %d, %s); mend it by %s"
            .formatted(ServerText.of(endpoint), verdict.problem(), status, said, verdict.remedy());
    return new Trouble(verdict.kind(), endpoint, OptionalInt.of(status), detail, pause);
  }
}
