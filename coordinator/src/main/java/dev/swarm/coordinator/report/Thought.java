package dev.swarm.coordinator.report;

import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Thinking;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is told of models in one subtask, as far as it can be true and has room.
 *
 * @param asked whether there is a model's part at all
 * @param leftOut escalations beyond those listed
 */
record Thought(
    boolean asked,
    List<ModelShare> shares,
    List<Escalation> escalations,
    int leftOut,
    Optional<String> lacking) {
  /** Escalations of a subtask that a report lists; a subtask has one or two. */
  static final int ESCALATIONS = 20;

  private static final long MOST_TURNS = 1_000_000;
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final int MOST_DIGITS = 30;

  static Thought of(Thinking told) {
    var sound = told.shares().stream().filter(Thought::sound).toList();
    var lacking = told.lacking();
    if (sound.size() < told.shares().size()) {
      lacking = Optional.of("the node's account of its models does not add up");
    }
    return new Thought(
        !told.equals(Thinking.NONE),
        sound,
        told.escalations().stream().limit(ESCALATIONS).map(Thought::shortened).toList(),
        Math.max(0, told.escalations().size() - ESCALATIONS),
        lacking.map(Shortened::of));
  }

  /** Counts below zero, or beyond what any subtask can have, would spoil the sums of all. */
  private static boolean sound(ModelShare share) {
    var counts =
        Stream.of(
            share.turns(),
            share.proven(),
            share.mended(),
            share.withdrawn(),
            share.refuted(),
            share.unproven());
    var tokens = Stream.of(share.promptTokens(), share.completionTokens(), share.cachedTokens());
    return counts.allMatch(count -> count >= 0 && count <= MOST_TURNS)
        && tokens.allMatch(count -> count >= 0 && count <= MOST_TOKENS)
        && share.cost().signum() >= 0
        && Math.abs(share.cost().scale()) <= MOST_DIGITS
        && share.cost().precision() <= MOST_DIGITS;
  }

  private static Escalation shortened(Escalation told) {
    return new Escalation(
        Shortened.of(told.from()),
        Shortened.of(told.to()),
        Shortened.of(told.reason()),
        Shortened.of(told.answer()));
  }
}
