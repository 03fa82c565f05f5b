package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.protocol.Thinking;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One mind, and when it concludes another, in the same investigation. The first does what has to be
 * done; the second comes on top. Used by one thread.
 */
final class Relay implements Mind {
  private final Mind first;
  private final Supplier<Mind> relief;
  private Optional<Mind> second = Optional.empty();
  private boolean handedOver;

  /** First {@code first}, then {@code relief}, which is called for when it is needed. */
  Relay(Mind first, Supplier<Mind> relief) {
    this.first = first;
    this.relief = relief;
  }

  private Mind second() {
    var mind = second.orElseGet(relief);
    second = Optional.of(mind);
    return mind;
  }

  @Override
  public String name() {
    return handedOver ? second().name() : first.name();
  }

  @Override
  public boolean onTop() {
    return handedOver;
  }

  @Override
  public Optional<Thinking> thinking() {
    return second.map(Mind::thinking).orElse(Optional.of(Thinking.NONE));
  }

  @Override
  public Move next(Conversation conversation) {
    if (handedOver) {
      return second().next(conversation);
    }
    var move = first.next(conversation);
    if (move instanceof Move.Conclusion) {
      handedOver = true;
      return second().next(conversation);
    }
    return move;
  }
}
