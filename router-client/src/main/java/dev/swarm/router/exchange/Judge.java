package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.wire.Read;
import dev.swarm.router.wire.Refusals;
import dev.swarm.router.wire.ReplyReader;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a flight's ending; on the caller's thread, for reading a reply takes its time.
 */
final class Judge {
  private static final int LEARNABLE = 4000;

  /** What a reader says of a reply that ended too early, where the connection knows better why. */
  private static final Set<Kind> OF_THE_END = EnumSet.of(Kind.CUT, Kind.GARBLED);

  private final String endpoint;
  private final ReplyReader reader;
  private final InstantSource clock;
  private final Instant start;

  /** Begins to measure. */
  Judge(String endpoint, ReplyReader reader, InstantSource clock) {
    this.endpoint = endpoint;
    this.reader = reader;
    this.clock = clock;
    this.start = clock.instant();
  }

  Attempt judged(Ending ending) {
    return switch (ending) {
      case Ending.Lost(Trouble trouble, Buffer body) -> new Attempt.Bad(trouble, text(body));
      case Ending.Refused(int status, var headers, Buffer body) ->
          new Attempt.Bad(
              Refusals.of(endpoint, status, headers, text(body), clock.instant()), text(body));
      case Ending.Fed(Optional<Trouble> cut, Buffer body) ->
          switch (reader.end()) {
            case Read.Whole(var reply) ->
                cut.filter(_ -> reply.ending() == Reply.Ending.EMPTY)
                    .<Attempt>map(trouble -> new Attempt.Bad(trouble, text(body)))
                    .orElseGet(() -> new Attempt.Good(reply, took()));
            case Read.Broken(Trouble trouble) ->
                new Attempt.Bad(
                    cut.filter(_ -> OF_THE_END.contains(trouble.kind())).orElse(trouble),
                    text(body));
          };
    };
  }

  /** Never negative: the machine's clock may be set meanwhile. */
  private Duration took() {
    var took = Duration.between(start, clock.instant());
    return took.isNegative() ? Duration.ZERO : took;
  }

  private static String text(Buffer body) {
    var text = body.toString(StandardCharsets.UTF_8);
    return text.length() > LEARNABLE ? text.substring(0, LEARNABLE) : text;
  }
}
