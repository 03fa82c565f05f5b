package dev.swarm.router.scripted;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.Toolset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A request for a chat completion, as typed records. Parts of a text are joined; what is no text is
 * left out.
 *
 * @param messages the whole conversation; an id that was not sent is empty
 * @param limit of tokens, whatever its field is called
 * @param usage whether a streamed reply ends in its usage
 * @param bytes of the request's body
 */
public record Asked(
    String model,
    List<ChatMessage> messages,
    Toolset tools,
    ToolChoice choice,
    boolean parallel,
    OptionalInt limit,
    OptionalDouble temperature,
    OptionalLong seed,
    boolean stream,
    boolean usage,
    Origin origin,
    int bytes) {
  public Asked {
    messages = List.copyOf(messages);
  }

  /** What the client says about calling tools. */
  public sealed interface ToolChoice {
    /** As the model likes. */
    record Auto() implements ToolChoice {}

    /** No call. */
    record None() implements ToolChoice {}

    /** At least one call. */
    record Required() implements ToolChoice {}

    /** A call of this tool. */
    record Named(String tool) implements ToolChoice {}
  }

  /**
   * Who asks, from the headers.
   *
   * @param session {@code x-session-id} or Olla's {@code x-olla-session-id}
   * @param request {@code x-request-id}
   * @param fault {@code x-scripted-fault}: names of deviations and faults, by commas
   */
  public record Origin(
      Optional<String> agent,
      Optional<String> session,
      Optional<String> request,
      Optional<String> fault) {
    public static final Origin UNKNOWN =
        new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The instructions, or nothing. */
  public String instructions() {
    for (var message : messages) {
      if (message instanceof ChatMessage.Instructions instructions) {
        return instructions.text();
      }
    }
    return "";
  }

  /** The first message of the user: it tells one conversation from another. */
  public String opening() {
    for (var message : messages) {
      if (message instanceof ChatMessage.User user) {
        return user.text();
      }
    }
    return "";
  }

  /** The same for all requests of one conversation, as long as its beginning stays. */
  public Seed conversation() {
    return Seed.of(instructions()).with(opening());
  }

  /** Texts of the results so far, oldest first. */
  public List<ChatMessage.Result> results() {
    return messages.stream()
        .filter(ChatMessage.Result.class::isInstance)
        .map(ChatMessage.Result.class::cast)
        .toList();
  }

  /** What the model said so far, oldest first. */
  public List<ChatMessage.Assistant> replies() {
    return messages.stream()
        .filter(ChatMessage.Assistant.class::isInstance)
        .map(ChatMessage.Assistant.class::cast)
        .toList();
  }

  /**
   * How many turns the model has had. Told by the last call id of ours, which survives a compaction
   * of the history; where there is none, by counting.
   */
  public int step() {
    var replies = replies();
    for (int i = replies.size() - 1; i >= 0; i--) {
      for (var call : replies.get(i).calls()) {
        var step = CallIds.step(call.id());
        if (step.isPresent()) {
          return step.getAsInt() + replies.size() - i;
        }
      }
    }
    return replies.size();
  }
}
