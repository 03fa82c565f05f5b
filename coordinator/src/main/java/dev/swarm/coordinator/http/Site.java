package dev.swarm.coordinator.http;

import dev.swarm.protocol.RunId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Every request on its way: past the gate, to the thread that may block, and back as a reply. */
final class Site {
  private static final Set<String> AT_ROOT = Set.of("/health", "/ready", "/metrics");
  private static final String CALLER = "caller";
  private static final String ROUTE = "route";
  private static final int FIRST_FAILURE = 400;
  private static final int LAST_FAILURE = 511;

  private final List<Route> routes;
  private final Gate gate;
  private final Replies replies;
  private final Requests requests;
  private final EventStream stream;
  private final Executor readings;
  private final InstantSource steady;
  private final int bodyBytes;
  private final Signposts signposts;
  private final PageResource pages = new PageResource();

  Site(
      List<Route> routes,
      Gate gate,
      Replies replies,
      Requests requests,
      EventStream stream,
      Executor readings,
      InstantSource steady,
      int bodyBytes) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
    this.replies = replies;
    this.requests = requests;
    this.stream = stream;
    this.readings = readings;
    this.steady = steady;
    this.bodyBytes = bodyBytes;
    this.signposts = new Signposts(routes);
  }

  Router router(Vertx vertx, Deadlines deadlines) {
    var router = Router.router(vertx);
    for (int status = FIRST_FAILURE; status <= LAST_FAILURE; status++) {
      var _ = router.errorHandler(status, this::failed);
    }
    var _ = router.route().failureHandler(this::failed);
    var _ = router.route().handler(context -> enter(context, deadlines));
    for (var route : routes) {
      mount(router, route, Route.ROOT + route.path(), deadlines);
      if (AT_ROOT.contains(route.path())) {
        mount(router, route, route.path(), deadlines);
      }
    }
    var _ = router.get().handler(this::page);
    var _ = router.head().handler(this::page);
    var _ = router.route().handler(context -> lost(context.request(), context.normalizedPath()));
    return router;
  }

  /** Each step is a route of its own, because the body is read only of those who may come in. */
  private void mount(Router router, Route route, String path, Deadlines deadlines) {
    if (route.method().equals(HttpMethod.GET)) {
      boolean streams = route.path().equals(EventStream.PATH);
      var _ = router.get(path).handler(context -> admit(context, route));
      var _ = router.head(path).handler(context -> admit(context, route));
      var _ =
          router
              .get(path)
              .handler(streams ? it -> stream(it, route) : context -> work(context, route));
      var _ = router.head(path).handler(context -> work(context, route));
      return;
    }
    var _ = router.route(route.method(), path).handler(context -> admit(context, route));
    var _ =
        router
            .route(route.method(), path)
            .handler(BodyHandler.create(false).setBodyLimit(bodyBytes));
    var _ =
        router
            .route(route.method(), path)
            .handler(context -> {
              deadlines.whole(context.request());
              work(context, route);
            });
  }

  private void enter(RoutingContext context, Deadlines deadlines) {
    var request = context.request();
    var began = steady.instant();
    var _ =
        context.addEndHandler(_ -> {
          deadlines.answered(request);
          var took = Duration.between(began, steady.instant());
          var route = Optional.ofNullable(context.<String>get(ROUTE)).orElse("none");
          requests.served(route, method(request), request.response().getStatusCode(), took);
        });
    replies.begin(request);
    try {
      gate.glance(request);
      if (hasBody(request)) {
        deadlines.begun(request);
      } else {
        deadlines.whole(request);
      }
      context.next();
    } catch (ProblemException refused) {
      replies.send(request, Reply.of(refused));
    }
  }

  private void admit(RoutingContext context, Route route) {
    var request = context.request();
    var _ = context.put(ROUTE, route.template());
    try {
      gate.ownSite(request);
      var caller = gate.admit(request, route.access());
      if (route.method().equals(HttpMethod.POST)) {
        MediaTypes.requireJson(request);
      }
      var _ = context.put(CALLER, caller);
      context.next();
    } catch (ProblemException refused) {
      var reply = Reply.of(refused);
      boolean unknown = reply.status() == 401;
      replies.send(request, unknown ? reply.with("www-authenticate", "Bearer") : reply);
    }
  }

  private void work(RoutingContext context, Route route) {
    var request = context.request();
    try {
      var asked = asked(context);
      asked.queries(route.queries());
      var event = context.vertx().getOrCreateContext();
      readings.execute(() -> {
        var reply = Replies.compressed(request, reply(route, asked));
        event.runOnContext(_ -> replies.send(request, reply));
      });
    } catch (ProblemException refused) {
      replies.send(request, Reply.of(refused));
    }
  }

  private Reply reply(Route route, Asked asked) {
    try {
      return route.work().reply(asked);
    } catch (RuntimeException | Error failure) {
      return replies.failed(failure);
    }
  }

  private void stream(RoutingContext context, Route route) {
    var request = context.request();
    try {
      var asked = asked(context);
      asked.queries(route.queries());
      var after =
          Optional.ofNullable(request.getHeader("last-event-id"))
              .filter(id -> !id.isEmpty())
              .map(id -> Asked.number("Last-Event-ID", id, 0, Long.MAX_VALUE))
              .or(() ->
                  asked.text("after").map(id -> Asked.number("after", id, 0, Long.MAX_VALUE)));
      stream.open(request.response(), after, asked.text("run").map(RunId::new));
    } catch (ProblemException refused) {
      replies.send(request, Reply.of(refused));
    }
  }

  private Asked asked(RoutingContext context) {
    var request = context.request();
    var caller = Optional.ofNullable(context.<Caller>get(CALLER)).orElse(Caller.NOBODY);
    try {
      return new Asked(
          caller, gate.origin(request), context.pathParams(), context.queryParams(), body(context));
    } catch (HttpException | IllegalArgumentException e) {
      throw ProblemException.bad(
          "query", "the query string is no valid encoding", "encode it as UTF-8, with %XX");
    }
  }

  private static String body(RoutingContext context) {
    return Optional.ofNullable(context.body()).map(body -> body.asString("UTF-8")).orElse("");
  }

  private void page(RoutingContext context) {
    var request = context.request();
    var path = context.normalizedPath();
    var known = Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    var event = context.vertx().getOrCreateContext();
    try {
      readings.execute(() -> {
        var reply = pages.reply(path, known, Replies.takesGzip(request));
        event.runOnContext(_ -> {
          reply.ifPresent(_ -> context.put(ROUTE, "page"));
          replies.send(request, reply.orElseGet(() -> signposts.at(path, request.method())));
        });
      });
    } catch (ProblemException refused) {
      replies.send(request, Reply.of(refused));
    }
  }

  /** Nothing is there, or nothing that is done this way. */
  private void lost(HttpServerRequest request, String path) {
    replies.send(request, signposts.at(path, request.method()));
  }

  private void failed(RoutingContext context) {
    var failure = Optional.ofNullable(context.failure());
    if (failure.filter(HttpClosedException.class::isInstance).isPresent()) {
      return; // nobody is there any more
    }
    int status = status(context.statusCode(), failure);
    var reply =
        failure
            .filter(it -> status >= 500 || it instanceof ProblemException)
            .map(replies::failed)
            .orElseGet(() -> signposts.failed(status, bodyBytes));
    replies.send(context.request(), reply);
  }

  /** A path or a query that cannot be decoded is the asker's mistake, wherever it shows. */
  private static int status(int said, Optional<Throwable> failure) {
    boolean unread =
        failure
            .filter(it -> it instanceof HttpException || it instanceof IllegalArgumentException)
            .isPresent();
    return said >= 400 && said < 500 ? said : unread ? 400 : 500;
  }

  /** What could not even be read as a request. */
  void invalid(HttpServerRequest request) {
    replies.begin(request);
    var cause = Optional.ofNullable(request.decoderResult().cause());
    var words = cause.map(Object::toString).orElse("").toLowerCase(Locale.ROOT);
    int status = words.contains("toolonghttpline") ? 414 : words.contains("toolong") ? 431 : 400;
    requests.served("none", "OTHER", status, Duration.ZERO);
    replies.send(request, signposts.failed(status, bodyBytes).with("connection", "close"));
    var _ = request.connection().close();
  }

  private static boolean hasBody(HttpServerRequest request) {
    return !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD);
  }

  private static String method(HttpServerRequest request) {
    var name = request.method().name();
    return Set.of("GET", "HEAD", "POST", "DELETE").contains(name) ? name : "OTHER";
  }
}
