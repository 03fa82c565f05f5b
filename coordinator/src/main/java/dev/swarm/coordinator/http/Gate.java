package dev.swarm.coordinator.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may come in, and from where. Every request passes it first. Event loops. */
final class Gate {
  static final String COOKIE = "swarm_session";
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final double TRIES_PER_SECOND = 0.5;
  private static final int TRIES = 20;

  private final HttpSettings settings;
  private final Sessions sessions;
  private final Buckets requests;
  private final Buckets tries;

  Gate(HttpSettings settings, Sessions sessions, InstantSource steady) {
    this.settings = settings;
    this.sessions = sessions;
    this.requests = new Buckets(settings.limits().perSecond(), settings.limits().burst(), steady);
    this.tries = new Buckets(TRIES_PER_SECOND, TRIES, steady);
  }

  /** Refuses what comes too often, or under a name that is not this machine's. */
  void glance(HttpServerRequest request) {
    if (!requests.take(client(request))) {
      throw ProblemException.later(
          429,
          requests.seconds(),
          "too many requests from this address",
          "wait, and ask less often: " + settings.limits().perSecond() + " a second are served");
    }
    if (settings.open() && !Hosts.isLoopback(host(request))) {
      throw new ProblemException(
          403,
          "without tokens this is served to this machine alone, under its own names",
          "header Host",
          "open it as http://127.0.0.1, or configure serve.tokens and serve.tls in swarm.yaml");
    }
  }

  /** Refuses what another site's page makes a browser do. */
  void ownSite(HttpServerRequest request) {
    var site = Optional.ofNullable(request.getHeader("sec-fetch-site"));
    boolean foreign = site.filter(from -> !OWN_SITE.contains(from)).isPresent();
    if (foreign || (changes(request.method()) && !ownOrigin(request))) {
      throw new ProblemException(
          403,
          "a page of another site asks for this",
          foreign ? "header Sec-Fetch-Site" : "header Origin",
          "ask from the dashboard itself, or from a program that sends no Origin");
    }
  }

  private static boolean changes(HttpMethod method) {
    return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
  }

  private static boolean ownOrigin(HttpServerRequest request) {
    var own = request.scheme() + "://" + request.getHeader("host");
    return Optional.ofNullable(request.getHeader("origin")).filter(it -> !it.equals(own)).isEmpty();
  }

  /**
   * Who asks.
   *
   * @throws ProblemException if they show a token that is none, or may not do this
   */
  Caller admit(HttpServerRequest request, Access needed) {
    var caller = settings.open() ? Caller.LOCAL : known(request);
    if (caller.access().includes(needed)) {
      return caller;
    }
    if (caller.equals(Caller.NOBODY)) {
      throw unauthorized("a token is needed");
    }
    throw new ProblemException(
        403,
        caller.name() + " may look, and not change anything",
        "header Authorization",
        "use a token with operator access");
  }

  private Caller known(HttpServerRequest request) {
    var bearer =
        Optional.ofNullable(request.getHeader("authorization"))
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("bearer "))
            .map(value -> value.substring("bearer ".length()).strip());
    if (bearer.isPresent()) {
      return of(bearer.get(), request);
    }
    return session(request).flatMap(sessions::of).orElse(Caller.NOBODY);
  }

  /** Whose token {@code secret} is; every token is compared, whichever it is. */
  Caller of(String secret, HttpServerRequest request) {
    if (!tries.any(client(request))) {
      throw ProblemException.later(
          429, tries.seconds(), "too many wrong tokens from this address", "wait a minute");
    }
    Optional<Caller> found = Optional.empty();
    for (var token : settings.tokens()) {
      if (token.is(secret)) {
        found = Optional.of(new Caller(token.name(), token.access()));
      }
    }
    if (found.isEmpty()) {
      boolean _ = tries.take(client(request));
      throw unauthorized("this token is not known here");
    }
    return found.get();
  }

  /** Where it comes from, for logging in and out. */
  Asked.Origin origin(HttpServerRequest request) {
    return new Asked.Origin() {
      @Override
      public Caller caller(String token) {
        return of(token, request);
      }

      @Override
      public Optional<String> session() {
        return Gate.session(request);
      }
    };
  }

  private static Optional<String> session(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue);
  }

  private static ProblemException unauthorized(String detail) {
    return new ProblemException(
        401,
        detail,
        "header Authorization",
        "send Authorization: Bearer TOKEN with one of serve.tokens, or log in on the dashboard");
  }

  private static String host(HttpServerRequest request) {
    return Optional.ofNullable(request.authority()).map(HostAndPort::host).orElse("");
  }

  private static String client(HttpServerRequest request) {
    return String.valueOf(request.remoteAddress().hostAddress());
  }
}
