package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import java.util.List;

/**
 * The repair of a conversation before each send, so that nothing that a model, a crash or a
 * compaction left in it can wedge a run.
 *
 * <p>Afterwards: each call is answered by exactly one result directly behind it; ids are nine
 * characters and unique; arguments are JSON objects; instructions come first or not at all; nothing
 * is empty, nobody but a tool speaks twice in a row. No text of a result is lost that has a call.
 *
 * <p>Doing it twice changes nothing. A conversation that ends where the model is to speak begins
 * every longer one, once both are mended, if what follows begins with what the model said: a
 * server's prefix cache depends on it ({@link Profile.Replay#TOOL_TURNS} takes the reasoning of
 * former turns away, by its nature). Any thread.
 */
final class History {
  private History() {}

  static List<ChatMessage> mended(List<ChatMessage> messages, Profile profile) {
    return Replayed.of(
        Turns.of(Pairing.of(messages, profile.parallelCalls()), profile), profile.replay());
  }
}
