package dev.swarm.agent.router;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Toolset;
import dev.swarm.tools.text.Sanitizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks a model for one subtask, each time as two events. Used by one thread; blocks. */
final class Asking {
  private static final Sanitizer SANITIZER = new Sanitizer();
  private static final int LONGEST = 4000;

  private final Model model;
  private final SubtaskId subtask;
  private final int maxTokens;
  private final InstantSource clock;
  private final Consumer<Event> events;
  private int turn;

  Asking(
      Model model, SubtaskId subtask, int maxTokens, InstantSource clock, Consumer<Event> events) {
    this.model = model;
    this.subtask = subtask;
    this.maxTokens = maxTokens;
    this.clock = clock;
    this.events = events;
  }

  /** Text of a model, as it may be stored and shown. */
  static String safe(String words) {
    var cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    return SANITIZER.clean(cut).value();
  }

  /**
   * One request and its answer.
   *
   * @param name of the model, as far as it is known before
   * @throws InterruptedException if the subtask was cancelled
   */
  Answer ask(List<ChatMessage> messages, Toolset tools, Tier tier, String name, Duration patience)
      throws InterruptedException {
    turn++;
    events.accept(new Event.ModelAsked(subtask, turn, name));
    var request =
        new ChatRequest(
            messages,
            tools,
            tools.isEmpty() ? ChatRequest.Choice.NONE : ChatRequest.Choice.AUTO,
            maxTokens);
    var begin = clock.instant();
    var answer = model.ask(request, new Errand(subtask.value(), tier, patience));
    var took = Duration.between(begin, clock.instant());
    events.accept(
        switch (answer) {
          case Answer.Replied replied -> replied(replied);
          case Answer.Failed(var trouble) -> failed(name, trouble, took);
        });
    return answer;
  }

  private Event replied(Answer.Replied replied) {
    var reply = replied.reply();
    var served = replied.served();
    return new Event.ModelReplied(
        subtask,
        turn,
        served.model(),
        served.endpoint(),
        reply.usage().prompt(),
        reply.usage().completion(),
        reply.usage().cached(),
        served.waited(),
        served.took(),
        safe(reply.message().text()),
        reply.calls().stream().map(Asking::words).toList(),
        "");
  }

  private static String words(Reply.Called called) {
    return switch (called) {
      case Reply.Called.Usable(_, var tool, var arguments) -> safe(tool + " " + arguments);
      case Reply.Called.Unusable(_, var tool, var reason) -> safe(tool + ": " + reason);
    };
  }

  private Event failed(String name, Trouble trouble, Duration took) {
    return new Event.ModelReplied(
        subtask,
        turn,
        name,
        trouble.endpoint(),
        0,
        0,
        0,
        took.isNegative() ? Duration.ZERO : took,
        Duration.ZERO,
        "",
        List.of(),
        reason(trouble));
  }

  /** What went wrong, for people. */
  static String reason(Trouble trouble) {
    var where = trouble.endpoint().isEmpty() ? "" : trouble.endpoint() + ": ";
    return safe(where + trouble.kind().id() + ": " + trouble.detail())
        .lines()
        .collect(Collectors.joining(" "));
  }
}
