package dev.swarm.bus.cluster;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the libraries from writing to stderr, which is for people: what matters of it we find out
 * and say ourselves. Whoever looks for a fault of theirs gives java a {@code
 * java.util.logging.config.file}. Holds the loggers, for java forgets those that nobody holds.
 */
record Hush(List<Logger> loggers) {
  static Hush libraries() {
    System.setProperty("hazelcast.logging.type", "none");
    var loggers =
        Stream.of("com.hazelcast", "io.vertx", "io.netty").map(Logger::getLogger).toList();
    if (System.getProperty("java.util.logging.config.file") == null) {
      loggers.forEach(logger -> logger.setLevel(Level.OFF));
    }
    return new Hush(loggers);
  }
}
