package dev.swarm.router.exchange;

import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.Profile.Streaming;
import dev.swarm.router.wire.RequestBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Optional;

/** A chat request to one endpoint, as it is to be sent. Never printed: it bears the key. */
record Question(
    Endpoint endpoint, Optional<String> key, ChatRequest request, Profile profile, int sample) {

  /**
   * As an order to fly.
   *
   * @param most bytes of the reply
   */
  Order order(Duration atMost, Sink sink, int most) {
    var streamed = profile.streaming() != Streaming.OFF;
    var cache = Optional.of(request).filter(_ -> profile.cacheKey()).map(CacheKey::of);
    var body = RequestBody.of(request, endpoint.model(), profile, cache, streamed, sample);
    return new Order(
        endpoint.name(),
        HttpMethod.POST,
        Target.below(endpoint.url(), "/chat/completions"),
        Headers.forChat(key, streamed),
        Buffer.buffer(body),
        endpoint.clocks(),
        atMost,
        sink,
        most);
  }

  @Override
  public String toString() {
    return "a question to " + endpoint.name();
  }
}
