package dev.swarm.coordinator.fleet;

import dev.swarm.bus.Door;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The line of a process: its door. */
public record DoorLine(Door door, Executor desk) implements Line {
  @Override
  public Sender own() {
    return door.own();
  }

  @Override
  public <M, R> Future<R> ask(Verb<M, R> verb, To to, M message, Duration patience) {
    var here = Promise.<R>promise();
    var _ =
        door.ask(verb, to, message, patience)
            .onComplete(answer -> desk.execute(() -> here.handle(answer)));
    return here.future();
  }

  @Override
  public <M> void publish(Verb<M, ?> verb, To to, M message) {
    door.publish(verb, to, message);
  }
}
