package dev.swarm.agent;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.RunId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders that a node has in hand, from taking to outcome. On the desk only. */
final class Hand {
  private final Map<Piece, Order> orders = new LinkedHashMap<>();

  int size() {
    return orders.size();
  }

  boolean isEmpty() {
    return orders.isEmpty();
  }

  boolean has(Piece piece) {
    return orders.containsKey(piece);
  }

  void take(Order order) {
    orders.put(Piece.of(order), order);
  }

  /** Whether it was there. */
  boolean drop(Piece piece) {
    return orders.remove(piece) != null;
  }

  List<Attempt> attempts() {
    return orders.values().stream().map(Order::attempt).toList();
  }

  List<Attempt> attempts(RunId run) {
    return of(run).stream().map(Piece::attempt).toList();
  }

  Collection<Piece> of(RunId run) {
    return orders.keySet().stream().filter(piece -> piece.run().equals(run)).toList();
  }
}
