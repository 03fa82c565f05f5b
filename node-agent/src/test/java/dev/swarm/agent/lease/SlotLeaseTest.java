package dev.swarm.agent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotLeaseTest {
  private static final Duration LASTS = Duration.ofSeconds(10);
  private static final String LENDER = "session";

  private final SlotLease lease = new SlotLease("node", "router", 8);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void hasLender() {
    lease.lender(Optional.of(LENDER));
    lease.working(8);
  }

  @Test
  void nothing_is_said_before_anybody_wants_anything() {
    assertEquals(Optional.empty(), lease.due(now));
    assertEquals(Instant.MAX, lease.nextWish(now));
    assertEquals(0, lease.limit(now));
  }

  @Test
  void the_first_that_waits_has_its_wish_said_at_once_and_the_next_ones_in_one_more() {
    lease.demand(1, 0, now);
    assertEquals(Optional.of(wish(1, 0, 0)), lease.due(now));
    lease.demand(2, 0, now);
    assertEquals(Optional.empty(), lease.due(now), "one is under way");
    answered(0, 0);
    lease.demand(5, 0, now);
    assertEquals(Optional.empty(), lease.due(now), "it is known that some wait");

    pass(SlotLease.HURRY);

    assertEquals(Optional.of(wish(5, 0, 0)), lease.due(now));
  }

  @Test
  void what_is_granted_may_be_used_until_the_lease_is_over() {
    lease.demand(3, 0, now);
    var _ = lease.due(now);
    var sent = now;
    pass(Duration.ofSeconds(1));
    answered(1, 2);

    assertEquals(2, lease.limit(sent.plus(LASTS).minusMillis(1)));
    assertEquals(0, lease.limit(sent.plus(LASTS)), "counted from when the wish was sent");
  }

  @Test
  void a_node_whose_coordinator_is_silent_goes_on_with_one_call_at_a_time() {
    leased(3);
    pass(SlotLease.RENEW);
    assertTrue(lease.due(now).isPresent());
    pass(Duration.ofSeconds(2));
    lease.silent(LENDER, now);
    assertEquals(3, lease.limit(now), "the lease is not over yet");

    pass(LASTS);

    assertEquals(SlotLease.FLOOR, lease.limit(now));
    lease.demand(4, 0, now);
    assertTrue(lease.due(now).isPresent(), "it asks on");
    answered(9, 4);
    assertEquals(4, lease.limit(now));
  }

  @Test
  void where_there_is_no_coordinator_one_call_at_a_time_goes_on_and_it_is_looked_for() {
    lease.lender(Optional.empty());
    lease.demand(4, 0, now);

    assertEquals(SlotLease.FLOOR, lease.limit(now));
    assertEquals(Optional.empty(), lease.due(now));
    assertEquals(now.plus(SlotLease.AGAIN), lease.nextWish(now));
  }

  @Test
  void a_new_coordinator_is_asked_anew_and_the_old_ones_grants_are_over() {
    leased(3);
    lease.lender(Optional.of("successor"));

    assertEquals(0, lease.limit(now));
    assertEquals(Optional.of(wish(3, 3, 0)), lease.due(now));
    lease.answered(LENDER, new SlotGrant("router", 7, 3, LASTS), now);
    assertEquals(0, lease.limit(now), "the old one's answer comes too late");
  }

  @Test
  void between_two_turns_the_slot_is_kept_and_afterwards_given_back() {
    leased(1);
    lease.demand(0, 0, now);
    assertEquals(Optional.empty(), lease.due(now));
    pass(Duration.ofMillis(20));
    lease.demand(0, 1, now);
    pass(Duration.ofMillis(200));
    lease.demand(0, 0, now);

    pass(Lull.LEAST);

    assertEquals(Optional.of(wish(0, 0, 1)), lease.due(now));
    assertEquals(0, lease.limit(now), "what is given back is not used while the message goes");
  }

  @Test
  void where_tools_take_longer_the_slot_is_kept_for_longer_and_is_not_asked_for_anew() {
    leased(1);
    var asked = 0;
    for (int turn = 1; turn <= 20; turn++) {
      lease.demand(0, 0, now);
      pass(Duration.ofMillis(200));
      asked += toldAndAnswered(turn);
      lease.demand(1, 0, now);
      asked += toldAndAnswered(turn + 100);
      lease.demand(0, 1, now);
    }

    assertTrue(asked <= 10, "two for each turn would be 40, and it was " + asked);
  }

  @Test
  void of_several_slots_those_are_kept_that_are_usually_wanted_again() {
    leased(3);
    var asked = 0;
    for (int turn = 1; turn <= 20; turn++) {
      lease.demand(0, 2, now);
      pass(Duration.ofMillis(5));
      lease.demand(0, 1, now);
      pass(Duration.ofMillis(5));
      lease.demand(0, 2, now);
      pass(Duration.ofMillis(140));
      asked += toldAndAnswered(turn);
      lease.demand(1, 2, now);
      asked += toldAndAnswered(turn + 100);
      lease.demand(0, 3, now);
    }

    assertTrue(asked <= 10, "two for each turn would be 40, and it was " + asked);
  }

  @Test
  void what_tools_leave_unused_for_very_long_is_given_back_as_ever() {
    leased(1);
    for (int turn = 1; turn <= 20; turn++) {
      lease.demand(0, 0, now);
      pass(Duration.ofSeconds(3));
      var _ = toldAndAnswered(turn);
      lease.demand(1, 0, now);
      var _ = toldAndAnswered(turn + 100);
      lease.demand(0, 1, now);
    }
    lease.demand(0, 0, now);

    pass(Lull.LEAST);

    assertTrue(lease.due(now).isPresent());
  }

  @Test
  void where_nobody_works_any_more_the_slot_goes_back_at_once() {
    lease.working(1);
    leased(1);
    lease.demand(0, 0, now);
    pass(SlotLease.HANDOVER);
    assertEquals(Optional.empty(), lease.due(now), "its tool may run");

    lease.working(0);

    assertEquals(Optional.of(wish(0, 0, 1)), lease.due(now));
  }

  @Test
  void of_three_investigations_one_ends_and_only_its_slot_goes_back_at_once() {
    lease.working(3);
    leased(3);
    lease.demand(0, 1, now);
    pass(SlotLease.HANDOVER);
    assertEquals(Optional.empty(), lease.due(now), "two of them run tools");

    lease.working(2);

    assertEquals(Optional.of(wish(2, 1, 1)), lease.due(now));
    answered(1, 2);
    assertEquals(2, lease.limit(now));
    lease.demand(0, 2, now);
    assertEquals(Optional.empty(), lease.due(now), "the next turn has a slot already");
  }

  @Test
  void what_is_kept_for_a_turn_that_does_not_come_goes_back_all_the_same() {
    lease.working(2);
    leased(2);
    lease.demand(0, 1, now);

    pass(Lull.LEAST);

    assertEquals(Optional.of(wish(1, 1, 1)), lease.due(now));
  }

  @Test
  void after_giving_back_all_nothing_more_is_said() {
    leased(1);
    lease.demand(0, 0, now);
    pass(Lull.LEAST);
    var _ = lease.due(now);
    answered(1, 0);

    pass(Duration.ofHours(1));

    assertEquals(Optional.empty(), lease.due(now));
  }

  @Test
  void a_smaller_grant_is_confirmed_when_no_more_is_in_use() {
    leased(3);
    lease.granted(LENDER, new SlotGrant("router", 2, 1, LASTS), now);

    assertEquals(1, lease.limit(now));
    assertEquals(Optional.empty(), lease.due(now), "three calls are under way");
    lease.demand(2, 1, now);
    assertEquals(Optional.of(wish(3, 1, 2)), lease.due(now));
  }

  @Test
  void a_larger_grant_needs_no_word() {
    leased(1);
    lease.demand(4, 1, now);
    assertTrue(lease.due(now).isPresent());
    answered(1, 1);
    lease.granted(LENDER, new SlotGrant("router", 2, 5, LASTS), now);

    assertEquals(5, lease.limit(now));
    assertEquals(Optional.empty(), lease.due(now));
  }

  @Test
  void an_old_grant_and_one_that_comes_after_the_lease_are_nothing() {
    leased(3);
    lease.granted(LENDER, new SlotGrant("router", 1, 8, LASTS), now);
    assertEquals(3, lease.limit(now));

    pass(LASTS);
    lease.granted(LENDER, new SlotGrant("router", 2, 8, LASTS), now);

    assertEquals(0, lease.limit(now));
  }

  @Test
  void a_lease_is_renewed_while_it_is_used() {
    leased(2);
    pass(SlotLease.RENEW.minusMillis(1));
    assertEquals(Optional.empty(), lease.due(now));
    pass(Duration.ofMillis(1));

    assertEquals(Optional.of(wish(2, 2, 1)), lease.due(now));
  }

  @Test
  void a_router_that_the_coordinator_does_not_know_is_used_as_configured_here() {
    lease.demand(1, 0, now);
    var _ = lease.due(now);
    lease.unknown(LENDER, now);
    assertEquals(Integer.MAX_VALUE, lease.limit(now));
    assertEquals(Optional.empty(), lease.due(now));

    pass(SlotLease.UNKNOWN);

    assertTrue(lease.due(now).isPresent());
  }

  @Test
  void nobody_wants_more_than_its_own_configuration_says() {
    lease.demand(100, 0, now);

    assertEquals(Optional.of(wish(8, 0, 0)), lease.due(now));
  }

  /** So many slots are granted, and all in use. */
  private void leased(int slots) {
    lease.demand(slots, 0, now);
    assertTrue(lease.due(now).isPresent());
    answered(1, slots);
    lease.demand(0, slots, now);
  }

  private void answered(long number, int slots) {
    lease.answered(LENDER, new SlotGrant("router", number, slots, LASTS), now);
  }

  /** 1 if something was to be said; it is answered with what was wished for. */
  private int toldAndAnswered(long number) {
    var wish = lease.due(now);
    wish.ifPresent(one -> answered(number, one.wanted()));
    return wish.isPresent() ? 1 : 0;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static SlotWish wish(int wanted, int used, long grant) {
    return new SlotWish("node", "router", wanted, used, grant, 8);
  }
}
