package dev.swarm.tools.process;

import dev.swarm.tools.host.Failure;
import java.io.IOException;

/** What the JDK says when exec(2) fails: “error=N, …” with the errno. */
final class StartFailure {
  private StartFailure() {}

  static Failure of(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("error=2,")) {
      return Failure.ABSENT;
    }
    return message.contains("error=13,") || message.contains("error=1,")
        ? Failure.DENIED
        : Failure.BROKEN;
  }
}
