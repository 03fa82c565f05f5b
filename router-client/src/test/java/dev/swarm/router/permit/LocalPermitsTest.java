package dev.swarm.router.permit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.waiting.Bell;
import dev.swarm.router.waiting.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPermitsTest {
  private static final Use CALL = new Use(1, 1000, new BigDecimal("0.10"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SimulatedTime time = new SimulatedTime();

  @Test
  void a_wish_within_the_limits_is_permitted_at_once() {
    var permits = permits(new Limits(Cap.NONE, Cap.ofCalls(1), Cap.NONE, Cap.NONE, CALL));

    assertInstanceOf(Grant.Permitted.class, wish(permits, "a", Duration.ZERO));
  }

  @Test
  void what_finds_no_permit_waits_and_is_refused_with_the_limit_when_its_time_is_up() {
    var permits = permits(new Limits(Cap.NONE, Cap.ofCalls(1), Cap.NONE, Cap.NONE, CALL));
    var _ = wish(permits, "a", Duration.ZERO);
    Instant before = time.instant();

    var grant = assertInstanceOf(Grant.Refused.class, wish(permits, "b", MINUTE));

    assertEquals(MINUTE, Duration.between(before, time.instant()));
    assertEquals(
        "no permit came free within 60 s: the limit of 1 calls in an hour for all nodes",
        grant.reason());
  }

  @Test
  void an_hour_later_there_is_room_again_and_who_waited_gets_it() {
    var permits = permits(new Limits(Cap.ofCalls(1), Cap.NONE, Cap.NONE, Cap.NONE, CALL));
    var _ = wish(permits, "a", Duration.ZERO);
    Instant before = time.instant();

    assertInstanceOf(Grant.Permitted.class, wish(permits, "a", Duration.ofHours(2)));

    assertEquals(Duration.ofHours(1), Duration.between(before, time.instant()));
  }

  @Test
  void what_a_run_has_used_up_is_not_waited_for() {
    var permits = permits(new Limits(Cap.NONE, Cap.NONE, Cap.NONE, Cap.ofCalls(1), CALL));
    var _ = wish(permits, "a", Duration.ZERO);
    Instant before = time.instant();

    var grant = assertInstanceOf(Grant.Refused.class, wish(permits, "b", Duration.ofHours(9)));

    assertEquals(before, time.instant());
    assertEquals("the limit of 1 calls in this run for all nodes is used up", grant.reason());
  }

  @Test
  void what_was_set_aside_and_not_used_is_given_to_who_waits() {
    var tokens = new Cap(OptionalLong.empty(), OptionalLong.of(1500), Optional.empty());
    var permits = permits(new Limits(Cap.NONE, tokens, Cap.NONE, Cap.NONE, CALL));
    Instant before = time.instant();
    var grants =
        time.together(
            List.<Callable<Grant>>of(
                () -> called(permits, "a", 400, MINUTE), () -> called(permits, "b", 400, MINUTE)));

    assertTrue(grants.stream().allMatch(Grant.Permitted.class::isInstance));
    assertEquals(MINUTE.multipliedBy(2), Duration.between(before, time.instant()));
  }

  @Test
  void a_limit_of_money_ends_a_run() {
    var money = new Cap(OptionalLong.empty(), OptionalLong.empty(), Optional.of(BigDecimal.ONE));
    var permits = permits(new Limits(Cap.NONE, Cap.NONE, Cap.NONE, money, CALL));

    long permitted =
        IntStream.range(0, 30)
            .mapToObj(i -> time.alone(() -> called(permits, "a", 10, Duration.ZERO)))
            .filter(Grant.Permitted.class::isInstance)
            .count();

    assertEquals(10, permitted);
    var grant = (Grant.Refused) wish(permits, "a", MINUTE);
    assertEquals("the limit of a cost of 1 in this run for all nodes is used up", grant.reason());
  }

  @Test
  void nodes_take_turns_however_much_one_of_them_asks_for() {
    var permits = permits(new Limits(Cap.NONE, Cap.ofCalls(4), Cap.NONE, Cap.NONE, CALL));
    var order = Collections.synchronizedList(new ArrayList<String>());
    var works = new ArrayList<Callable<Grant>>();
    for (int i = 0; i < 12; i++) {
      works.add(() -> noted(permits, "greedy", order, Duration.ZERO));
    }
    for (int i = 0; i < 2; i++) {
      works.add(() -> noted(permits, "modest", order, Duration.ofSeconds(1)));
    }

    var _ = time.together(works);

    assertEquals(14, order.size());
    assertEquals(2, order.subList(4, 8).stream().filter("modest"::equals).count());
  }

  @Test
  void a_wish_that_is_called_off_while_it_waits_leaves_nothing_behind() {
    var permits = permits(new Limits(Cap.NONE, Cap.ofCalls(1), Cap.NONE, Cap.NONE, CALL));
    var waits = new AtomicReference<Thread>();
    Instant before = time.instant();

    var grants =
        time.together(
            List.<Callable<Grant>>of(
                () -> called(permits, "a", 10, Duration.ZERO),
                () -> calledOff(permits, waits),
                () -> {
                  time.sleep(MINUTE);
                  time.interrupt(waits.get());
                  return permits.wish(wish("c"), Duration.ofHours(9));
                }));

    assertEquals(new Grant.Refused("called off"), grants.get(1));
    assertInstanceOf(Grant.Permitted.class, grants.get(2));
    assertEquals(Duration.ofHours(1), Duration.between(before, time.instant()));
  }

  @Test
  void a_wish_that_is_called_off_at_the_moment_of_its_grant_gives_it_back()
      throws InterruptedException {
    var tokens = new Cap(OptionalLong.empty(), OptionalLong.of(1000), Optional.empty());
    var permits = new AtomicReference<LocalPermits>();
    var limits = new Limits(Cap.NONE, Cap.NONE, Cap.NONE, tokens, CALL);
    permits.set(new LocalPermits(limits, lock -> new Untimely(lock, permits), time));
    assertInstanceOf(Grant.Permitted.class, permits.get().wish(wish("a"), Duration.ZERO));

    assertThrows(InterruptedException.class, () -> permits.get().wish(wish("b"), MINUTE));

    assertInstanceOf(Grant.Permitted.class, permits.get().wish(wish("c"), Duration.ZERO));
  }

  /** While one waits at it, its wish is granted, and then its thread is interrupted. */
  private record Untimely(ReentrantLock lock, AtomicReference<LocalPermits> permits)
      implements Bell {
    @Override
    public void await(Duration atMost) throws InterruptedException {
      permits.get().spent(wish("a"), Usage.UNKNOWN, BigDecimal.ZERO);
      throw new InterruptedException();
    }

    @Override
    public void ring() {}
  }

  private Grant calledOff(Permits permits, AtomicReference<Thread> thread)
      throws InterruptedException {
    time.sleep(Duration.ofSeconds(1));
    thread.set(Thread.currentThread());
    assertThrows(InterruptedException.class, () -> permits.wish(wish("b"), Duration.ofHours(9)));
    return new Grant.Refused("called off");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void under_random_load_no_limit_is_ever_exceeded(long seed) {
    var random = new Random(seed);
    var limits =
        new Limits(
            cap(random, 20, 15_000),
            cap(random, 60, 45_000),
            cap(random, 30, 20_000),
            cap(random, 90, 70_000),
            CALL);
    var permits = permits(limits);
    var calls = Collections.synchronizedList(new ArrayList<Called>());
    var works = new ArrayList<Callable<Grant>>();
    for (int i = 0; i < 300; i++) {
      var script = new Random(seed * 1000 + i);
      works.add(() -> wander(permits, script, calls));
    }

    var grants = time.together(works);

    assertTrue(grants.stream().anyMatch(Grant.Refused.class::isInstance), "nothing was refused");
    assertTrue(calls.size() >= 10, "only " + calls.size() + " calls");
    new Auditor(limits, calls).check();
  }

  private static Cap cap(Random random, int calls, int tokens) {
    return new Cap(
        OptionalLong.of(1 + random.nextInt(calls)),
        OptionalLong.of(2000 + random.nextInt(tokens)),
        Optional.of(BigDecimal.valueOf(20 + random.nextInt(600), 2)));
  }

  private Grant wander(Permits permits, Random script, List<Called> calls)
      throws InterruptedException {
    time.sleep(Duration.ofSeconds(script.nextInt(4 * 3600)));
    var wish = new Wish("node " + script.nextInt(4), "run " + script.nextInt(5), "s", "stuck");
    var grant = permits.wish(wish, Duration.ofSeconds(script.nextInt(7200)));
    if (grant instanceof Grant.Permitted) {
      Instant permitted = time.instant();
      time.sleep(Duration.ofSeconds(script.nextInt(600)));
      var use = new Use(1, script.nextInt(1001), BigDecimal.valueOf(script.nextInt(11), 2));
      calls.add(new Called(wish, permitted, time.instant(), use));
      permits.spent(wish, new Usage(use.tokens(), 0, 0), use.cost());
    }
    return grant;
  }

  /** A call from leave to end. */
  private record Called(Wish wish, Instant began, Instant ended, Use use) {}

  /** Counts again, in another way: every window of an hour that ends with a call. */
  private record Auditor(Limits limits, List<Called> calls) {
    void check() {
      for (var call : calls) {
        var same = calls.stream().filter(one -> one.wish().node().equals(call.wish().node()));
        within(limits.hourPerNode(), lastHour(same.toList(), call.ended()));
        within(limits.hourForAll(), lastHour(calls, call.ended()));
        var run = calls.stream().filter(one -> one.wish().run().equals(call.wish().run())).toList();
        within(limits.runForAll(), run);
        within(
            limits.runPerNode(),
            run.stream().filter(one -> one.wish().node().equals(call.wish().node())).toList());
      }
    }

    /** Those that ended in the hour before {@code end}. */
    private static List<Called> lastHour(List<Called> calls, Instant end) {
      return calls.stream()
          .filter(one -> !one.ended().isAfter(end))
          .filter(one -> one.ended().isAfter(end.minus(Duration.ofHours(1))))
          .toList();
    }

    private static void within(Cap cap, List<Called> calls) {
      var sum = calls.stream().map(Called::use).reduce(Use.NOTHING, Use::plus);
      assertEquals(Optional.empty(), cap.exceededBy(sum), sum + " of " + cap);
    }
  }

  private Grant called(Permits permits, String node, long tokens, Duration takes)
      throws InterruptedException {
    var grant = permits.wish(wish(node), Duration.ofHours(1));
    if (grant instanceof Grant.Permitted) {
      time.sleep(takes);
      permits.spent(wish(node), new Usage(tokens, 0, 0), CALL.cost());
    }
    return grant;
  }

  private Grant noted(Permits permits, String node, List<String> order, Duration before)
      throws InterruptedException {
    time.sleep(before);
    var grant = permits.wish(wish(node), Duration.ofHours(9));
    order.add(node);
    return grant;
  }

  private LocalPermits permits(Limits limits) {
    return new LocalPermits(limits, time, time);
  }

  private Grant wish(Permits permits, String node, Duration patience) {
    return time.alone(() -> permits.wish(wish(node), patience));
  }

  private static Wish wish(String node) {
    return new Wish(node, "run", "disk", "no progress");
  }
}
