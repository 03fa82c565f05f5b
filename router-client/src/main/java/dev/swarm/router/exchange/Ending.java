package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/** How a flight ended; every one ends in exactly one of these. */
sealed interface Ending {

  /** The first bytes of the body, undecoded: at most {@link Intake#EXCERPT}. */
  Buffer body();

  /**
   * A status of success, and a body that went into the sink.
   *
   * @param cut what ended it before its time; the sink may have all it needs nevertheless
   */
  record Fed(Optional<Trouble> cut, Buffer body) implements Ending {}

  /**
   * A status that says no.
   *
   * @param headers by their names in lower case; of a repeated one the first
   */
  record Refused(int status, Map<String, String> headers, Buffer body) implements Ending {}

  /** No answer that could be read. */
  record Lost(Trouble trouble, Buffer body) implements Ending {
    Lost(Trouble trouble) {
      this(trouble, Buffer.buffer());
    }
  }
}
