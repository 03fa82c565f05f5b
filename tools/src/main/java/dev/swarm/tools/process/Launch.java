package dev.swarm.tools.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * What is to be started.
 *
 * @param argv the program first, by its absolute path
 * @param environment all of it
 * @param cap bytes to keep of each stream
 * @param started is told the pid as soon as there is one, before anybody else knows it
 * @param afterwards runs when the program has ended and nothing more can come from it, or when it
 *     could not be started
 */
record Launch(
    List<String> argv,
    Map<String, String> environment,
    Path workDirectory,
    int cap,
    LongConsumer started,
    Runnable afterwards) {

  Launch {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }
}
