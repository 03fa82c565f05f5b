package dev.swarm.coordinator.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.PermitAnswer;
import dev.swarm.router.permit.Cap;
import dev.swarm.router.permit.Limits;
import dev.swarm.router.permit.Use;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermitDeskTest {
  private static final Use CALL = new Use(1, 1000, new BigDecimal("1.00"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Fleet fleet = new Fleet();

  @AfterEach
  void close() throws Exception {
    fleet.close();
  }

  @Test
  void a_wish_within_the_limits_is_permitted() throws Exception {
    fleet.lend(calls(1));

    assertTrue(fleet.node("a").wish("w1", MINUTE).permitted());
  }

  @Test
  void limits_hold_over_all_nodes_together() throws Exception {
    fleet.lend(calls(1));
    assertTrue(fleet.node("a").wish("w1", MINUTE).permitted());

    var no = fleet.node("b").wish("w1", MINUTE);

    assertEquals(
        new PermitAnswer(false, "the limit of 1 calls in this run for all nodes is used up"), no);
  }

  @Test
  void the_same_wish_asked_again_is_the_same_wish() throws Exception {
    fleet.lend(calls(2));
    var node = fleet.node("a");
    assertTrue(node.wish("w1", MINUTE).permitted());
    assertTrue(node.wish("w1", MINUTE).permitted());

    assertTrue(node.wish("w2", MINUTE).permitted());
    assertEquals(false, node.wish("w3", MINUTE).permitted());
  }

  @Test
  void what_waits_is_told_to_ask_again_and_keeps_its_place() throws Exception {
    fleet.lend(money("1.00"));
    var node = fleet.node("a");
    assertTrue(node.wish("w1", MINUTE).permitted());
    var first = fleet.node("b");
    var second = fleet.node("c");
    assertEquals(Optional.empty(), first.ask("first", MINUTE));
    assertEquals(Optional.empty(), second.ask("second", MINUTE));
    assertEquals(Optional.empty(), first.ask("first", MINUTE));

    node.spent("w1", new BigDecimal("0.00"));

    assertTrue(first.wish("first", MINUTE).permitted());
    assertEquals(Optional.empty(), second.ask("second", MINUTE));
  }

  @Test
  void what_was_spent_counts_once_however_often_it_is_told() throws Exception {
    fleet.lend(money("3.00"));
    var node = fleet.node("a");
    assertTrue(node.wish("w1", MINUTE).permitted());
    for (int i = 0; i < 5; i++) {
      node.spent("w1", new BigDecimal("1.00"));
    }

    assertTrue(node.wish("w2", MINUTE).permitted());
    assertTrue(node.wish("w3", MINUTE).permitted());
  }

  @Test
  void what_a_predecessor_permitted_counts_all_the_same() throws Exception {
    fleet.lend(money("1.50"));
    fleet.node("a").spent("of another coordinator", new BigDecimal("1.00"));
    fleet.settled();

    assertEquals(false, fleet.node("a").wish("w1", Duration.ZERO).permitted());
  }

  @Test
  void nobody_asks_in_the_name_of_another_node() {
    fleet.lend(calls(1));

    var failure =
        assertThrows(ExecutionException.class, () -> fleet.node("a").askAs("b", "w1", MINUTE));

    assertInstanceOf(RefusedException.class, failure.getCause());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_cap_holds_whatever_gets_lost_or_comes_twice_and_whoever_dies(long seed)
      throws Exception {
    fleet.lend(money("20.00"));
    fleet.mistreat(new Random(seed));
    var cents = new AtomicInteger();
    var tasks =
        IntStream.range(0, 24)
            .mapToObj(n -> (Callable<Integer>) () -> spend(fleet.node("n" + n), n, cents))
            .toList();

    int calls = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var task : threads.invokeAll(tasks)) {
        calls += task.get();
      }
    }

    assertTrue(cents.get() <= 2000, cents + " cents were spent");
    assertTrue(calls >= 20, "only " + calls + " calls were made");
  }

  /** Spends what it can; every fourth node dies after its second call, without a word about it. */
  private static int spend(Fleet.Member node, int number, AtomicInteger cents) throws Exception {
    int calls = 0;
    for (int i = 0; i < 10; i++) {
      if (!node.wish("w" + i, Duration.ofMillis(50)).permitted()) {
        return calls;
      }
      calls++;
      int cost = ThreadLocalRandom.current().nextInt(101);
      int _ = cents.addAndGet(cost);
      if (number % 4 == 0 && i == 1) {
        return calls;
      }
      node.spent("w" + i, BigDecimal.valueOf(cost, 2));
    }
    return calls;
  }

  private static Limits calls(long most) {
    return new Limits(Cap.NONE, Cap.NONE, Cap.NONE, Cap.ofCalls(most), CALL);
  }

  private static Limits money(String most) {
    var cap =
        new Cap(OptionalLong.empty(), OptionalLong.empty(), Optional.of(new BigDecimal(most)));
    return new Limits(Cap.NONE, Cap.NONE, Cap.NONE, cap, CALL);
  }

  @Test
  void the_tests_own_bus_loses_and_doubles_messages() throws Exception {
    fleet.lend(calls(1000));
    fleet.mistreat(new Random(1));
    var node = fleet.node("a");
    for (int i = 0; i < 60; i++) {
      assertTrue(node.wish("w" + i, MINUTE).permitted());
    }
    assertTrue(fleet.lost() > 0 && fleet.doubled() > 0);
  }
}
