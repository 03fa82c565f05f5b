package dev.swarm.coordinator.http;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * One address of the API.
 *
 * @param path below {@code /api/v1}, with {@code :names}
 * @param queries the parameters that it takes
 * @param work runs on a thread that may block
 */
record Route(HttpMethod method, String path, Access access, Set<String> queries, Work work) {
  static final String ROOT = "/api/v1";

  Route {
    queries = Set.copyOf(queries);
  }

  /** What is done for a request. */
  @FunctionalInterface
  interface Work {
    Reply reply(Asked asked);
  }

  static Route get(String path, Work work, String... queries) {
    return new Route(HttpMethod.GET, path, Access.VIEWER, Set.of(queries), work);
  }

  static Route post(String path, Work work) {
    return new Route(HttpMethod.POST, path, Access.OPERATOR, Set.of(), work);
  }

  /** The same for others. */
  Route by(Access other) {
    return new Route(method, path, other, queries, work);
  }

  /** As OpenAPI writes it: {@code /runs/{id}}. */
  String template() {
    return path.replaceAll(":(\\w+)", "{$1}");
  }
}
