package dev.swarm.coordinator.fleet;

import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * What a coordinator says on the bus. Called on its desk; answers, and failures, come back there.
 */
public interface Line {
  /** Whose line it is; its process is the session that nodes answer to. */
  Sender own();

  /**
   * Says {@code message} and waits for the answer.
   *
   * @return fails like {@link dev.swarm.bus.Door#ask}
   */
  <M, R> Future<R> ask(Verb<M, R> verb, To to, M message, Duration patience);

  /** Says {@code message} to everybody who listens there. */
  <M> void publish(Verb<M, ?> verb, To to, M message);
}
