package dev.swarm.cli;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Schema;
import dev.swarm.router.chat.ToolSpec;
import dev.swarm.router.chat.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries a model with what an audit needs of it: a first token, and a round of a real tool call. Its
 * requests go the way of an audit's, so that what works here works there.
 */
final class RouterTrial {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TOKENS = 512;
  private static final String TOOL = "read_sensor";
  private static final String VALUE = "4711";
  private static final Toolset TOOLS =
      new Toolset(
          List.of(
              new ToolSpec(
                  TOOL,
                  "Reads a sensor and prints its value.",
                  Schema.object().text("name", "door").required(List.of("name")).build())));
  private static final List<ChatMessage> OPENING =
      List.of(
          new ChatMessage.Instructions("You read sensors with the tool. Never guess a value."),
          new ChatMessage.User("What does the sensor named door say? Call the tool."));

  private final Model model;
  private final Tier tier;

  RouterTrial(Model model, Tier tier) {
    this.model = model;
    this.tier = tier;
  }

  /** How it went. */
  sealed interface Result {

    /**
     * Tools work.
     *
     * @param first until the first token came
     * @param speed tokens in a second after it; empty where the router does not count
     */
    record Works(Duration first, Optional<Double> speed) implements Result {}

    /** It answers, but calls no tool as it should. */
    record Toolless(String instead) implements Result {}

    record Fails(Trouble trouble) implements Result {}
  }

  /**
   * Three requests, one after another; minutes on a slow machine.
   *
   * @throws InterruptedException if the caller was
   */
  Result run() throws InterruptedException {
    return switch (ask(OPENING, 1)) {
      case Answer.Failed(var trouble) -> new Result.Fails(trouble);
      case Answer.Replied first ->
          switch (ask(OPENING, TOKENS)) {
            case Answer.Failed(var trouble) -> new Result.Fails(trouble);
            case Answer.Replied called -> round(first, called);
          };
    };
  }

  private Result round(Answer.Replied first, Answer.Replied called) throws InterruptedException {
    var call =
        called.reply().calls().stream()
            .filter(Reply.Called.Usable.class::isInstance)
            .map(Reply.Called.Usable.class::cast)
            .findFirst();
    if (call.isEmpty()) {
      return new Result.Toolless(instead(called.reply()));
    }
    var messages = new ArrayList<>(OPENING);
    messages.add(called.reply().message());
    for (var one : called.reply().calls()) {
      messages.add(new ChatMessage.Result(one.id(), "The sensor door says " + VALUE + "."));
    }
    return switch (ask(messages, TOKENS)) {
      case Answer.Failed(var trouble) -> new Result.Fails(trouble);
      case Answer.Replied _ -> new Result.Works(first.served().took(), speed(first, called));
    };
  }

  private Answer ask(List<ChatMessage> messages, int tokens) throws InterruptedException {
    return model.ask(
        new ChatRequest(messages, TOOLS, Choice.AUTO, tokens),
        new Errand("doctor", tier, PATIENCE));
  }

  private static Optional<Double> speed(Answer.Replied first, Answer.Replied called) {
    long tokens = called.reply().usage().completion() - 1;
    var after = called.served().took().minus(first.served().took());
    return tokens > 0 && after.toMillis() > 0
        ? Optional.of(tokens * 1000.0 / after.toMillis())
        : Optional.empty();
  }

  private static String instead(Reply reply) {
    return switch (reply.ending()) {
      case STOPPED -> "it answers in words";
      case CALLED -> "it calls a tool that there is not, or with broken arguments";
      case CUT_OFF -> "it does not come to an end within " + TOKENS + " tokens";
      case FILTERED -> "the server withheld its answer";
      case EMPTY -> "its answer is empty";
    };
  }
}
