package dev.swarm.bus;

import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A process's one way to the bus: seals what goes out, checks what comes in, answers on every path.
 * May be used from any thread.
 *
 * <p>Seals are made and checked on {@code outbox} and {@code inbox}, never on an event loop. Both
 * run one task after the other, in order: what is told first arrives first. Handlers are called on
 * {@code inbox} and hand over at once.
 */
public final class Door {
  /** What a reply is called in its frame; no verb has such a name. */
  private static final String REPLY = "re:";

  private static final String REFUSAL = "re:refusal";

  private final Seal seal;
  private final Doorkeeper keeper;
  private final Executor inbox;
  private final Executor outbox;
  private final Consumer<Turned> turned;
  private final Map<String, Ear<?, ?>> ears = new HashMap<>();
  private final List<String> addresses;
  private volatile EventBus bus;
  private List<MessageConsumer<Object>> consumers = List.of();

  /**
   * Takes everything it needs; nothing is heard before {@link #attach}.
   *
   * @param addresses where this process listens; each is one of {@link Addresses}
   * @param turned hears of each message that was turned away; must not block
   */
  public Door(
      EventBus bus,
      Seal seal,
      Doorkeeper keeper,
      List<String> addresses,
      Executor inbox,
      Executor outbox,
      Consumer<Turned> turned) {
    this.bus = bus;
    this.seal = seal;
    this.keeper = keeper;
    this.addresses = Addresses.declared(addresses);
    this.inbox = inbox;
    this.outbox = outbox;
    this.turned = turned;
  }

  private record Ear<M, R>(Verb<M, R> verb, Function<Received<M>, Future<R>> hear) {}

  /** Whose door it is. */
  public Sender own() {
    return seal.own();
  }

  /**
   * Hears {@code verb} from the next {@link #attach} on. The handler hands over at once; its future
   * is the reply. A {@link RefusedException} in it becomes a sealed refusal, anything else a bug.
   *
   * @throws IllegalStateException if it is heard already, or is none of {@link Verb#ALL}
   */
  public <M, R> Door on(Verb<M, R> verb, Function<Received<M>, Future<R>> handler) {
    if (!Verb.ALL.contains(verb)) {
      throw new IllegalStateException("not in the registry of what is said: " + verb);
    }
    if (ears.put(verb.id(), new Ear<>(verb, handler)) != null) {
      throw new IllegalStateException("heard twice: " + verb);
    }
    return this;
  }

  /**
   * Listens on {@code other} from now on, and no longer on the bus before it: the first time, and
   * whenever the process had to join the cluster anew.
   */
  public synchronized Future<Void> attach(EventBus other) {
    var before = consumers;
    bus = other;
    consumers = addresses.stream().map(address -> listening(other, address)).toList();
    var ready = Future.all(consumers.stream().map(MessageConsumer::completion).toList());
    before.forEach(Door::forget);
    return ready.mapEmpty();
  }

  private static void forget(MessageConsumer<Object> consumer) {
    try {
      var _ = consumer.unregister();
    } catch (RejectedExecutionException closed) {
      // Its bus is gone, and it with it.
    }
  }

  /** Hears nothing any more. */
  public synchronized Future<Void> close() {
    var before = consumers;
    consumers = List.of();
    return Future.join(before.stream().map(MessageConsumer::unregister).toList()).mapEmpty();
  }

  /**
   * Says {@code message} and waits for the answer.
   *
   * @return fails with a {@link RefusedException} if the other side refused under its seal, with a
   *     {@link RejectedException} if the answer's seal does not hold, with Vert.x's own failure if
   *     nothing came back, which says nothing about what became of the message
   */
  public <M, R> Future<R> ask(Verb<M, R> verb, To to, M message, Duration patience) {
    var answer = Promise.<R>promise();
    var options = new DeliveryOptions().setSendTimeout(patience.toMillis());
    outbox.execute(() -> {
      try {
        var frame = seal(verb, to, message);
        var id = seal.glance(frame).id(seal.own());
        var _ =
            bus.request(to.address(), Buffer.buffer(frame), options)
                .onFailure(silence -> {
                  boolean _ = answer.tryFail(silence);
                })
                .onSuccess(reply -> inbox.execute(() -> answered(verb, to, id, reply, answer)));
      } catch (RejectedException | RuntimeException | Error bug) {
        boolean _ = answer.tryFail(bug);
      }
    });
    return answer.future();
  }

  /** Says {@code message} to one, without waiting for anything. */
  public <M> void tell(Verb<M, ?> verb, To to, M message) {
    outbox.execute(() -> {
      var _ = bus.send(to.address(), Buffer.buffer(seal(verb, to, message)));
    });
  }

  /** Says {@code message} to everybody who listens there. */
  public <M> void publish(Verb<M, ?> verb, To to, M message) {
    outbox.execute(() -> {
      var _ = bus.publish(to.address(), Buffer.buffer(seal(verb, to, message)));
    });
  }

  private byte[] seal(Verb<?, ?> verb, To to, Object message) {
    return seal.close(verb.id(), to.recipient(), to.freshness(), Wire.encode(message));
  }

