package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Door;
import dev.swarm.bus.Received;
import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Presence;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Reached;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * One node on the bus. The desk admits and replies; each admitted subtask works on a virtual thread
 * of its own; every outcome is delivered again until it is acknowledged. State is the desk's alone,
 * and none of it hangs on a bus: when the process has to join anew, work goes on.
 *
 * <p>Further verbs of a node, such as grants of router slots, are heard by whoever registers them
 * on the same door before {@link #start}.
 */
public final class NodeAgent {
  private static final Duration TIDY = Duration.ofMinutes(1);
  private static final Duration WRITE_AGAIN = Duration.ofSeconds(5);
  private static final int REACHES = 20;

  private final Parts parts;
  private final String node;
  private final Hand hand = new Hand();
  private final Admission admission;
  private final Working working;
  private final Newsroom newsroom;
  private final Courier courier;
  private final Beating beating;
  private final Commands commands;
  private final Reaching reaching;
  private final Rate reaches = new Rate(REACHES, Duration.ofSeconds(10));
  private Optional<Leaving> leaving = Optional.empty();

  /**
   * What an agent is made of.
   *
   * @param hello who the node is at the moment; its name and instance never change. Must not block
   * @param load of the machine over a minute; negative where it is not known. Must not block
   * @param strangers members of the cluster that show no valid claim. Must not block
   * @param revocations hears of each list of revoked keys that a coordinator brings; whoever it is
   *     checks the authority's signature. Must not block
   * @param wall the machine's clock, for people and for days
   * @param steady never jumps when somebody sets the clock
   */
  public record Parts(
      Supplier<NodeHello> hello,
      Investigator investigator,
      Door door,
      Books books,
      Policy policy,
      Pulse pulse,
      Turnings turnings,
      Desk desk,
      InstantSource wall,
      InstantSource steady,
      DoubleSupplier load,
      Supplier<List<String>> strangers,
      Consumer<String> revocations) {}

  /** An agent whose verbs are registered on the door; it begins with {@link #start}. */
  public NodeAgent(Parts parts) {
    this.parts = parts;
    this.node = parts.hello().get().node();
    var desk = parts.desk();
    var books = parts.books();
    this.admission = new Admission(node, parts.policy(), books, hand);
    this.working = new Working(parts.investigator(), desk, new Told());
    this.beating = new Beating(parts.door(), desk, parts.pulse(), new Present(), parts.steady());
    this.newsroom =
        new Newsroom(node, parts.door(), desk, books.memory(), () -> beating.tempo().news());
    this.courier = new Courier(node, parts.door(), desk, books);
    var offering =
        new Offering(
            admission, books, hand, parts.wall(), parts.steady(), working::begin, courier::deliver);
    this.commands = new Commands(books, hand, offering, working, courier, parts.wall());
    this.reaching = new Reaching(parts.steady(), desk);
    hear();
  }

  private void hear() {
    var desk = parts.desk();
    var _ =
        parts
            .door()
            .on(Verb.ROLL_CALL, call -> desk.call(() -> called(call)))
            .on(
                Verb.OFFER,
                offers ->
                    desk.call(() -> {
                      beating.hear(offers.message().session());
                      return commands.offered(offers, parts.hello().get().capacity());
                    }))
            .on(Verb.CANCEL, cancel -> desk.call(() -> commands.cancelled(cancel)))
            .on(Verb.CLOSE, close -> desk.call(() -> commands.closed(close.message())))
            .on(
                Verb.COLLECT,
                collect ->
                    desk.call(() -> {
                      beating.hear(collect.message().session());
                      return commands.collected(collect);
                    }))
            .on(Verb.REACH, reach -> desk.call(() -> reached(reach.message())));
  }

  /**
   * Listens on {@code bus}, beats at once and from then on, and delivers what earlier instances
   * could not.
   */
  public Future<Void> start(EventBus bus) {
    return join(bus)
        .onSuccess(_ -> parts.desk().execute(this::tidy))
        .onSuccess(_ -> parts.desk().execute(this::mend));
  }

  /** Listens on {@code bus} from now on, after the process had to join the cluster anew. */
  public Future<Void> rejoin(EventBus bus) {
    return join(bus);
  }

  private Future<Void> join(EventBus bus) {
    return parts
        .door()
        .attach(bus)
        .compose(_ ->
            parts
                .desk()
                .call(() -> {
                  beating.beat();
                  courier.resume();
                  return Future.succeededFuture();
                }));
  }

  /**
   * Takes nothing new, lets what runs end within {@code patience}, then stops it, delivers what is
   * known and goes. When called a second time it goes at once.
   */
  public Future<Void> drain(Duration patience) {
    return parts
        .desk()
        .call(() -> {
          if (leaving.isPresent()) {
            return leaving.get().now();
          }
          var begun = new Leaving(hand, working, courier, parts.desk(), this::farewell);
          leaving = Optional.of(begun);
          admission.leave();
          beating.beat();
          return begun.begin(patience);
        })
        .compose(_ -> parts.door().close());
  }

  private void farewell() {
    newsroom.tellAll();
    beating.end();
  }

  private Future<Presence> called(Received<RollCall> received) {
    var call = received.message();
    commands.introduced(received.from().process(), call.session());
    call.revocations().ifPresent(parts.revocations());
    beating.hear(call.session(), call.tempo());
    // that it came in has to be on disk, so that it never comes in again
    return parts.books().note(List.of()).otherwiseEmpty().map(_ -> presence());
  }

  private Presence presence() {
    return new Presence(parts.hello().get(), parts.pulse().latest(), parts.wall().instant());
  }

  private Future<Reached> reached(Reach asked) {
    var now = parts.steady().instant();
    if (!parts.policy().reach()) {
      return refused(Refusal.FORBIDDEN, "policy: this node's policy.reach says no");
    }
    if (reaches.wait(now).isPresent()) {
      return refused(Refusal.UNAVAILABLE, "it was asked " + REACHES + " times within 10 s already");
    }
    reaches.count(now);
    return reaching.reach(asked);
  }

  private static <T> Future<T> refused(int code, String reason) {
    return Future.failedFuture(new RefusedException(code, reason));
  }

  private void tidy() {
    if (leaving.isEmpty()) {
      parts.books().tidy(parts.wall().instant());
      var _ = parts.desk().after(TIDY, this::tidy);
    }
  }

  /** Asked what is wrong, the books find out whether it still is. */
  private void mend() {
    if (leaving.isEmpty()) {
      var _ = parts.books().trouble();
      var _ = parts.desk().after(WRITE_AGAIN, this::mend);
    }
  }

  /**
   * What was worked is remembered, written and delivered at once; one does not wait for another.
   */
  private void ended(Order order, Outcome outcome) {
    boolean _ = hand.drop(Piece.of(order));
    var news = newsroom.last(order);
    var ended = new Entry.Ended(order.run(), outcome, parts.wall().instant());
    parts.books().foresee(ended);
    write(ended);
    courier.deliver(Piece.of(order), news);
    leaving.ifPresent(Leaving::look);
  }

  private void write(Entry.Ended ended) {
    var _ =
        parts
            .books()
            .note(List.of(ended))
            .onFailure(_ -> {
              if (leaving.isEmpty()) {
                var _ = parts.desk().after(WRITE_AGAIN, () -> write(ended));
              }
            });
  }

  /** What the workers tell. */
  private final class Told implements Working.Ears {
    @Override
    public void happened(Order order, Event event) {
      newsroom.hear(order, event);
    }

    @Override
    public void ended(Order order, Outcome outcome) {
      NodeAgent.this.ended(order, outcome);
    }
  }

  /** What beats tell. */
  private final class Present implements Beating.Vitals {
    @Override
    public NodeHello hello() {
      return parts.hello().get();
    }

    @Override
    public Hand hand() {
      return hand;
    }

    @Override
    public int kept() {
      return (int)
          parts.books().memory().runs().values().stream()
              .flatMap(run -> run.kept().values().stream())
              .filter(kept -> !kept.receipted())
              .count();
    }

    @Override
    public double load() {
      return parts.load().getAsDouble();
    }

    @Override
    public Map<String, Integer> refused() {
      return parts.turnings().counts();
    }

    @Override
    public List<String> strangers() {
      return parts.strangers().get();
    }
  }
}
