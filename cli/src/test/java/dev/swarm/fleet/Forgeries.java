package dev.swarm.fleet;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.CoordinatorBeat;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Follow;
import dev.swarm.protocol.News;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.PermitSpent;
import dev.swarm.protocol.PermitWish;
import dev.swarm.protocol.Ping;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Replica;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.SlotGrant;
import dev.swarm.protocol.SlotWish;
import dev.swarm.protocol.Submission;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import dev.swarm.protocol.Withdrawal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be said on the bus, each thing once, by somebody who has no business to say it. */
final class Forgeries {
  /** Stands in all of them, and in nothing else. */
  static final String MARK = "forged";

  private static final Area AREA = new Area("quick");
  private static final RunId RUN = new RunId(MARK);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Budget BUDGET = Budget.standard(MINUTE);

  private final String node;
  private final SubtaskId subtask;
  private final Map<Verb<?, ?>, Object> messages = new HashMap<>();

  private Forgeries(String node) {
    this.node = node;
    this.subtask = SubtaskId.of(RUN, node, AREA);
    toNodes();
    fromNodes();
    amongCoordinators();
  }

  /** The bodies, by verb, about {@code node}: of every verb there is. */
  static Map<Verb<?, ?>, String> about(String node) {
    var all = new Forgeries(node).messages;
    var bodies = new HashMap<Verb<?, ?>, String>();
    for (Verb<?, ?> verb : Verb.ALL) {
      if (!all.containsKey(verb)) {
        throw new IllegalStateException("nobody has forged a " + verb + " yet; do it here");
      }
      bodies.put(verb, Wire.encode(verb.message().cast(all.get(verb))));
    }
    return bodies;
  }

  private <M> void add(Verb<M, ?> verb, M message) {
    messages.put(verb, message);
  }

  private void toNodes() {
    var work = new Subtask(subtask, RUN, node, AREA, List.of(), BUDGET);
    add(Verb.ROLL_CALL, new RollCall(MARK, "desk", Wire.VERSION, Optional.empty(), Tempo.STANDARD));
    add(Verb.OFFER, new Offers(MARK, List.of(new Offer(work, 1, 99))));
    add(Verb.CANCEL, new Cancel(RUN, "because"));
    add(Verb.CLOSE, new Close(RUN, 99));
    add(Verb.COLLECT, new Collect(RUN, 99, MARK));
    add(Verb.REACH, new Reach(node, "127.0.0.1", 22));
    add(Verb.SLOT_GRANT, new SlotGrant(MARK, 99, 99, MINUTE));
    add(Verb.COORDINATOR_PING, new Ping(1));
  }

  private void fromNodes() {
    var failed = new Outcome.Failed(subtask, 1, Cause.INTERNAL, MARK, Effort.NONE);
    add(Verb.OUTCOME, new Delivery(RUN, node, 1, failed, List.of()));
    add(Verb.NEWS, new News(RUN, node, 1, List.of()));
    add(Verb.SLOT_WISH, new SlotWish(node, MARK, 99, 0, 0));
    add(Verb.PERMIT_WISH, new PermitWish(MARK, RUN, node, subtask, MARK, MINUTE));
    add(Verb.PERMIT_SPENT, new PermitSpent(MARK, RUN, node, subtask, 1, 1, BigDecimal.ONE));
    add(
        Verb.BEAT,
        new Beat(
            node, MARK, 99, List.of(MARK), 0, 1, 0, List.of(), 0, Map.of(), List.of("forged:1")));
    add(Verb.NODE_PING, new Ping(1));
  }

  private void amongCoordinators() {
    var begun = new Event.RunStarted("0", "playbook", List.of(node), List.of(AREA), List.of());
    var led = List.of(new CoordinatorBeat.Leading(RUN, 99));
    add(
        Verb.COORDINATOR_BEAT,
        new CoordinatorBeat("00forged", "c1", "0", Wire.VERSION, 99, true, List.of(), led));
    add(
        Verb.REPLICA,
        new Replica(RUN, 99, List.of(new Recorded(RUN, 99, 1, Instant.EPOCH, begun))));
    add(
        Verb.SUBMIT,
        new Submission(
            List.of(node),
            Map.of(),
            Optional.empty(),
            List.of(AREA),
            List.of(),
            BUDGET,
            MINUTE,
            MARK,
            List.of(),
            Map.of(),
            Optional.empty()));
    add(Verb.FOLLOW, new Follow(RUN, 0));
    add(Verb.WITHDRAW, new Withdrawal(RUN));
  }
}
