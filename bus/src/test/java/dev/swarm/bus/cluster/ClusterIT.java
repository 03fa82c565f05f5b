package dev.swarm.bus.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.To;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Real Hazelcast members on loopback. */
class ClusterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Test
  void a_door_of_one_member_reaches_that_of_another() throws Exception {
    try (var node = agent("web1", List.of());
        var coordinator = coordinator(node)) {
      assertEquals("web1", coordinator.await(ClusterEvent.Came.class).peer().bearer().name());
      assertEquals(new Noted(), cancel(coordinator));
    }
  }

  @Test
  void a_member_without_our_badge_is_a_stranger_to_all() throws Exception {
    try (var node = agent("web1", List.of());
        var rogue =
            new TestMember(
                Role.NODE, new PlainBadge("evil", "theirs"), List.of(at(node)), List.of())) {
      var intruder = node.await(ClusterEvent.Intruded.class);
      assertEquals(at(rogue), intruder.address());
      assertEquals(List.of(at(rogue)), node.cluster.strangers());
      assertTrue(node.cluster.peers().isEmpty());
    }
  }

  @Test
  void who_leaves_is_told() throws Exception {
    try (var node = agent("web1", List.of())) {
      try (var other = agent("web2", List.of(at(node)))) {
        assertEquals(at(other), node.await(ClusterEvent.Came.class).peer().address());
      }
      assertEquals("web2", node.await(ClusterEvent.Went.class).peer().bearer().name());
    }
  }

  @Test
  void a_door_follows_its_process_to_another_bus_when_it_joins_anew() throws Exception {
    try (var node = agent("web1", List.of());
        var coordinator = coordinator(node)) {
      var _ = coordinator.await(ClusterEvent.Came.class);
      node.cluster.rejoinNow("a test says so").get(30, TimeUnit.SECONDS);
      var _ = node.await(ClusterEvent.Rejoined.class);
      var _ = coordinator.await(ClusterEvent.Came.class);
      assertEquals(new Noted(), cancel(coordinator));
    }
  }

  @Test
  void two_processes_that_want_one_port_are_told_so() throws Exception {
    try (var node = agent("web1", List.of())) {
      var same =
          new ClusterOptions(
              "swarm-test", at(node), 17_999, Optional.empty(), List.of(), ClusterPace.standard());
      var failure =
          assertThrows(
              ClusterException.class,
              () -> Membership.join(same, "id", "", bus -> bus, new java.util.EventListener() {}));
      assertTrue(String.valueOf(failure.getMessage()).contains(at(node).toString()));
      assertFalse(String.valueOf(failure.getMessage()).contains("\n"));
    }
  }

  private static Noted cancel(TestMember from) throws Exception {
    var to = To.node("web1", "i1", 1);
    return from.door
        .ask(Verb.CANCEL, to, new Cancel(new RunId("r-1"), "test"), PATIENCE)
        .await(10, TimeUnit.SECONDS);
  }

  private static TestMember agent(String name, List<HostPort> members) throws Exception {
    var agent =
        new TestMember(
            Role.NODE, new PlainBadge(name, "ours"), members, List.of(Addresses.node(name)));
    var _ = agent.door.on(Verb.CANCEL, _ -> Future.succeededFuture(new Noted()));
    var _ = agent.door.attach(agent.cluster.bus()).await(10, TimeUnit.SECONDS);
    return agent;
  }

  private static TestMember coordinator(TestMember node) throws ClusterException {
    return new TestMember(
        Role.COORDINATOR,
        new PlainBadge("boss", "ours"),
        List.of(at(node)),
        List.of(),
        Optional.of(TestMember.PORTS));
  }

  private static HostPort at(TestMember member) {
    return member.cluster.address();
  }
}
