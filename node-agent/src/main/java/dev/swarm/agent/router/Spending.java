package dev.swarm.agent.router;

import dev.swarm.protocol.ModelShare;
import dev.swarm.router.Served;
import dev.swarm.router.chat.Reply.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each model took so far, in the order in which they first replied. Used by one thread. */
final class Spending {
  private final Map<String, ModelShare> shares = new LinkedHashMap<>();
  private long tokens;

  /**
   * A reply came.
   *
   * @param estimate tokens of the prompt, for servers that do not count
   */
  void replied(Served served, Usage usage, long estimate) {
    tokens += usage.known() ? usage.prompt() + usage.completion() : estimate;
    var one =
        new ModelShare(
            served.model(),
            served.tier().id(),
            1,
            0,
            0,
            0,
            0,
            0,
            usage.prompt(),
            usage.completion(),
            usage.cached(),
            served.cost());
    shares.merge(served.model(), one, Spending::sum);
  }

  private static ModelShare sum(ModelShare old, ModelShare more) {
    return new ModelShare(
        old.model(),
        old.tier(),
        old.turns() + more.turns(),
        0,
        0,
        0,
        0,
        0,
        old.promptTokens() + more.promptTokens(),
        old.completionTokens() + more.completionTokens(),
        old.cachedTokens() + more.cachedTokens(),
        old.cost().add(more.cost()));
  }

  /** Tokens in all, as counted or estimated. */
  long tokens() {
    return tokens;
  }

  List<ModelShare> shares() {
    return List.copyOf(shares.values());
  }
}
