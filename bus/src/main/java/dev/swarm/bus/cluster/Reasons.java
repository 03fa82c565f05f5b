package dev.swarm.bus.cluster;

/** What the libraries' failures say, at their root. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
