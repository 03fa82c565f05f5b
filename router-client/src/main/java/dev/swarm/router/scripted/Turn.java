package dev.swarm.router.scripted;

import dev.swarm.router.chat.Reply.Ending;
import dev.swarm.router.chat.Reply.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a brain says next.
 *
 * @param tokens as the server shall count them; empty lets it estimate
 * @param pause how long it thinks before; empty leaves that to the router
 */
public record Turn(
    String text,
    List<Wish> calls,
    Ending ending,
    Optional<String> reasoning,
    Optional<Usage> tokens,
    Optional<Duration> pause) {
  public Turn {
    calls = List.copyOf(calls);
  }

  /**
   * A call that the model wants.
   *
   * @param arguments the text of a JSON object, or whatever a model writes in its place
   */
  public record Wish(String tool, String arguments) {}

  /** Prose. */
  public static Turn says(String text) {
    return new Turn(
        text, List.of(), Ending.STOPPED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Calls, and nothing else. */
  public static Turn wants(Wish... calls) {
    return wants(List.of(calls));
  }

  /** Calls, and nothing else. */
  public static Turn wants(List<Wish> calls) {
    return new Turn("", calls, Ending.CALLED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, with this thinking before it. */
  public Turn thinking(String thoughts) {
    return new Turn(text, calls, ending, Optional.of(thoughts), tokens, pause);
  }

  /** The same, with these words before the calls. */
  public Turn saying(String words) {
    return new Turn(words, calls, ending, reasoning, tokens, pause);
  }

  /** The same after so long, whatever the router's own pace. */
  public Turn after(Duration time) {
    return new Turn(text, calls, ending, reasoning, tokens, Optional.of(time));
  }
}
