package dev.swarm.browser;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever reads the invented events; each hears what it missed first. */
final class Readers {
  private record Said(long position, String block) {}

  private final List<HttpServerResponse> open = new CopyOnWriteArrayList<>();
  private final List<Said> log = new ArrayList<>();
  private int refusal;

  synchronized void add(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (refusal != 0) {
      var _ = response.setStatusCode(refusal).end();
      return;
    }
    var _ = response.setChunked(true).putHeader("content-type", "text/event-stream");
    var _ = response.closeHandler(_ -> open.remove(response));
    var _ = response.write(": welcome\n\n");
    String last = request.getHeader("last-event-id");
    long from = last == null ? Long.MAX_VALUE : Long.parseLong(last);
    log.stream()
        .filter(said -> said.position() > from)
        .forEach(said -> write(response, said.block()));
    open.add(response);
  }

  synchronized int count() {
    return open.size();
  }

  /** An event of a run, which is kept for those who come back. */
  synchronized void run(JsonObject recorded) {
    long position = log.size() + 1L;
    var said =
        new Said(position, "id: " + position + "\nevent: run\ndata: " + recorded.encode() + "\n\n");
    log.add(said);
    open.forEach(response -> write(response, said.block()));
  }

  synchronized void say(String kind, JsonObject data) {
    open.forEach(
        response -> write(response, "event: " + kind + "\ndata: " + data.encode() + "\n\n"));
  }

  /** Cuts every connection; takes new ones, or turns them away until {@link #welcome}. */
  synchronized void cut() {
    turnAway(503);
    open.forEach(response -> {
      var _ = response.reset();
    });
    open.clear();
  }

  /** Answers whoever wants to read with {@code status}. */
  synchronized void turnAway(int status) {
    refusal = status;
  }

  synchronized void welcome() {
    refusal = 0;
  }

  private static void write(HttpServerResponse response, String block) {
    var _ = response.write(block);
  }
}
