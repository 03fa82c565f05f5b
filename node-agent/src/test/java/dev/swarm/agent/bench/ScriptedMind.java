package dev.swarm.agent.bench;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A mind that does what a test says, one move after the other, and then concludes. */
public final class ScriptedMind implements Mind {
  private final List<Function<Conversation, Move>> moves;
  private final List<Conversation> seen = new ArrayList<>();

  private ScriptedMind(List<Function<Conversation, Move>> moves) {
    this.moves = List.copyOf(moves);
  }

  /** A mind that makes these moves. */
  public static ScriptedMind of(Move... moves) {
    var all = new ArrayList<Function<Conversation, Move>>();
    for (var move : moves) {
      all.add(_ -> move);
    }
    return new ScriptedMind(all);
  }

  /** A mind that thinks. */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  public static ScriptedMind thinking(Function<Conversation, Move>... moves) {
    return new ScriptedMind(Arrays.asList(moves));
  }

  /** A mind that makes the same move for ever. */
  public static ScriptedMind always(Function<Conversation, Move> move) {
    return new ScriptedMind(Collections.nCopies(1000, move));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Move next(Conversation conversation) {
    seen.add(conversation);
    return seen.size() > moves.size()
        ? new Move.Conclusion("done")
        : moves.get(seen.size() - 1).apply(conversation);
  }

  /** The conversation as it was at each turn. */
  public List<Conversation> seen() {
    return List.copyOf(seen);
  }
}
