package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Subtask;
import dev.swarm.router.Model;
import dev.swarm.tools.Toolbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** All that a model's mind works a subtask with. */
record Seat(
    Model model,
    Names names,
    Bounds bounds,
    Leave leave,
    Prompt prompt,
    Toolbox toolbox,
    Subtask subtask,
    Optional<String> question,
    InstantSource clock,
    Instant began,
    Consumer<Event> events) {

  String opening(Conversation conversation) {
    return new Opening(conversation, toolbox.facts(), toolbox.host().platform(), question).text();
  }

  void escalated(Escalation escalation) {
    events.accept(new Event.Escalated(subtask.id(), escalation));
  }
}
