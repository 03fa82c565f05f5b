package dev.swarm.coordinator;

/** What a run still waits for beside its outcomes, such as shares that are not planned yet. */
final class Holds {
  private final Runnable released;
  private int held;

  Holds(Runnable released) {
    this.released = released;
  }

  void take() {
    held++;
  }

  void release() {
    held--;
    released.run();
  }

  boolean any() {
    return held > 0;
  }
}
