package dev.swarm.coordinator;

import dev.swarm.bus.RefusedException;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.fleet.Line;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bus that delays, loses, doubles and reorders, between processes that a cut may part. */
final class SimBus {
  private final SimWorld world;
  private final Map<String, List<Ear>> ears = new LinkedHashMap<>();
  private final Set<String> cuts = new HashSet<>();
  double loss;
  double doubling;

  SimBus(SimWorld world) {
    this.world = world;
  }

  /** Hears whatever is said at an address; what freshness demands is its own business. */
  interface Hearer {
    <M, R> Future<R> hear(Sender from, Verb<M, R> verb, To to, M message);
  }

  private record Ear(SimWorld.Life process, Hearer hearer) {}

  void listen(String address, SimWorld.Life process, Hearer hearer) {
    ears.computeIfAbsent(address, _ -> new ArrayList<>()).add(new Ear(process, hearer));
  }

  /** Nothing gets from one to the other; the way back is another cut. */
  void cut(String from, String to, long millis) {
    cuts.add(from + ">" + to);
    world.after(millis, () -> cuts.remove(from + ">" + to));
  }

  Line line(SimWorld.Life process, Sender own) {
    return new Line() {
      @Override
      public Sender own() {
        return own;
      }

      @Override
      public <M, R> Future<R> ask(Verb<M, R> verb, To to, M message, Duration patience) {
        return SimBus.this.ask(process, own, verb, to, message, patience);
      }

      @Override
      public <M> void publish(Verb<M, ?> verb, To to, M message) {
        living(to.address())
            .forEach(ear -> {
              if (gets(process, ear.process())) {
                world.after(
                    ear.process(),
                    delay(),
                    () -> {
                      var _ = ear.hearer().hear(own, verb, to, message);
                    });
              }
            });
      }
    };
  }

  private <M, R> Future<R> ask(
      SimWorld.Life process, Sender own, Verb<M, R> verb, To to, M message, Duration patience) {
    var answer = Promise.<R>promise();
    world.after(process, patience.toMillis(), () -> failed(answer, ReplyFailure.TIMEOUT));
    var hearing = living(to.address());
    if (hearing.isEmpty()) {
      world.after(process, 2, () -> failed(answer, ReplyFailure.NO_HANDLERS));
      return answer.future();
    }
    var ear = hearing.getLast();
    var seen = new boolean[1];
    int copies = world.chance(doubling) ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      if (gets(process, ear.process())) {
        world.after(
            ear.process(),
            delay(),
            () -> {
              // the door knows its serial: the second copy stays outside
              if (!seen[0]) {
                seen[0] = true;
                arrived(process, own, verb, to, message, ear, answer);
              }
            });
      }
    }
    return answer.future();
  }

  private static void failed(Promise<?> answer, ReplyFailure how) {
    boolean _ = answer.tryFail(new ReplyException(how));
  }

  private <M, R> void arrived(
      SimWorld.Life asker,
      Sender own,
      Verb<M, R> verb,
      To to,
      M message,
      Ear ear,
      Promise<R> answer) {
    var _ =
        ear.hearer()
            .hear(own, verb, to, message)
            .onComplete(reply -> {
              if (gets(ear.process(), asker)) {
                world.after(
                    asker,
                    delay(),
                    () -> {
                      if (reply.succeeded()) {
                        boolean _ = answer.tryComplete(reply.result());
                      } else {
                        boolean _ = answer.tryFail(seen(reply.cause()));
                      }
                    });
              }
            });
  }

  private static Throwable seen(Throwable failure) {
    return failure instanceof RefusedException
        ? failure
        : new ReplyException(
            ReplyFailure.RECIPIENT_FAILURE, 403, String.valueOf(failure.getMessage()));
  }

  private List<Ear> living(String address) {
    return ears.getOrDefault(address, List.of()).stream()
        .filter(ear -> !ear.process().dead)
        .toList();
  }

  private boolean gets(SimWorld.Life from, SimWorld.Life to) {
    return !cuts.contains(from.name + ">" + to.name) && !world.chance(loss);
  }

  private long delay() {
    return world.chance(0.02) ? world.between(100, 3000) : world.between(1, 20);
  }
}
