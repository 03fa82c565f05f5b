package dev.swarm.bus.seal;

import static dev.swarm.protocol.Verb.BEAT;
import static dev.swarm.protocol.Verb.CANCEL;
import static dev.swarm.protocol.Verb.CLOSE;
import static dev.swarm.protocol.Verb.COLLECT;
import static dev.swarm.protocol.Verb.COORDINATOR_BEAT;
import static dev.swarm.protocol.Verb.NEWS;
import static dev.swarm.protocol.Verb.OFFER;
import static dev.swarm.protocol.Verb.OUTCOME;
import static dev.swarm.protocol.Verb.PERMIT_SPENT;
import static dev.swarm.protocol.Verb.PERMIT_WISH;
import static dev.swarm.protocol.Verb.REACH;
import static dev.swarm.protocol.Verb.REPLICA;
import static dev.swarm.protocol.Verb.ROLL_CALL;
import static dev.swarm.protocol.Verb.SLOT_GRANT;
import static dev.swarm.protocol.Verb.SLOT_WISH;
import static java.util.Map.entry;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message of each verb. */
final class Letters {
  private static final RunId RUN = new RunId("20261128-190000-k3f9");
  private static final Area AREA = new Area("storage");
  private static final SubtaskId ID = SubtaskId.of(RUN, "web-1", AREA);
  private static final Subtask SUBTASK =
      new Subtask(ID, RUN, "web-1", AREA, List.of(), Budget.standard(Duration.ofSeconds(30)));
  private static final Event EVENT = new Event.SubtaskAccepted(ID, 1);
  private static final Outcome OUTCOME_OF_IT =
      new Outcome.Failed(ID, 1, Cause.TIMED_OUT, "ünïcode too", Effort.NONE);

  private static final Map<Verb<?, ?>, Object> ALL =
      Map.ofEntries(
          entry(
              ROLL_CALL,
              new RollCall("session", "ops", Wire.VERSION, Optional.empty(), Tempo.STANDARD)),
          entry(OFFER, new Offers("session", List.of(new Offer(SUBTASK, 1, 1)))),
          entry(CANCEL, new Cancel(RUN, "somebody pressed Ctrl-C")),
          entry(CLOSE, new Close(RUN, 1)),
          entry(COLLECT, new Collect(RUN, 2, "session")),
          entry(REACH, new Reach("web-2", "10.0.0.2", 7610)),
          entry(SLOT_GRANT, new SlotGrant("local", 1, 2, Duration.ofSeconds(30))),
          entry(OUTCOME, new Delivery(RUN, "web-1", 1, OUTCOME_OF_IT, List.of())),
          entry(NEWS, new News(RUN, "web-1", 1, List.of(EVENT))),
          entry(SLOT_WISH, new SlotWish("web-1", "local", 2, 1, 0)),
          entry(
              PERMIT_WISH,
              new PermitWish("w1", RUN, "web-1", ID, "no progress", Duration.ofSeconds(5))),
          entry(
              PERMIT_SPENT,
              new PermitSpent("w1", RUN, "web-1", ID, 100, 10, new BigDecimal("0.25"))),
          entry(
              BEAT,
              new Beat(
                  "web-1", "i1", 7, List.of("s"), 1, 4, 0.5, List.of(), 0, Map.of(), List.of())),
          entry(
              COORDINATOR_BEAT,
              new CoordinatorBeat(
                  "session", "ops", "0.1.0", Wire.VERSION, 3, false, List.of(), List.of())),
          entry(
              Verb.SUBMIT,
              new Submission(
                  List.of("web-1"),
                  Map.of(),
                  Optional.of("10%"),
                  List.of(AREA),
                  List.of(),
                  Budget.standard(Duration.ofSeconds(30)),
                  Duration.ofSeconds(60),
                  "playbook",
                  List.of(),
                  Map.of(),
                  Optional.empty())),
          entry(Verb.FOLLOW, new Follow(RUN, 7)),
          entry(Verb.WITHDRAW, new Withdrawal(RUN)),
          entry(Verb.NODE_PING, new Ping(1)),
          entry(Verb.COORDINATOR_PING, new Ping(2)),
          entry(
              REPLICA,
              new Replica(RUN, 1, List.of(new Recorded(RUN, 1, 1, Instant.EPOCH, EVENT)))));

  private Letters() {}

  /** One as JSON. */
  static String of(Verb<?, ?> verb) {
    return Wire.encode(
        Optional.ofNullable(ALL.get(verb))
            .orElseThrow(() -> new AssertionError("write a letter for the verb " + verb)));
  }
}
