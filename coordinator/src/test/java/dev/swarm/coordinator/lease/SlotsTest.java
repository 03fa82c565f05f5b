package dev.swarm.coordinator.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final Term TERM = Term.STANDARD;

  private Slots slots = new Slots(Map.of("router", 4), TERM);
  private final Map<String, SlotGrant> known = new HashMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void who_is_alone_gets_all_it_wants_and_no_more_than_there_are() {
    assertEquals(3, wish("a", 3, 0));
    assertEquals(4, wish("a", 9, 0));
  }

  @Test
  void who_comes_later_gets_what_is_left_and_hears_of_more_when_it_comes_free() {
    assertEquals(3, wish("a", 3, 0));
    assertEquals(1, wish("b", 2, 0));

    var _ = wish("a", 0, 0);

    assertEquals(2, slotsOf("b"));
  }

  @Test
  void slots_come_free_one_by_one_and_go_round_in_turn() {
    assertEquals(4, wish("a", 4, 0));
    assertEquals(0, wish("b", 2, 0));
    assertEquals(0, wish("c", 2, 0));

    var _ = wish("a", 2, 0);

    assertEquals(List.of(2, 1, 1), List.of(slotsOf("a"), slotsOf("b"), slotsOf("c")));
  }

  @Test
  void who_has_more_than_a_fair_share_gives_back_and_nothing_is_lent_before_it_did() {
    assertEquals(4, wish("a", 4, 4));
    assertEquals(0, wish("b", 4, 0));

    turn();

    assertEquals(2, slotsOf("a"));
    assertEquals(0, slotsOf("b"));
    assertEquals(4, slots.held("router"));

    assertEquals(2, wish("a", 4, 3));
    assertEquals(1, slotsOf("b"));
    assertEquals(2, wish("a", 4, 2));
    assertEquals(2, slotsOf("b"));
  }

  @Test
  void where_there_are_more_nodes_than_slots_each_has_its_turn() {
    Set<String> served = new HashSet<>();
    for (int second = 0; second < 60; second++) {
      for (int node = 0; node < 20; node++) {
        if (wish("n" + node, 3, 0) > 0) {
          served.add("n" + node);
        }
      }
      now = now.plusSeconds(1);
      turn();
    }
    assertEquals(20, served.size());
  }

  @Test
  void whatever_is_wanted_is_lent() {
    for (int node = 0; node < 50; node++) {
      var _ = wish("n" + node, node % 3, 0);
      if (node > 6) {
        assertEquals(4, slots.held("router"));
      }
    }
  }

  @Test
  void a_lease_that_nobody_renews_is_over_after_its_time_and_the_margin() {
    assertEquals(4, wish("a", 4, 4));
    assertEquals(0, wish("b", 4, 0));

    now = now.plus(TERM.lasts()).plus(TERM.margin()).minusMillis(1);
    var _ = wish("b", 4, 0);
    turn();
    assertEquals(4, slots.held("router"));
    assertEquals(0, slotsOf("b"));

    now = now.plusMillis(1);
    turn();
    assertEquals(4, slotsOf("b"));
  }

  @Test
  void a_node_that_was_restarted_does_not_get_what_its_dead_process_still_holds() {
    var _ = slots.wish(new Holder("a", "before"), new SlotWish("a", "router", 4, 4, 0), now);

    assertEquals(0, wish("a", 4, 0));
  }

  @Test
  void a_grant_that_got_lost_is_told_again_with_the_next_answer() {
    assertEquals(4, wish("a", 4, 0));
    var b = new SlotWish("b", "router", 1, 0, 0);
    var _ = slots.wish(holder("b"), b, now);
    var freed =
        slots
            .wish(holder("a"), new SlotWish("a", "router", 3, 0, known.get("a").number()), now)
            .orElseThrow();
    assertEquals(1, freed.others().size(), "b hears of it, in vain");

    var again = slots.wish(holder("b"), b, now).orElseThrow();

    assertEquals(freed.others().getFirst().grant(), again.grant());
  }

  @Test
  void what_is_given_back_while_a_grant_is_under_way_counts_until_the_node_knows_of_that() {
    assertEquals(3, wish("a", 3, 0));
    assertEquals(1, wish("b", 4, 0));
    long before = known.get("b").number();
    var _ = wish("a", 0, 0);
    assertEquals(4, slotsOf("b"));

    var crossing = new SlotWish("b", "router", 0, 0, before);
    var answer = slots.wish(holder("b"), crossing, now).orElseThrow().grant();

    assertEquals(0, answer.slots());
    assertEquals(4, slots.held("router"), "b may be going by the grant of 4");
    var _ = slots.wish(holder("b"), new SlotWish("b", "router", 0, 0, answer.number()), now);
    assertEquals(0, slots.held("router"));
    assertTrue(slots.idle());
  }

  @Test
  void of_a_router_that_only_nodes_name_the_least_that_one_of_them_states_is_lent() {
    var a = slots.wish(holder("a"), new SlotWish("a", "stated", 4, 0, 0, 3), now).orElseThrow();
    var b = slots.wish(holder("b"), new SlotWish("b", "stated", 4, 0, 0, 2), now).orElseThrow();
    assertEquals(3, a.grant().slots());
    assertEquals(0, b.grant().slots());
    assertTrue(slots.held("stated") <= 3);
  }

  @Test
  void a_router_that_nobody_configured_here_is_none_of_our_business() {
    assertTrue(slots.wish(holder("a"), new SlotWish("a", "other", 1, 0, 0), now).isEmpty());
  }

  @Test
  void thousands_of_wishes_cost_little() {
    slots = new Slots(Map.of("router", 160), TERM);
    for (int round = 0; round < 5; round++) {
      for (int node = 0; node < 2_000; node++) {
        var _ = wish("n" + node, 1, 0);
      }
      turn();
      now = now.plus(Duration.ofSeconds(1));
    }
    assertEquals(160, slots.held("router"));
  }

  private int wish(String node, int wanted, int used) {
    long number = known.containsKey(node) ? known.get(node).number() : 0;
    var wish = new SlotWish(node, "router", wanted, used, number);
    var answered = slots.wish(holder(node), wish, now).orElseThrow();
    known.put(node, answered.grant());
    answered.others().forEach(this::pushed);
    return answered.grant().slots();
  }

  private void turn() {
    slots.turn(now).forEach(this::pushed);
  }

  private void pushed(Slots.Lent lent) {
    known.put(lent.to().node(), lent.grant());
  }

  private int slotsOf(String node) {
    return known.get(node).slots();
  }

  private static Holder holder(String node) {
    return new Holder(node, "process of " + node);
  }
}
