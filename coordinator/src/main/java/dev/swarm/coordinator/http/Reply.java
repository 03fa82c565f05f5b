package dev.swarm.coordinator.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered: a status, a body, and headers beyond those that every response has. */
record Reply(int status, String mediaType, Buffer body, Map<String, String> headers) {
  static final String JSON = "application/json";

  static Reply json(Object value) {
    return json(200, value);
  }

  static Reply json(int status, Object value) {
    return of(status, JSON, Json.encode(value));
  }

  static Reply of(int status, String mediaType, String text) {
    return new Reply(status, mediaType, Buffer.buffer(text), Map.of());
  }

  static Reply of(ProblemException refused) {
    var problem = refused.problem();
    var reply = of(problem.status(), Problem.MEDIA_TYPE, Json.encode(problem));
    return refused.retryAfter().isPresent()
        ? reply.with("retry-after", Integer.toString(refused.retryAfter().getAsInt()))
        : reply;
  }

  static Reply problem(int status, String detail, String where, String mend) {
    return of(new ProblemException(status, detail, where, mend));
  }

  Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, mediaType, body, more);
  }
}
