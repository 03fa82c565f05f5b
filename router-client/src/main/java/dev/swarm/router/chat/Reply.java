package dev.swarm.router.chat;

import java.util.List;

/**
 * What a model said, whole and checked.
 *
 * @param message as it goes into the history
 * @param calls the calls of {@code message}, in its order, each usable or not
 * @param usage as the server counts
 * @param model as the server calls it; empty where it does not say
 * @param remarks what of the reply had to be mended, for the log; from a fixed set of sentences
 */
public record Reply(
    ChatMessage.Assistant message,
    List<Called> calls,
    Ending ending,
    Usage usage,
    String model,
    List<String> remarks) {
  public Reply {
    calls = List.copyOf(calls);
    remarks = List.copyOf(remarks);
  }

  /** A call that the model made. */
  public sealed interface Called {
    String id();

    String tool();

    /** A known tool, with arguments that its schema allows. */
    record Usable(String id, String tool, Arguments arguments) implements Called {}

    /** It must not be run; {@code reason} is the result to give the model, raw text included. */
    record Unusable(String id, String tool, String reason) implements Called {}
  }

  /** Why the model stopped; decided by what came, not by what the server calls it. */
  public enum Ending {
    /** It said what it wanted to say. */
    STOPPED,
    /** It wants calls run. */
    CALLED,
    /** It ran into the limit of tokens: nothing of it may be run. */
    CUT_OFF,
    /** The server withheld it. */
    FILTERED,
    /** Nothing: no text, no call. */
    EMPTY
  }

  /**
   * Tokens, as the server reports them; zeros where it does not.
   *
   * @param cached of the prompt, those that the server had in its cache
   */
  public record Usage(long prompt, long completion, long cached) {
    public static final Usage UNKNOWN = new Usage(0, 0, 0);

    /** Whether the server said anything. */
    public boolean known() {
      return prompt > 0 || completion > 0;
    }
  }
}
