package dev.swarm.coordinator;

/**
 * How many subtasks a run may have under way at once, over the whole fleet; may change while runs
 * go on. Owned by the desk.
 */
final class Room {
  private int most;

  Room(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  void most(int subtasks) {
    most = subtasks;
  }
}
