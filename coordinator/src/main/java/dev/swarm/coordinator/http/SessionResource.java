package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;

/** {@code /session}: a browser shows its token once, and then comes back with a cookie. */
final class SessionResource {
  private final HttpSettings settings;
  private final Sessions sessions;

  SessionResource(HttpSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  /** What a browser logs in with. */
  record Login(@JsonProperty(required = true) String token) {
    @Override
    public String toString() {
      return "a login";
    }
  }

  private record Who(String name, Access access, boolean tokens) {}

  List<Route> routes() {
    return List.of(
        Route.get("/session", asked -> Reply.json(who(asked.caller()))).by(Access.PUBLIC),
        Route.post("/session", this::login).by(Access.PUBLIC),
        new Route(HttpMethod.DELETE, "/session", Access.PUBLIC, Set.of(), this::logout));
  }

  private Who who(Caller caller) {
    return new Who(caller.name(), caller.access(), !settings.open());
  }

  private Reply login(Asked asked) {
    var secret = asked.body(Login.class).token();
    var caller = settings.open() ? Caller.LOCAL : asked.origin().caller(secret);
    var reply = Reply.json(who(caller));
    return settings.open()
        ? reply
        : reply.with("set-cookie", cookie(sessions.begin(caller), Sessions.LIFE.toSeconds()));
  }

  private Reply logout(Asked asked) {
    asked.origin().session().ifPresent(sessions::end);
    return Reply.json(who(settings.open() ? Caller.LOCAL : Caller.NOBODY))
        .with("set-cookie", cookie("", 0));
  }

  private String cookie(String value, long seconds) {
    return Gate.COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + seconds
        + (settings.tls().isPresent() ? "; Secure" : "");
  }
}
