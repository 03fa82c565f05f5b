package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server said instead of a reply, whatever shape it has: OpenAI's, llama.cpp's with a number
 * as code, vLLM's with {@code object}, Ollama's plain text, FastAPI's {@code detail}, a gateway's,
 * HTML, nothing, JSON that is cut. No shape raises.
 *
 * @param message for people; empty where there is none
 * @param type of the error, as the server names it; may be empty
 * @param code a word or a number; may be empty
 * @param more whose message a gateway passes on, and the parameter meant; may be empty
 */
record Complaint(Form form, String message, String type, String code, String more) {
  /** Longer ones are cut: what an error has to say stands at its beginning. */
  private static final int LONGEST = 1 << 16;

  /** Signs stand near the beginning; each is looked for in all of it. */
  private static final int TELLING = 4000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]{0,100}>\\s*([^<]{1,200}?)\\s*<", Pattern.CASE_INSENSITIVE);
  private static final Pattern CUT_MESSAGE =
      Pattern.compile("\"(?:message|msg|detail|error)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,400})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** What the body is. */
  enum Form {
    JSON,
    HTML,
    TEXT,
    EMPTY
  }

  static Complaint of(String body) {
    var text = body.substring(0, Math.min(body.length(), LONGEST)).strip();
    if (text.isEmpty()) {
      return new Complaint(Form.EMPTY, "", "", "", "");
    }
    if (text.startsWith("<") || text.startsWith("\uFEFF<")) {
      var title = TITLE.matcher(text);
      return new Complaint(Form.HTML, title.find() ? title.group(1) : "", "", "", "");
    }
    int json = text.indexOf('{');
    return json < 0 ? plain(text) : structured(text, json);
  }

  /** The code as a number, where it is one. */
  OptionalInt number() {
    return NUMBER.matcher(code).matches()
        ? OptionalInt.of(Integer.parseInt(code))
        : OptionalInt.empty();
  }

  /** All of it, to look for signs in. */
  String text() {
    return Stream.of(message, type, code, more)
        .map(part -> part.substring(0, Math.min(part.length(), TELLING)))
        .collect(Collectors.joining("\n"));
  }

  /** Before the object there may be a gateway's words, or {@code data:} of a stream. */
  private static Complaint structured(String text, int json) {
    try {
      var root = JSON.readTree(text.substring(json));
      if (json == 0 || text.startsWith("data:") || text.startsWith("event:")) {
        return of(root);
      }
    } catch (JsonProcessingException cut) {
      var found = CUT_MESSAGE.matcher(text);
      if (json == 0 && found.find()) {
        return new Complaint(Form.JSON, found.group(1), "", "", "");
      }
    }
    return plain(text);
  }

  private static Complaint plain(String text) {
    return new Complaint(Form.TEXT, text, "", "", "");
  }

  static Complaint of(JsonNode root) {
    var error = root.path("error").isObject() ? root.path("error") : root;
    return new Complaint(
        Form.JSON,
        Wording.of(root),
        first(error, root, "type"),
        first(error, root, "code", "status", "status_code", "statusCode"),
        String.join(
            "\n", Wording.of(error.path("metadata").path("raw")), error.path("param").asText("")));
  }

  private static String first(JsonNode error, JsonNode root, String... keys) {
    for (var node : List.of(error, root)) {
      for (var key : keys) {
        var value = node.path(key);
        if (value.isTextual() || value.isIntegralNumber()) {
          return value.asText();
        }
      }
    }
    return "";
  }
}
