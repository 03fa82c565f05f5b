package dev.swarm.router.chat;

import java.util.List;
import java.util.Optional;

/** One message of a conversation with a model. */
public sealed interface ChatMessage {

  /** What the model is told before all else; at most one, first. */
  record Instructions(String text) implements ChatMessage {}

  /** What it is told by us. */
  record User(String text) implements ChatMessage {}

  /**
   * What it said.
   *
   * @param text for people; may be empty
   * @param calls what it wants run, in its order
   * @param reasoning its thinking, where the server shows it: opaque, sent back or not as the
   *     endpoint wants it
   */
  record Assistant(String text, List<Call> calls, Optional<String> reasoning)
      implements ChatMessage {
    public Assistant {
      calls = List.copyOf(calls);
    }
  }

  /** What a call gave; {@code call} is its id. */
  record Result(String call, String text) implements ChatMessage {}

  /**
   * A tool call as it stands in the history: always something that every server reads.
   *
   * @param id unique in the conversation, nine of {@code [a-zA-Z0-9]} (Mistral takes no other)
   * @param arguments the text of a JSON object; {@code "{}"} where the model wrote none that parses
   */
  record Call(String id, String tool, String arguments) {}
}
