package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer that is no reply.
 *
 * @param headers lower-case names; the content type is JSON where they do not say
 */
public record Refusal(int status, Map<String, String> headers, String body) {
  public Refusal {
    headers = Map.copyOf(headers);
  }

  /** The same with another header. */
  Refusal with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Refusal(status, more, body);
  }

  static Refusal json(int status, ObjectNode body) {
    return new Refusal(status, Map.of(), body.toString());
  }

  /** In OpenAI's shape, where the code is a text or null. */
  static Refusal openai(int status, String message, String type, String code) {
    return openai(status, message, type, Optional.empty(), Optional.of(code));
  }

  static Refusal openai(
      int status, String message, String type, Optional<String> param, Optional<String> code) {
    var body = JsonNodeFactory.instance.objectNode();
    var error = body.putObject("error").put("message", message).put("type", type);
    error.put("param", param.orElse(null));
    error.put("code", code.orElse(null));
    return json(status, body);
  }

  /** In llama.cpp's shape, where the code is the status. */
  static Refusal llama(int status, String message, String type) {
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", status).put("message", message).put("type", type);
    return json(status, body);
  }

  /** In the shape of Mistral and of older vLLM, without an {@code error} around it. */
  static Refusal flat(int status, String message, String type, int code) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("object", "error").put("message", message).put("type", type);
    body.putNull("param");
    return json(status, body.put("code", code));
  }

  /** In Ollama's shape, where the error is a text. */
  static Refusal text(int status, String message) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  /** The template of a model refused the conversation: a 500, though it is the request's fault. */
  static Refusal template(String message) {
    return llama(500, "Jinja Exception: " + message, "server_error");
  }
}
