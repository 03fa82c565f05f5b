package dev.swarm.coordinator.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What to say where nothing is served. */
final class Signposts {
  private static final String HERE =
      "GET /api/v1/openapi.json tells what there is; / is the dashboard";

  private final List<Post> posts = new ArrayList<>();

  private record Post(Pattern path, String method) {}

  Signposts(List<Route> routes) {
    for (var route : routes) {
      var path = "(" + Pattern.quote(Route.ROOT) + ")?" + route.path().replaceAll(":\\w+", "[^/]+");
      posts.add(new Post(Pattern.compile(path), route.method().name()));
    }
  }

  /** For a method and a path that are not served together. */
  Reply at(String path, HttpMethod method) {
    var allowed = new TreeSet<String>();
    for (var post : posts) {
      if (path.startsWith(Route.ROOT) && post.path().matcher(path).matches()) {
        allowed.add(post.method());
      }
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (allowed.isEmpty() || allowed.contains(method.name())) {
      return Reply.problem(404, "there is nothing at " + Shown.of(path), "path", HERE);
    }
    var words = String.join(", ", allowed);
    return Reply.problem(
            405, "this address takes " + words + ", not " + Shown.of(method.name()), "method", HERE)
        .with("allow", words);
  }

  /** For what went wrong before anybody looked at it. */
  Reply failed(int status, int bodyBytes) {
    return switch (status) {
      case 413 ->
          Reply.problem(
              413, "the body is too large", "body", "send at most " + bodyBytes + " bytes");
      case 414 -> Reply.problem(414, "the address is too long", "path", "ask for less at once");
      case 431 ->
          Reply.problem(431, "the headers are too large", "headers", "send fewer or smaller ones");
      default ->
          Reply.problem(
              status < 500 ? status : 400, "this is no request that could be read", "", HERE);
    };
  }
}
