package dev.swarm.router.wire;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How one endpoint wants to be spoken to. What an operator does not say is the form that most
 * servers take, and is learned from what a server refuses.
 *
 * @param streaming whether replies come in pieces; pieces let a dead server be told from a slow one
 * @param replay which reasoning goes back to the server
 * @param textCalls whether calls that a model wrote as text are recovered, where they are nothing
 *     but calls
 * @param foldInstructions put the instructions into the first user message (templates without a
 *     system role)
 * @param alternate never a user's message right after a tool's result (templates that want strict
 *     turns)
 * @param nullText send {@code null} instead of an empty text beside calls
 * @param limitField the name of the limit of tokens
 * @param cacheKey send {@code prompt_cache_key}
 * @param parallelCalls let the model ask for several calls at once
 * @param temperature of the sampling; empty leaves it to the server
 */
public record Profile(
    Streaming streaming,
    Replay replay,
    boolean textCalls,
    boolean foldInstructions,
    boolean alternate,
    boolean nullText,
    LimitField limitField,
    boolean cacheKey,
    boolean parallelCalls,
    OptionalDouble temperature) {

  /** For servers of which nothing is known. */
  public static final Profile STANDARD =
      new Profile(
          Streaming.AUTO,
          Replay.NONE,
          true,
          false,
          false,
          false,
          LimitField.MAX_TOKENS,
          false,
          true,
          OptionalDouble.empty());

  /** Whether a reply comes in pieces. */
  public enum Streaming {
    /** In pieces, until the server shows that it cannot. */
    AUTO,
    ON,
    OFF;

    /** The name in YAML. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which reasoning goes back: servers that want it and servers that refuse it both exist. */
  public enum Replay {
    NONE,
    /** That of turns with calls, since the last user's message. */
    TOOL_TURNS,
    ALL;

    /** The name in YAML. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What the limit of tokens is called. */
  public enum LimitField {
    MAX_TOKENS("max_tokens"),
    MAX_COMPLETION_TOKENS("max_completion_tokens");

    private final String key;

    LimitField(String key) {
      this.key = key;
    }

    /** The key in the request. */
    public String key() {
      return key;
    }
  }
}
