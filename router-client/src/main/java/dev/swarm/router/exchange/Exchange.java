package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.wire.Profile;
import dev.swarm.router.wire.ReplyReader;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Asks one endpoint once, over HTTP. It tries nothing again and holds nobody back: both is the
 * business of whoever calls. It keeps at most the endpoint's concurrency in connections to each; as
 * many more callers wait for a free one, no longer than the connect clock, and what is beyond that
 * is {@link Kind#QUEUE_FULL}. One exception to a single try: a kept connection that turns out to
 * have died before a byte of an answer came is replaced once, unseen.
 *
 * <p>Any thread may call that may block, a virtual one best. The key goes to the endpoint's host as
 * a header, and nowhere else: redirects are not followed, nothing logs it, no text here has it.
 */
public final class Exchange implements AutoCloseable {
  /** Bytes of a reply; those of real models have a few hundred kB at most. */
  static final int MOST = 16 * 1024 * 1024;

  private final Lines lines;
  private final InstantSource clock;

  /** On {@code vertx}, which it does not close. */
  public Exchange(Vertx vertx, InstantSource clock) {
    this.lines = new Lines(vertx);
    this.clock = clock;
  }

  /**
   * Sends {@code request}, and waits for the reply or for what went wrong; for {@code atMost}, and
   * never longer than the endpoint's clocks allow.
   *
   * @param key for the Authorization header; empty sends none
   * @param profile how the endpoint wants to be spoken to, as far as is known
   * @param sample above zero if the very same was asked before, and something else is hoped for
   * @throws InterruptedException if the caller was; the connection is closed then
   */
  public Attempt attempt(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an attempt blocks, and so has no place on an event loop");
    }
    if (key.isPresent() && !Headers.bears(key.get())) {
      return bad(Kind.UNAUTHORIZED, endpoint, Mishap.unbearable(endpoint));
    }
    var reader = new ReplyReader(request, profile, endpoint.name(), MOST, endpoint.model());
    var judge = new Judge(endpoint.name(), reader, clock);
    var question = new Question(endpoint, key, request, profile, sample);
    try {
      var line = lines.to(endpoint, endpoint.concurrency(), endpoint.clocks().connect());
      return judge.judged(new Flight(line, question.order(atMost, Sink.into(reader), MOST)).fly());
    } catch (IOException | GeneralSecurityException e) {
      return bad(Kind.UNTRUSTED, endpoint, Mishap.untrusting(endpoint, e));
    }
  }

  /** Closes all connections; attempts under way end as cut. */
  @Override
  public void close() {
    lines.close();
  }

  private static Attempt bad(Kind kind, Endpoint endpoint, String detail) {
    return new Attempt.Bad(Trouble.of(kind, endpoint.name(), detail), "");
  }
}
