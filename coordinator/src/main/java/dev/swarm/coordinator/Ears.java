package dev.swarm.coordinator;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;

/** Where a run listens, while it lasts. */
final class Ears {
  private final EventBus bus;
  private final RunId run;
  private final Intake intake;
  private List<MessageConsumer<Object>> consumers = List.of();

  Ears(EventBus bus, RunId run, Intake intake) {
    this.bus = bus;
    this.run = run;
    this.intake = intake;
  }

  /** Begins to listen; on the run's context, so that messages arrive there. */
  Future<?> open() {
    consumers =
        List.of(
            bus.consumer(Addresses.outcomes(run), intake::outcome),
            bus.consumer(Addresses.progress(run), intake::progress),
            bus.consumer(Addresses.HELLO, intake::hello));
    return Future.all(consumers.stream().map(MessageConsumer::completion).toList());
  }

  Future<?> close() {
    return Future.join(consumers.stream().map(MessageConsumer::unregister).toList());
  }
}
