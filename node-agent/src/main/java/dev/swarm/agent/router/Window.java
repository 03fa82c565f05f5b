package dev.swarm.agent.router;

import dev.swarm.router.chat.Reply.Usage;
import java.util.function.Supplier;

/**
 * Keeps a dialogue within a model's context, by what the server counts and by what it refuses. Used
 * by one thread.
 */
final class Window {
  /** What is come down to at once, so that not every turn cuts anew and loses the cache. */
  private static final double DOWN_TO = 0.7;

  private static final int LEAST = 512;

  private final Bounds bounds;
  private final int toolChars;
  private final Estimate estimate = new Estimate();
  private int context;

  /**
   * For one subtask.
   *
   * @param toolChars characters that the tools take in each request
   */
  Window(Bounds bounds, int toolChars) {
    this.bounds = bounds;
    this.toolChars = toolChars;
    this.context = bounds.context();
  }

  /** Tokens of the next request, about. */
  long tokens(Dialogue dialogue) {
    return estimate.of(chars(dialogue));
  }

  /** The context as it turned out to be. */
  int context() {
    return context;
  }

  /** Shortens what does not fit; tells whether it fits then. */
  boolean fit(Dialogue dialogue, Supplier<String> gist) {
    int room = Math.max(LEAST, context - bounds.reply());
    if (tokens(dialogue) > room) {
      var _ = dialogue.shorten(charsOf(room), gist);
    }
    return tokens(dialogue) <= context;
  }

  /** The server refused it as too long; tells whether it became shorter. */
  boolean refused(Dialogue dialogue, Supplier<String> gist) {
    int chars = chars(dialogue);
    long thought = estimate.of(chars);
    estimate.tooLow(chars, Math.min(thought, context));
    context = (int) Math.max(LEAST, Math.min(context, thought));
    return dialogue.shorten((int) (dialogue.chars() * DOWN_TO), gist);
  }

  /** The server counted a request; one that it cut without a word shows how much it takes. */
  void counted(int sentChars, Usage usage) {
    long prompt = usage.prompt();
    if (estimate.cut(sentChars, prompt) && estimate.cut(sentChars, prompt + usage.cached())) {
      context = (int) Math.max(LEAST, Math.min(context, prompt + bounds.reply()));
    } else {
      estimate.learn(sentChars, prompt);
    }
  }

  int chars(Dialogue dialogue) {
    return toolChars + dialogue.chars();
  }

  private int charsOf(int room) {
    return Math.max(0, estimate.chars((long) (room * DOWN_TO)) - toolChars);
  }
}
