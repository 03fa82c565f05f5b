package dev.swarm.agent.router;

import dev.swarm.protocol.ModelShare;
import dev.swarm.router.Answer;
import dev.swarm.router.Served;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.chat.Toolset;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks models what a dialogue holds: made to fit first, never longer than the subtask has left, and
 * counted. Used by one thread; blocks.
 */
final class Conversing {
  private static final Duration KEPT = Duration.ofSeconds(2);

  private final Seat seat;
  private final Asking asking;
  private final Window window;
  private final Spending spending = new Spending();
  private final Instant deadline;
  private Duration longest = Duration.ZERO;
  private String name;

  /** For one subtask, whose time begins now. */
  Conversing(Seat seat) {
    this.seat = seat;
    this.asking =
        new Asking(
            seat.model(), seat.subtask().id(), seat.bounds().reply(), seat.clock(), seat.events());
    this.window = new Window(seat.bounds(), seat.prompt().toolChars());
    this.deadline = seat.began().plus(seat.subtask().budget().time());
    this.name = seat.names().local();
  }

  /** The model that replied last; before, the one that will be asked. */
  String name() {
    return name;
  }

  List<ModelShare> shares() {
    return spending.shares();
  }

  /** What is left of the subtask's time; nothing at the least. */
  Duration left() {
    var left = Duration.between(seat.clock().instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What a model may take: some time is kept back for proof. */
  private Duration patience() {
    long left = left().toMillis();
    return Duration.ofMillis(left - Math.min(left / 10, KEPT.toMillis()));
  }

  /** Whether the tokens left are enough for so many more turns. */
  boolean affords(int turns, Dialogue dialogue) {
    long need = window.tokens(dialogue) + seat.bounds().reply();
    return spending.tokens() + turns * need <= seat.subtask().budget().tokens();
  }

  /** Whether there is time for so many more turns, the slowest so far. */
  boolean hasTime(int turns) {
    return left().toMillis() >= turns * longest.toMillis();
  }

  /**
   * Asks with the area's tools; shortens and asks once more where it did not fit.
   *
   * @param gist what stands for rounds that are left out
   * @throws InterruptedException if the subtask was cancelled
   */
  Answer ask(Dialogue dialogue, Tier tier, Supplier<String> gist) throws InterruptedException {
    if (!window.fit(dialogue, gist)) {
      settle(tier, Usage.UNKNOWN, BigDecimal.ZERO);
      return new Answer.Failed(tooSmall());
    }
    int chars = window.chars(dialogue);
    var answer = once(dialogue, seat.prompt().tools(), tier);
    if (answer instanceof Answer.Replied(var reply, _)) {
      window.counted(chars, reply.usage());
    }
    boolean over =
        tier == Tier.LOCAL
            && answer instanceof Answer.Failed(var trouble)
            && trouble.kind() == Trouble.Kind.OVERFLOW;
    return over && window.refused(dialogue, gist)
        ? once(dialogue, seat.prompt().tools(), tier)
        : answer;
  }

  /** Asks for plain words, without tools. */
  Answer plainly(Dialogue dialogue) throws InterruptedException {
    return once(dialogue, Toolset.NONE, Tier.LOCAL);
  }

  private Trouble tooSmall() {
    return Trouble.of(
        Trouble.Kind.OVERFLOW,
        "",
        "a context of "
            + window.context()
            + " tokens is too small for this area; give the server more, or name another model");
  }

  private Answer once(Dialogue dialogue, Toolset tools, Tier tier) throws InterruptedException {
    var usage = Usage.UNKNOWN;
    var cost = BigDecimal.ZERO;
    try {
      var begin = seat.clock().instant();
      var answer = asking.ask(dialogue.messages(), tools, tier, asked(tier), patience());
      var took = Duration.between(begin, seat.clock().instant());
      longest = took.compareTo(longest) > 0 ? took : longest;
      if (answer instanceof Answer.Replied(var reply, var served)) {
        usage = reply.usage();
        cost = served.cost();
        replied(served, usage, window.tokens(dialogue));
      }
      return answer;
    } finally {
      settle(tier, usage, cost);
    }
  }

  private void replied(Served served, Usage usage, long estimate) {
    name = served.model();
    spending.replied(served, usage, estimate);
  }

  private String asked(Tier tier) {
    return tier == Tier.FRONTIER ? seat.names().frontier().orElse(name) : seat.names().local();
  }

  /** What was permitted is settled, whatever became of it. */
  private void settle(Tier tier, Usage usage, BigDecimal cost) {
    if (tier == Tier.FRONTIER) {
      seat.leave().spent(usage, cost);
    }
  }
}
