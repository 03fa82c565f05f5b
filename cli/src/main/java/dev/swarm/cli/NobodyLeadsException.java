package dev.swarm.cli;

/** No coordinator that stays is heard. */
final class NobodyLeadsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NobodyLeadsException() {
    super(
        "no coordinator that stays is heard: start one with swarm serve, or leave --via-serve out");
  }
}
