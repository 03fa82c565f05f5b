package dev.swarm.loadtest.net;

import dev.swarm.loadtest.process.SystemProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program {@code ip} of iproute2. */
final class Ip {
  private Ip() {}

  /**
   * Runs it; blocks.
   *
   * @return what it printed
   * @throws IOException if it cannot be run or refuses, with what it said
   */
  static String run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    return SystemProgram.run(command);
  }
}
