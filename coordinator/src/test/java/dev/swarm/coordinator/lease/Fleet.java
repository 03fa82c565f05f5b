package dev.swarm.coordinator.lease;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.Sender;
import dev.swarm.bus.To;
import dev.swarm.coordinator.Timers;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.PermitAnswer;
import dev.swarm.protocol.PermitSpent;
import dev.swarm.protocol.PermitWish;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Verb;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A coordinator that lends, and nodes that ask, on a bus that may be made to lose and to double.
 */
final class Fleet implements AutoCloseable {
  private static final String SESSION = "session";
  private static final RunId RUN = new RunId("run");

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger doubled = new AtomicInteger();

  void lend(Limits limits) {
    var door = door(Role.COORDINATOR, SESSION, Addresses.coordinator(SESSION));
    var clock = new SystemClock();
    var context = vertx.getOrCreateContext();
    var _ =
        new Lending(Map.of(), limits)
            .open(
                door,
                _ -> Optional.empty(),
                Timers.of(vertx, clock),
                clock,
                work -> context.runOnContext(_ -> work.run()));
    within(door.attach(vertx.eventBus()));
  }

  Member node(String name) {
    return new Member(name, door(Role.NODE, name, Addresses.node(name)));
  }

  /** From now on a tenth of all messages gets lost, and a tenth comes twice. */
  void mistreat(Random random) {
    var bus = vertx.eventBus();
    var _ =
        bus.addOutboundInterceptor(context -> {
          int chance;
          synchronized (random) {
            chance = random.nextInt(10);
          }
          if (chance == 0) {
            int _ = lost.incrementAndGet();
            return;
          }
          if (chance == 1 && context.message().address().equals(Addresses.coordinator(SESSION))) {
            int _ = doubled.incrementAndGet();
            var again = context.body();
            long _ =
                vertx.setTimer(
                    5,
                    _ -> {
                      var _ = bus.send(Addresses.coordinator(SESSION), again);
                    });
          }
          context.next();
        });
  }

  int lost() {
    return lost.get();
  }

  int doubled() {
    return doubled.get();
  }

  /** The books are kept on another thread: a wish that is refused for ever sees what is in them. */
  void settled() throws Exception {
    var node = node("a");
    while (node.wish("probe", Duration.ZERO).permitted()) {
      node.spent("probe", BigDecimal.ZERO);
    }
  }

  private Door door(Role role, String name, String address) {
    return new Door(
        vertx.eventBus(),
        new OpenSeal(new Sender(role, name, "process of " + name)),
        new Open(),
        List.of(address),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()),
        turned -> {
          throw new AssertionError(turned);
        });
  }

  private static <T> T within(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    threads.close();
    within(vertx.close());
  }

  /** Lets everything in, copies of old messages too. */
  private static final class Open implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {}

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {}
  }

  /** A node that asks again until it is answered. */
  record Member(String name, Door door) {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    PermitAnswer wish(String id, Duration patience) throws Exception {
      while (true) {
        var answer = ask(id, patience);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
    }

    Optional<PermitAnswer> ask(String id, Duration patience) throws Exception {
      return askAs(name, id, patience);
    }

    /** Empty where nobody answered, or the answer is: later. */
    Optional<PermitAnswer> askAs(String node, String id, Duration patience) throws Exception {
      var wish =
          new PermitWish(name + id, RUN, node, new SubtaskId("subtask"), "a reason", patience);
      var asked = door.ask(Verb.PERMIT_WISH, To.coordinator(SESSION), wish, PATIENCE);
      try {
        return Optional.of(asked.toCompletionStage().toCompletableFuture().get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ReplyException
            || (e.getCause() instanceof RefusedException no && no.code() == 503)) {
          return Optional.empty();
        }
        throw e;
      }
    }

    /** Says so until it is heard. */
    void spent(String id, BigDecimal cost) throws Exception {
      var spent = new PermitSpent(name + id, RUN, name, new SubtaskId("subtask"), 100, 10, cost);
      while (true) {
        try {
          var _ =
              door.ask(Verb.PERMIT_SPENT, To.coordinator(SESSION), spent, PATIENCE)
                  .toCompletionStage()
                  .toCompletableFuture()
                  .get();
          return;
        } catch (ExecutionException _) {
          // once more
        }
      }
    }
  }
}
