package dev.swarm.router.endpoint;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A real HTTP server with few slots and a queue, which refuses as the test says, and keeps books by
 * its own clock. Everything but {@link #books} happens on its one event loop.
 */
final class BusyServer {
  private static final Pattern NAME = Pattern.compile("ask-\\d+");
  private static final String REPLY =
      """
      {"object":"chat.completion","model":"small","choices":[{"index":0,"finish_reason":"stop",\
      "message":{"role":"assistant","content":"well"}}],\
      "usage":{"prompt_tokens":20,"completion_tokens":1,"total_tokens":21}}\
      """;

  private final Vertx vertx;
  private final int slots;
  private final Duration thinking;
  private final Faults faults;
  private final HttpServer server;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Queue<HttpServerResponse> queue = new ArrayDeque<>();
  private int busy;
  private int inFlight;
  private int mostInFlight;

  private BusyServer(Vertx vertx, int slots, Duration thinking, Faults faults) {
    this.vertx = vertx;
    this.slots = slots;
    this.thinking = thinking;
    this.faults = faults;
    server = vertx.createHttpServer().requestHandler(this::arrived);
  }

  static BusyServer listen(Vertx vertx, int slots, Duration thinking, Faults faults)
      throws TimeoutException {
    var server = new BusyServer(vertx, slots, thinking, faults);
    var _ = server.server.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS);
    return server;
  }

  /** Which requests it refuses; on its event loop. */
  @FunctionalInterface
  interface Faults {
    Optional<Fault> on(Moment moment);
  }

  /**
   * When a request comes.
   *
   * @param sinceStart since the first request came
   * @param inFlight requests that have no answer, this one included
   */
  record Moment(Duration sinceStart, int inFlight, int slots) {}

  /** A refusal; {@code retryAfter} goes out as {@code retry-after-ms}, and as seconds if whole. */
  record Fault(int status, String message, Optional<Duration> retryAfter) {}

  /**
   * A request as it came.
   *
   * @param at by {@link System#nanoTime}
   * @param keepAway until when it told everybody to stay away, if it did
   */
  record Arrival(String name, long at, Optional<Long> keepAway) {}

  /** What it counted. */
  record Books(List<Arrival> arrivals, int mostInFlight) {}

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
  }

  Books books() {
    synchronized (arrivals) {
      return new Books(List.copyOf(arrivals), mostInFlight);
    }
  }

  private void arrived(HttpServerRequest request) {
    long at = System.nanoTime();
    inFlight++;
    var _ = request.body().onSuccess(body -> admitted(request.response(), name(body), at));
  }

  private static String name(Buffer body) {
    var matcher = NAME.matcher(body.toString());
    return matcher.find() ? matcher.group() : "nobody";
  }

  private void admitted(HttpServerResponse response, String name, long at) {
    synchronized (arrivals) {
      mostInFlight = Math.max(mostInFlight, inFlight);
      long first = arrivals.isEmpty() ? at : arrivals.getFirst().at();
      var fault = faults.on(new Moment(Duration.ofNanos(at - first), inFlight, slots));
      var keepAway =
          fault.flatMap(Fault::retryAfter).map(time -> System.nanoTime() + time.toNanos());
      arrivals.add(new Arrival(name, at, keepAway));
      fault.ifPresentOrElse(one -> refuse(response, one), () -> accept(response));
    }
  }

  private void refuse(HttpServerResponse response, Fault fault) {
    inFlight--;
    fault
        .retryAfter()
        .ifPresent(time -> {
          var _ = response.putHeader("retry-after-ms", "" + time.toMillis());
          if (time.toMillis() % 1000 == 0) {
            var _ = response.putHeader("retry-after", "" + time.toSeconds());
          }
        });
    send(
        response.setStatusCode(fault.status()),
        "{\"error\":{\"message\":\"" + fault.message() + "\",\"code\":" + fault.status() + "}}");
  }

  private void accept(HttpServerResponse response) {
    if (busy == slots) {
      queue.add(response);
      return;
    }
    busy++;
    var _ = vertx.setTimer(thinking.toMillis(), _ -> finished(response));
  }

  private void finished(HttpServerResponse response) {
    busy--;
    inFlight--;
    send(response, REPLY);
    var next = queue.poll();
    if (next != null) {
      accept(next);
    }
  }

  private static void send(HttpServerResponse response, String json) {
    var _ = response.putHeader("content-type", "application/json").end(json);
  }
}
