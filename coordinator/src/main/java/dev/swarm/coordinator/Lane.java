package dev.swarm.coordinator;

import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One node's share of a run: what waits, what it has in hand, and whether it may be asked. Owned by
 * the desk.
 */
final class Lane {
  private final String node;
  private final Lengths lengths;
  private final List<Subtask> waiting = new ArrayList<>();
  private final Map<SubtaskId, Subtask> inHand = new LinkedHashMap<>();
  private final Map<SubtaskId, Integer> crashes = new HashMap<>();
  private final Set<SubtaskId> suspects = new HashSet<>();
  private Optional<NodeHello> hello = Optional.empty();
  private int capacity;
  private int pauses;
  private boolean closed;
  private boolean away;
  private boolean unsure;
  private int silences;

  Lane(String node, Lengths lengths) {
    this.node = node;
    this.lengths = lengths;
  }

  String node() {
    return node;
  }

  Optional<NodeHello> hello() {
    return hello;
  }

  /** Nobody here knows what the node has in hand: it has to say so when it joins. */
  void unsure() {
    unsure = true;
  }

  /** Takes the node's introduction; whether it has to say what it has in hand. */
  boolean joined(NodeHello newcomer) {
    boolean another =
        unsure
            || hello.filter(before -> !before.instance().equals(newcomer.instance())).isPresent();
    unsure = false;
    hello = Optional.of(newcomer);
    capacity = newcomer.capacity();
    silences = 0;
    return another;
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

  void capacity(int now) {
    capacity = now;
  }

  /** Lets it wait behind those that took as long or longer the last time. */
  void add(Subtask subtask) {
    var length = lengths.of(subtask);
    int place = waiting.size();
    while (place > 0 && lengths.of(waiting.get(place - 1)).compareTo(length) < 0) {
      place--;
    }
    waiting.add(place, subtask);
  }

  /** How long what is next in line took the last time; zero where nobody knows. */
  Duration length() {
    return waiting.isEmpty() ? Duration.ZERO : lengths.of(waiting.getFirst());
  }

  boolean hasRoom() {
    boolean free = suspects.isEmpty() ? inHand.size() < capacity : inHand.isEmpty() && capacity > 0;
    return free && !closed && !away && pauses == 0 && hello.isPresent() && !waiting.isEmpty();
  }

  /**
   * The next subtasks to offer, in hand from now on. One that was in hand when the node died goes
   * alone, so that it takes no other with it if it was the reason.
   */
  List<Subtask> take(int most) {
    var share = new ArrayList<Subtask>();
    while (share.size() < most && hasRoom()) {
      var subtask = suspects.isEmpty() ? waiting.removeFirst() : suspect();
      inHand.put(subtask.id(), subtask);
      share.add(subtask);
    }
    return share;
  }

  private Subtask suspect() {
    var next = waiting.stream().filter(subtask -> suspects.contains(subtask.id())).findFirst();
    var subtask = next.orElseGet(waiting::getFirst);
    var _ = waiting.remove(subtask);
    return subtask;
  }

  /** Puts a subtask back to where it was, first in line. */
  void putBack(Subtask subtask) {
    var _ = inHand.remove(subtask.id());
    var _ = waiting.removeIf(other -> other.id().equals(subtask.id()));
    waiting.addFirst(subtask);
  }

  /** What waited turns out to be in the node's hand. */
  void holds(Subtask subtask) {
    var _ = waiting.removeIf(other -> other.id().equals(subtask.id()));
    inHand.put(subtask.id(), subtask);
  }

  void release(SubtaskId subtask) {
    var _ = inHand.remove(subtask);
    var _ = suspects.remove(subtask);
    var _ = waiting.removeIf(other -> other.id().equals(subtask));
  }

  /** The node died while it had {@code subtask} in hand; how often it did so by now. */
  int crashed(SubtaskId subtask) {
    suspects.add(subtask);
    return crashes.merge(subtask, 1, Integer::sum);
  }

  /** Nothing is offered until every pause has its resumption. */
  void pause() {
    pauses++;
  }

  void resume() {
    pauses--;
  }

  boolean isAway() {
    return away;
  }

  /** Nothing is offered while the node does not answer. */
  void away(boolean now) {
    away = now;
  }

  /** Nothing is offered any more. */
  void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /** How many times in a row offers had no answer. */
  int silences() {
    return silences;
  }

  /**
   * An offer had no answer that was made after so many silences; says how many in a row that makes.
   * Offers that were under way at the same time are silenced together, and count once.
   */
  int silent(int before) {
    silences += before == silences ? 1 : 0;
    return silences;
  }

  void heard() {
    silences = 0;
  }

  List<Subtask> waiting() {
    return List.copyOf(waiting);
  }

  Collection<Subtask> inHand() {
    return List.copyOf(inHand.values());
  }

  /** Everything that is not ended. */
  List<Subtask> open() {
    var open = new ArrayList<>(inHand.values());
    open.addAll(waiting);
    return open;
  }
}
