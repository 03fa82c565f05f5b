package dev.swarm.agent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Opened;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.PermitAnswer;
import dev.swarm.protocol.PermitSpent;
import dev.swarm.protocol.PermitWish;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.permit.Grant;
import dev.swarm.router.permit.Wish;
import dev.swarm.router.waiting.Bells;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetPermitsTest {
  private static final String SESSION = "session";
  private static final Wish WISH = new Wish("node", "run", "subtask", "it does not get on");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<PermitWish> wishes = new LinkedBlockingQueue<>();
  private final BlockingQueue<PermitSpent> spent = new LinkedBlockingQueue<>();

  @AfterEach
  void close() throws Exception {
    var _ = vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_permit_is_asked_of_the_runs_coordinator_and_what_was_spent_is_told_to_it()
      throws Exception {
    coordinator(_ -> Future.succeededFuture(new PermitAnswer(true, "")));
    var permits = permits(Optional.of(SESSION));

    assertInstanceOf(Grant.Permitted.class, permits.wish(WISH, MINUTE));
    permits.spent(WISH, new Usage(100, 20, 0), new BigDecimal("0.12"));

    var asked = wishes.take();
    var told = spent.take();
    assertEquals(asked.wish(), told.wish());
    assertEquals(List.of(100L, 20L), List.of(told.promptTokens(), told.completionTokens()));
    assertEquals(new BigDecimal("0.12"), told.cost());
  }

  @Test
  void who_stands_in_line_asks_again_for_the_same_wish() throws Exception {
    coordinator(_ ->
        wishes.size() < 2
            ? Future.failedFuture(new RefusedException(Refusal.UNAVAILABLE, "in line"))
            : Future.succeededFuture(new PermitAnswer(true, "")));

    assertInstanceOf(Grant.Permitted.class, permits(Optional.of(SESSION)).wish(WISH, MINUTE));

    assertEquals(wishes.take().wish(), wishes.take().wish());
  }

  @Test
  void a_refusal_says_why() throws Exception {
    coordinator(_ -> Future.succeededFuture(new PermitAnswer(false, "the limit is used up")));

    assertEquals(
        new Grant.Refused("the limit is used up"),
        permits(Optional.of(SESSION)).wish(WISH, MINUTE));
  }

  @Test
  void without_a_coordinator_there_is_no_leave() throws Exception {
    assertEquals(
        new Grant.Refused("no coordinator gave leave within 0 s"),
        permits(Optional.empty()).wish(WISH, Duration.ofMillis(20)));
  }

  @Test
  void what_was_never_permitted_is_not_told() throws Exception {
    coordinator(_ -> Future.succeededFuture(new PermitAnswer(true, "")));
    var permits = permits(Optional.of(SESSION));
    permits.spent(WISH, Usage.UNKNOWN, BigDecimal.ZERO);
    var _ = permits.wish(WISH, MINUTE);
    permits.spent(WISH, Usage.UNKNOWN, BigDecimal.TEN);

    assertEquals(BigDecimal.TEN, spent.take().cost());
  }

  private FleetPermits permits(Optional<String> session) {
    return new FleetPermits(
        door(Role.NODE, "node", Addresses.node("node")),
        _ -> session,
        Bells.real(),
        Later.of(vertx),
        new SystemClock());
  }

  private void coordinator(Function<PermitWish, Future<PermitAnswer>> answers) throws Exception {
    var door = door(Role.COORDINATOR, SESSION, Addresses.coordinator(SESSION));
    var _ =
        door.on(
                Verb.PERMIT_WISH,
                wish -> {
                  wishes.add(wish.message());
                  return answers.apply(wish.message());
                })
            .on(
                Verb.PERMIT_SPENT,
                told -> {
                  spent.add(told.message());
                  return Future.succeededFuture(new Noted());
                });
    var _ = door.attach(vertx.eventBus()).await(10, TimeUnit.SECONDS);
  }

  private Door door(Role role, String name, String address) {
    return new Door(
        vertx.eventBus(),
        new OpenSeal(new Sender(role, name, SESSION)),
        new Open(),
        List.of(address),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()),
        turned -> {
          throw new AssertionError(turned);
        });
  }

  /** Lets everything in. */
  private static final class Open implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {}

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {}
  }
}
