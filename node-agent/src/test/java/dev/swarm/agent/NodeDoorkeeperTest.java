package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.NODE;
import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offer;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Seal;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each verb of a node, with each thing that may be wrong with a message. */
@Timeout(60)
class NodeDoorkeeperTest {
  private static final Map<Verb<?, ?>, Object> COMMANDS =
      Map.of(
          Verb.ROLL_CALL,
              new RollCall("s1", "hq", Wire.VERSION, Optional.of("a list"), Tempo.STANDARD),
          Verb.OFFER, new Offers("s1", List.of(offer("logs", 1, 1))),
          Verb.CANCEL, new Cancel(RUN, "enough"),
          Verb.CLOSE, new Close(RUN, 1),
          Verb.COLLECT, new Collect(RUN, 1, "s1"),
          Verb.REACH, new Reach("web-2", "127.0.0.1", 1));

  @TempDir private Path folder;
  private final AgentRig rig = new AgentRig();
  private final Seal seal = seal(Role.COORDINATOR);
  private final PretendInvestigator work = PretendInvestigator.quick();
  private PretendCoordinator listening;
  private String instance = "";

  @BeforeEach
  void start() throws Exception {
    listening = rig.coordinator("hq", "s0");
    begin();
  }

  private void begin() throws Exception {
    var file = folder.resolve("ledger.log");
    var _ = rig.with(DiskLedger.open(file, rig.time.instant(), _ -> {})).agent(work);
    var beat = listening.beats.poll(10, SECONDS);
    assertTrue(beat != null, "no beat came");
    instance = beat.instance();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static Seal seal(Role role) {
    return new OpenSeal(new Sender(role, "hq", "process-1"));
  }

  private String fresh(Verb<?, ?> verb) {
    return verb.freshness() == Verb.Freshness.CLOCK
        ? Long.toString(rig.time.instant().toEpochMilli())
        : instance + "/1";
  }

  private static byte[] frame(Seal seal, Verb<?, ?> verb, String recipient, String freshness) {
    return seal.close(verb.id(), recipient, freshness, Wire.encode(COMMANDS.get(verb)));
  }

  /** Why it is turned away; empty if it is let in. */
  private Optional<Rejection> verdict(byte[] frame) throws TimeoutException {
    int before = rig.turned.size();
    var answer = rig.vertx.eventBus().request(Addresses.node(NODE), Buffer.buffer(frame));
    try {
      var _ = answer.await(10, SECONDS);
    } catch (io.vertx.core.eventbus.ReplyException _) {
      // an unsealed hint; what counts is what was noted
    }
    return rig.turned.size() > before ? Optional.of(rig.turned.getLast().why()) : Optional.empty();
  }

  private void each(Rejection why, java.util.function.Function<Verb<?, ?>, byte[]> frame)
      throws TimeoutException {
    for (var verb : COMMANDS.keySet()) {
      assertEquals(Optional.of(why), verdict(frame.apply(verb)), verb.id());
    }
    assertEquals(List.of(), work.begun);
    assertEquals(List.of(), rig.revocations);
  }

  @Test
  void every_command_of_a_node_is_tried_here_but_the_one_that_others_register() {
    var all =
        Verb.ALL.stream()
            .filter(verb -> verb.place() == Verb.Place.NODE)
            .filter(verb -> !verb.equals(Verb.SLOT_GRANT))
            .collect(java.util.stream.Collectors.toSet());
    assertEquals(all, COMMANDS.keySet());
  }

  @Test
  void what_is_fresh_and_ours_is_let_in_once() throws Exception {
    for (var verb : COMMANDS.keySet()) {
      var frame = frame(seal, verb, NODE, fresh(verb));
      assertEquals(Optional.empty(), verdict(frame), verb.id());
      for (int i = 0; i < 20; i++) {
        assertEquals(Optional.of(Rejection.REPLAYED), verdict(frame), verb.id());
      }
    }
    assertTrue(work.begun.size() <= 1);
    assertEquals(List.of("a list"), rig.revocations);
  }

  @Test
  void what_is_for_another_node_is_turned_away() throws Exception {
    each(Rejection.MISDIRECTED, verb -> frame(seal, verb, "web-2", fresh(verb)));
  }

  @Test
  void what_another_role_says_is_turned_away() throws Exception {
    var node = seal(Role.NODE);
    each(Rejection.WRONG_ROLE, verb -> frame(node, verb, NODE, fresh(verb)));
  }

  @Test
  void what_echoes_no_beat_of_this_instance_is_turned_away() throws Exception {
    for (var echo : List.of("", "other/1", instance, instance + "/2", instance + "/0", "/1")) {
      each(Rejection.STALE, verb -> frame(seal, verb, NODE, echo));
    }
  }

  @Test
  void a_beat_of_a_minute_ago_is_too_old_and_one_of_less_is_not() throws Exception {
    rig.time.advance(Duration.ofMinutes(1));
    var young = seal.close("cancel", NODE, instance + "/1", Wire.encode(new Cancel(RUN, "x")));
    assertEquals(Optional.empty(), verdict(young));
    rig.time.advance(Duration.ofMillis(1));
    var old = seal.close("cancel", NODE, instance + "/1", Wire.encode(new Cancel(RUN, "x")));
    assertEquals(Optional.of(Rejection.STALE), verdict(old));
  }

  @Test
  void a_replay_stays_one_for_as_long_as_its_beat_is_fresh() throws Exception {
    var frame = frame(seal, Verb.CANCEL, NODE, fresh(Verb.CANCEL));
    assertEquals(Optional.empty(), verdict(frame));
    rig.time.advance(Duration.ofSeconds(59));
    assertEquals(Optional.of(Rejection.REPLAYED), verdict(frame));
    rig.time.advance(Duration.ofSeconds(59));
    assertEquals(Optional.of(Rejection.STALE), verdict(frame));
  }

  @Test
  void clocks_may_be_a_quarter_of_an_hour_apart_and_more_is_told_in_seconds() throws Exception {
    long now = rig.time.instant().toEpochMilli();
    for (long skew : new long[] {-900_000, 900_000}) {
      assertEquals(
          Optional.empty(), verdict(frame(seal, Verb.ROLL_CALL, NODE, Long.toString(now + skew))));
    }
    for (long skew : new long[] {-1_012_000, 1_012_000}) {
      assertEquals(
          Optional.of(Rejection.STALE),
          verdict(frame(seal, Verb.ROLL_CALL, NODE, Long.toString(now + skew))));
      assertTrue(rig.turned.getLast().detail().startsWith("clock skew of 1012 s: "));
    }
  }

  @Test
  void a_roll_call_is_a_replay_after_a_restart_too() throws Exception {
    var call = frame(seal, Verb.ROLL_CALL, NODE, fresh(Verb.ROLL_CALL));
    var cancel = frame(seal, Verb.CANCEL, NODE, fresh(Verb.CANCEL));
    assertEquals(Optional.empty(), verdict(call));
    assertEquals(Optional.empty(), verdict(cancel));
    rig.kill();
    listening.beats.clear();
    begin();
    for (int i = 0; i < 20; i++) {
      assertEquals(Optional.of(Rejection.REPLAYED), verdict(call));
      assertEquals(Optional.of(Rejection.STALE), verdict(cancel));
    }
  }

  @Test
  void a_coordinator_that_the_policy_does_not_name_is_not_listened_to() throws Exception {
    rig.kill();
    listening.beats.clear();
    var policy =
        new Policy(
            true,
            Set.of("hq-2"),
            Set.of(),
            true,
            dev.swarm.agent.policy.Limits.NONE,
            Integer.MAX_VALUE,
            true);
    var _ = rig.with(policy);
    begin();
    each(Rejection.POLICY, verb -> frame(seal, verb, NODE, fresh(verb)));
    assertEquals(
        "this node's policy.coordinators names hq-2, and not hq", rig.turned.getLast().detail());
    rig.time.advance(Duration.ofSeconds(2));
    var beat = listening.beats.poll(10, SECONDS);
    assertEquals(Map.of("policy", COMMANDS.size()), beat.refused());
  }

  @Test
  void what_says_what_no_node_hears_is_turned_away() throws Exception {
    for (var verb : Verb.ALL) {
      if (!COMMANDS.containsKey(verb)) {
        var frame = seal.close(verb.id(), NODE, instance + "/1", "{}");
        assertEquals(Optional.of(Rejection.MISDIRECTED), verdict(frame), verb.id());
      }
    }
  }
}
