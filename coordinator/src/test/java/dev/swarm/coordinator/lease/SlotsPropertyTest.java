package dev.swarm.coordinator.lease;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nodes whose clocks go wrong by a tenth, whose messages are late and get lost, and which die and
 * come back, never hold more slots than there are.
 */
class SlotsPropertyTest {
  private static final int TOTAL = 12;
  private static final Term TERM = Term.STANDARD;

  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private final Slots slots = new Slots(Map.of(FakeNode.ENDPOINT, TOTAL), TERM);
  private final List<FakeNode> nodes = new ArrayList<>();
  private final Map<String, Instant> lastArrival = new HashMap<>();
  private final Map<FakeNode, Instant> deaf = new HashMap<>();
  private Random random = new Random();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long orders;
  private int most;
  private int granted;

  private record Due(Instant at, long order, Runnable action) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nodes_never_hold_more_than_there_are(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      born(i, 0);
    }
    later(TERM.lasts(), this::turn);

    var end = now.plusSeconds(400);
    while (now.isBefore(end)) {
      var due = agenda.remove();
      now = due.at();
      due.action().run();
      int held = nodes.stream().mapToInt(node -> node.holds(now)).sum();
      most = Math.max(most, held);
      assertTrue(held <= TOTAL, held + " of " + TOTAL + " slots are held at " + now);
    }

    assertTrue(most >= TOTAL - 2, "never more than " + most + " slots were in use");
    assertTrue(granted > 1000, "only " + granted + " grants were made");
  }

  private void born(int place, int life) {
    var node = new FakeNode(new Holder("n" + place, "p" + life), 0.9 + random.nextDouble() * 0.2);
    nodes.add(node);
    acts(node);
    if (random.nextInt(3) == 0) {
      later(
          upTo(120_000),
          () -> {
            nodes.remove(node);
            born(place, life + 1);
          });
    }
  }

  private void acts(FakeNode node) {
    if (!nodes.contains(node)) {
      return;
    }
    int choice = random.nextInt(8);
    if (choice < 3 && node.used() < node.slots(now)) {
      node.begin();
      later(upTo(4_000), node::end);
    } else if (choice < 6 && !node.isAsking(now)) {
      ask(node, node.used() + random.nextInt(6));
    } else if (choice == 6 && random.nextInt(60) == 0) {
      deaf.put(node, now.plus(upTo(40_000)));
    }
    later(upTo(400), () -> acts(node));
  }

  private void ask(FakeNode node, int wanted) {
    var asked = now;
    var wish = node.ask(wanted, now);
    carry(node, "to", () -> heard(node, wish, asked));
  }

  private void heard(FakeNode node, SlotWish wish, Instant asked) {
    var answered = slots.wish(node.holder, wish, now).orElseThrow();
    granted++;
    push(answered.others());
    carry(node, "from", () -> node.answered(answered.grant(), asked));
  }

  private void push(List<Slots.Lent> lent) {
    for (var one : lent) {
      granted++;
      nodes.stream()
          .filter(node -> node.holder.equals(one.to()))
          .forEach(node -> pushed(node, one.grant()));
    }
  }

  private void pushed(FakeNode node, SlotGrant grant) {
    carry(node, "from", () -> node.granted(grant, now));
  }

  private void turn() {
    push(slots.turn(now));
    later(Duration.ofMillis(250), this::turn);
  }

  /** Messages of one way arrive in order, some of them late, some never. */
  private void carry(FakeNode node, String way, Runnable arrives) {
    boolean cut = deaf.getOrDefault(node, Instant.MIN).isAfter(now);
    if (cut || random.nextInt(20) == 0) {
      return;
    }
    var way1 = node.holder + way;
    var arrival = now.plus(random.nextInt(30) == 0 ? upTo(15_000) : upTo(60));
    var last = lastArrival.getOrDefault(way1, now);
    arrival = arrival.isBefore(last) ? last : arrival;
    lastArrival.put(way1, arrival);
    at(arrival, arrives);
  }

  private Duration upTo(int millis) {
    return Duration.ofMillis(1 + random.nextInt(millis));
  }

  private void later(Duration delay, Runnable action) {
    at(now.plus(delay), action);
  }

  private void at(Instant when, Runnable action) {
    agenda.add(new Due(when, orders++, action));
  }
}
