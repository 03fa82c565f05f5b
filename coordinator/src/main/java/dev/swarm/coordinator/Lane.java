package dev.swarm.coordinator;

import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node's share of a run: what waits, what it has in hand, and whether it may be asked. Owned by
 * the run's context.
 */
final class Lane {
  private final String node;
  private final Deque<Subtask> waiting = new ArrayDeque<>();
  private final Map<SubtaskId, Subtask> inHand = new LinkedHashMap<>();
  private Optional<NodeHello> hello = Optional.empty();
  private int pauses;
  private boolean closed;
  private int silences;

  Lane(String node, List<Subtask> subtasks) {
    this.node = node;
    waiting.addAll(subtasks);
  }

  String node() {
    return node;
  }

  Optional<NodeHello> hello() {
    return hello;
  }

  void joined(NodeHello newcomer) {
    hello = Optional.of(newcomer);
    silences = 0;
  }

  /** Why nothing can be offered to this node, in words; empty if it can. */
  static Optional<String> unfit(NodeHello hello) {
    if (hello.protocolVersion() != Wire.VERSION) {
      return Optional.of(
          "could not work with %s: it speaks protocol %d (swarm %s), this coordinator speaks %d: run the same version on both"
              .formatted(hello.node(), hello.protocolVersion(), hello.version(), Wire.VERSION));
    }
    return hello.capacity() < 1
        ? Optional.of(hello.node() + " takes no subtasks: its capacity is " + hello.capacity())
        : Optional.empty();
  }

  boolean hasRoom() {
    int capacity = hello.map(NodeHello::capacity).orElse(0);
    return !closed && !paused() && !waiting.isEmpty() && inHand.size() < capacity;
  }

  /** The next subtask to offer; it is in hand from now on. */
  Subtask take() {
    var subtask = waiting.removeFirst();
    inHand.put(subtask.id(), subtask);
    return subtask;
  }

  /** Puts a subtask back to where it was, first in line. */
  void putBack(Subtask subtask) {
    release(subtask.id());
    waiting.addFirst(subtask);
  }

  void release(SubtaskId subtask) {
    var _ = inHand.remove(subtask);
    var _ = waiting.removeIf(other -> other.id().equals(subtask));
  }

  /** Nothing is offered until every pause has its resumption. */
  void pause() {
    pauses++;
  }

  void resume() {
    pauses--;
  }

  boolean paused() {
    return pauses > 0;
  }

  /** Nothing is offered any more. */
  void close() {
    closed = true;
  }

  /** Counts one more offer without an answer, and says how many in a row that makes. */
  int silent() {
    silences++;
    return silences;
  }

  void heard() {
    silences = 0;
  }

  int inFlight() {
    return inHand.size();
  }

  List<Subtask> waiting() {
    return List.copyOf(waiting);
  }

  List<Subtask> inHand() {
    return List.copyOf(inHand.values());
  }
}
