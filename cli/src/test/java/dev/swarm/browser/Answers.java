package dev.swarm.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What the invented coordinator answers. */
interface Answers {
  /**
   * The answer to one request.
   *
   * @param path below {@code /api/v1}; empty if there is no such thing
   */
  Optional<JsonObject> to(String method, String path, MultiMap parameters, JsonObject body);
}
