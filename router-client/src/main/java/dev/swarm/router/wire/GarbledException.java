package dev.swarm.router.wire;

import dev.swarm.router.Trouble.Kind;
import java.io.IOException;

/** A server sent what is no reply; ends in a trouble of its kind, never leaves this package. */
final class GarbledException extends IOException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  GarbledException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
