package dev.swarm.coordinator;

import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Progress;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Wire;
import io.vertx.core.Context;
import io.vertx.core.eventbus.Message;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What nodes send to a run: decoded, judged, answered on every path. Called on the run's context;
 * nothing here blocks.
 */
final class Intake {
  private final Reception reception;
  private final Context context;
  private final Watch watch;
  private final Map<Exit, Integer> exits = new EnumMap<>(Exit.class);

  Intake(Reception reception, Context context, Watch watch) {
    this.reception = reception;
    this.context = context;
    this.watch = watch;
  }

  /** How a message can leave the intake; each has its counter. */
  enum Exit {
    KEPT,
    DUPLICATE,
    TOO_LATE,
    NOT_KEPT,
    NONSENSE,
    MALFORMED,
    HELLO,
    PROGRESS
  }

  /** How many messages left by {@code exit}. */
  int count(Exit exit) {
    return exits.getOrDefault(exit, 0);
  }

  /** An outcome comes home. */
  void outcome(Message<Object> message) {
    decoded(message, Delivery.class, delivery -> judged(message, delivery));
  }

  /** Something happened on a node; no answer is expected, one is given if it is. */
  void progress(Message<Object> message) {
    decoded(
        message,
        Progress.class,
        progress ->
            reception
                .progress(progress)
                .ifPresentOrElse(
                    reason -> refuse(message, Exit.NONSENSE, Delivery.NONSENSE, reason),
                    () -> leave(Exit.PROGRESS)));
  }

  /** A node introduces itself. */
  void hello(Message<Object> message) {
    decoded(
        message,
        NodeHello.class,
        hello -> {
          leave(Exit.HELLO);
          reception.hello(hello);
        });
  }

  private void judged(Message<Object> message, Delivery delivery) {
    switch (reception.delivered(delivery)) {
      case Verdict.TooLate(var reason) -> refuse(message, Exit.TOO_LATE, Delivery.TOO_LATE, reason);
      case Verdict.Nonsense(var reason) ->
          refuse(message, Exit.NONSENSE, Delivery.NONSENSE, reason);
      case Verdict.Counts(var kept, boolean again) -> {
        var receipt = new Receipt(delivery.outcome().subtask(), delivery.outcome().attempt());
        acknowledge(message, receipt, kept, again ? Exit.DUPLICATE : Exit.KEPT);
      }
    }
  }

  private void acknowledge(
      Message<Object> message, Receipt receipt, CompletableFuture<Void> kept, Exit exit) {
    var _ =
        kept.whenComplete((_, failure) ->
            context.runOnContext(_ -> {
              if (failure == null) {
                leave(exit);
                message.reply(Wire.encode(receipt));
              } else {
                refuse(
                    message,
                    Exit.NOT_KEPT,
                    Delivery.NOT_KEPT,
                    "could not keep the outcome: " + failure.getMessage());
              }
            }));
  }

  private <T> void decoded(Message<Object> message, Class<T> type, Consumer<T> then) {
    try {
      if (message.body() instanceof String text) {
        then.accept(Wire.decode(text, type));
      } else {
        refuse(message, Exit.MALFORMED, Delivery.NONSENSE, "the body is no text");
      }
    } catch (MalformedMessageException e) {
      refuse(message, Exit.MALFORMED, Delivery.NONSENSE, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error bug) {
      refuse(message, Exit.NOT_KEPT, Delivery.NOT_KEPT, "the coordinator failed: " + bug);
      watch.broken(bug);
    }
  }

  private void refuse(Message<Object> message, Exit exit, int code, String reason) {
    leave(exit);
    message.fail(code, reason);
  }

  private void leave(Exit exit) {
    exits.merge(exit, 1, Integer::sum);
  }
}
