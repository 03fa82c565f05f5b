package dev.swarm.agent.router;

import dev.swarm.protocol.Escalation;
import dev.swarm.router.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides which tier is asked next. A signal is a wish, and a wish needs leave: each call of the
 * frontier tier by itself. After two good turns, or the last call allowed, the local model goes on.
 * Used by one thread.
 */
final class Escalating {
  private static final int STUCK = 2;
  private static final int GOOD = 2;

  /** Of the time left, what waiting for leave may take: the local model has to answer still. */
  private static final int SHARE = 3;

  private final Names names;
  private final Leave leave;
  private final int most;
  private final Consumer<Escalation> events;
  private final List<Escalation> all = new ArrayList<>();
  private final Set<Signal> withheld = EnumSet.noneOf(Signal.class);
  private boolean checkAsks;
  private boolean lifted;
  private boolean broken;
  private int calls;
  private int stuck;
  private int failed;
  private int good;

  /** Why a stronger model is wished for. */
  private enum Signal {
    CHECK("a check that found something asks for a stronger model"),
    PROOF("two reports did not hold"),
    STUCK("two turns brought nothing new");

    private final String words;

    Signal(String words) {
      this.words = words;
    }
  }

  /**
   * For one subtask.
   *
   * @param most calls of the frontier tier
   */
  Escalating(Names names, Leave leave, int most, Consumer<Escalation> events) {
    this.names = names;
    this.leave = leave;
    this.most = names.frontier().isPresent() ? most : 0;
    this.events = events;
  }

  /** A check that found something asks for the stronger model. */
  void checkAsks() {
    checkAsks = true;
  }

  /** How a turn went. */
  void turned(boolean progress, int doubts) {
    stuck = progress ? 0 : stuck + 1;
    failed += doubts;
    good = progress && doubts == 0 ? good + 1 : 0;
  }

  /** The frontier tier gave no answer: the local one goes on, for good. */
  void fellBack() {
    lifted = false;
    broken = true;
  }

  /**
   * The tier of the next turn; blocks while leave is waited for.
   *
   * @throws InterruptedException if the subtask was cancelled
   */
  Tier tier(String from, Duration left) throws InterruptedException {
    if (lifted && (good >= GOOD || calls >= most || !goesOn(left))) {
      lifted = false;
      calm();
    } else if (!lifted && !broken && calls < most) {
      var signal = signal();
      lifted = signal.isPresent() && wish(signal.get(), from, left);
    }
    calls += lifted ? 1 : 0;
    return lifted ? Tier.FRONTIER : Tier.LOCAL;
  }

  /** Whether the stronger model's first turn is about to come. */
  Optional<String> handOver() {
    return lifted && good == 0 && stuck == 0 && failed == 0 && !all.isEmpty()
        ? Optional.of(all.getLast().reason())
        : Optional.empty();
  }

  List<Escalation> all() {
    return List.copyOf(all);
  }

  private boolean goesOn(Duration left) throws InterruptedException {
    return leave.ask(all.getLast().reason(), left.dividedBy(SHARE)) instanceof Leave.Permit.Given;
  }

  private Optional<Signal> signal() {
    var signal =
        checkAsks
            ? Signal.CHECK
            : failed >= STUCK ? Signal.PROOF : stuck >= STUCK ? Signal.STUCK : null;
    return Optional.ofNullable(signal).filter(one -> !withheld.contains(one));
  }

  private boolean wish(Signal signal, String from, Duration left) throws InterruptedException {
    var permit = leave.ask(signal.words, left.dividedBy(SHARE));
    checkAsks = false;
    var escalation =
        switch (permit) {
          case Leave.Permit.Given _ ->
              new Escalation(from, names.frontier().orElse(""), signal.words, "permitted");
          case Leave.Permit.Withheld(var reason) -> new Escalation(from, "", signal.words, reason);
        };
    all.add(escalation);
    events.accept(escalation);
    if (!escalation.permitted()) {
      withheld.add(signal);
      return false;
    }
    calm();
    return true;
  }

  private void calm() {
    stuck = 0;
    failed = 0;
    good = 0;
  }
}
