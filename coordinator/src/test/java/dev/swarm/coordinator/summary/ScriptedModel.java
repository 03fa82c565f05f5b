package dev.swarm.coordinator.summary;

import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Served;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that says what it was told to, and remembers what it was asked. */
final class ScriptedModel implements Model {
  private final Answer answer;
  private final List<ChatRequest> asked = new ArrayList<>();

  private ScriptedModel(Answer answer) {
    this.answer = answer;
  }

  static ScriptedModel saying(String... lines) {
    var said = new ChatMessage.Assistant(String.join("\n", lines), List.of(), Optional.empty());
    var reply =
        new Reply(said, List.of(), Reply.Ending.STOPPED, Reply.Usage.UNKNOWN, "", List.of());
    var served =
        new Served("a", "qwen3:8b", Tier.LOCAL, 1, Duration.ZERO, Duration.ZERO, BigDecimal.ZERO);
    return new ScriptedModel(new Answer.Replied(reply, served));
  }

  static ScriptedModel away() {
    return new ScriptedModel(
        new Answer.Failed(Trouble.of(Trouble.Kind.UNREACHABLE, "a", "connection refused")));
  }

  @Override
  public Answer ask(ChatRequest request, Errand errand) {
    asked.add(request);
    return answer;
  }

  List<ChatRequest> asked() {
    return List.copyOf(asked);
  }
}
