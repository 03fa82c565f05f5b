package dev.swarm.agent.router;

/**
 * What a model's conversation may take.
 *
 * @param context tokens that fit into one conversation, reply included
 * @param reply tokens of one reply, reasoning included
 * @param result tokens of one tool's result, about
 * @param frontierCalls times that a subtask may ask the frontier tier, at most
 */
public record Bounds(int context, int reply, int result, int frontierCalls) {

  /** For small local models: a context of 8,192 tokens. */
  public static final Bounds STANDARD = new Bounds(8192, 1024, 600, 4);

  public Bounds {
    if (context < 1024 || reply < 64 || result < 64 || frontierCalls < 0) {
      throw new IllegalArgumentException(
          "a conversation has 1024 tokens, a reply and a result 64 each, at least");
    }
    reply = Math.min(reply, context / 4);
  }

  /**
   * The same with another context, as the server or the operator tells it; an eighth of it is for
   * the reply, since reasoning counts there.
   */
  public Bounds within(int tokens) {
    return new Bounds(tokens, Math.clamp(tokens / 8, 256, 8192), result, frontierCalls);
  }

  /** Tokens that the prompt may have. */
  int prompt() {
    return context - reply;
  }

  /** Characters that one result may have; rows of numbers have about three for a token. */
  int resultChars() {
    return result * 3;
  }
}