  private <R> void answered(
      Verb<?, R> verb, To to, String id, Message<Object> reply, Promise<R> answer) {
    try {
      var opened = seal.open(bytes(reply));
      requireReplyOf(verb, to, id, opened);
      if (opened.envelope().type().equals(REFUSAL)) {
        var no = decoded(opened, Refusal.class);
        boolean _ = answer.tryFail(new RefusedException(no.code(), no.reason()));
      } else {
        boolean _ = answer.tryComplete(decoded(opened, verb.reply()));
      }
    } catch (RejectedException e) {
      turned.accept(new Turned(to.address(), REPLY + verb.id(), e.why(), message(e)));
      boolean _ = answer.tryFail(e);
    } catch (RuntimeException | Error bug) {
      boolean _ = answer.tryFail(bug);
    }
  }

  /** A reply is to this very frame, and of whom it went to. */
  private static void requireReplyOf(Verb<?, ?> verb, To to, String id, Opened opened)
      throws RejectedException {
    var type = opened.envelope().type();
    if (!type.equals(REPLY + verb.id()) && !type.equals(REFUSAL)) {
      throw new RejectedException(Rejection.MISDIRECTED, "it is no reply to a " + verb);
    }
    if (!opened.envelope().freshness().equals(id)) {
      throw new RejectedException(Rejection.STALE, "it replies to another message");
    }
    if (verb.place() == Verb.Place.MEMBER) {
      return;
    }
    var role = verb.place() == Verb.Place.NODE ? Role.NODE : Role.COORDINATOR;
    if (opened.from().role() != role) {
      throw new RejectedException(
          Rejection.WRONG_ROLE, "a " + opened.from().role() + " replied to a " + verb);
    }
    if (role == Role.NODE && !opened.from().name().equals(to.recipient())) {
      throw new RejectedException(
          Rejection.MISDIRECTED, opened.from().name() + " replied for " + to.recipient());
    }
  }

  private MessageConsumer<Object> listening(EventBus on, String address) {
    return on.consumer(address, message -> inbox.execute(() -> came(address, message)));
  }

  private void came(String address, Message<Object> message) {
    var type = "";
    try {
      var frame = bytes(message);
      var envelope = seal.glance(frame);
      type = envelope.type();
      var ear = ear(type);
      keeper.glance(envelope, ear.verb());
      let(address, message, seal.open(frame), ear);
    } catch (RejectedException e) {
      turned.accept(new Turned(address, type, e.why(), message(e)));
      // Unsealed, for whoever sent it did not show that it may cost us a signature: a mere hint.
      message.fail(Refusal.FORBIDDEN, e.why().id());
    } catch (RuntimeException | Error bug) {
      message.fail(Refusal.BUG, bug.toString());
    }
  }

  private <M, R> void let(String address, Message<Object> message, Opened opened, Ear<M, R> ear) {
    var id = opened.envelope().id(opened.from());
    try {
      requireSender(opened, ear.verb());
      keeper.admit(opened, ear.verb());
      var heard = decoded(opened, ear.verb().message());
      var _ =
          ear.hear()
              .apply(new Received<>(opened.from(), heard))
              .onSuccess(reply -> reply(message, REPLY + ear.verb().id(), id, reply))
              .onFailure(failure -> reply(message, REFUSAL, id, refusal(failure)));
    } catch (RejectedException e) {
      turned.accept(new Turned(address, ear.verb().id(), e.why(), message(e)));
      var refusal = new Refusal(Refusal.FORBIDDEN, e.why().id() + ": " + message(e));
      reply(message, REFUSAL, id, refusal);
    } catch (RuntimeException | Error bug) {
      reply(message, REFUSAL, id, refusal(bug));
    }
  }

  private static void requireSender(Opened opened, Verb<?, ?> verb) throws RejectedException {
    if (opened.from().role() != verb.sender()) {
      throw new RejectedException(
          Rejection.WRONG_ROLE,
          opened.from().name()
              + " has the key of a "
              + opened.from().role()
              + ", not of a "
              + verb.sender());
    }
  }

  private static Refusal refusal(Throwable failure) {
    return failure instanceof RefusedException refused
        ? new Refusal(refused.code(), message(refused))
        : new Refusal(Refusal.BUG, failure.toString());
  }

  private void reply(Message<Object> message, String type, String id, Object body) {
    if (message.replyAddress() == null) {
      return;
    }
    outbox.execute(() -> {
      var frame = seal.close(type, "", id, Wire.encode(body));
      message.reply(Buffer.buffer(frame));
    });
  }

  private Ear<?, ?> ear(String type) throws RejectedException {
    var ear = ears.get(type);
    if (ear == null) {
      throw new RejectedException(Rejection.MISDIRECTED, "nobody hears a " + type + " here");
    }
    return ear;
  }

  private static <T> T decoded(Opened opened, Class<T> type) throws RejectedException {
    try {
      return Wire.decode(opened.body(), type);
    } catch (MalformedMessageException e) {
      throw new RejectedException(Rejection.MALFORMED, message(e));
    }
  }

  private static byte[] bytes(Message<Object> message) throws RejectedException {
    if (message.body() instanceof Buffer buffer) {
      return buffer.getBytes();
    }
    throw new RejectedException(Rejection.MALFORMED, "the body is no bytes");
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
