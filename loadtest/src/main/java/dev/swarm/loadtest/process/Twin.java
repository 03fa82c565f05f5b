package dev.swarm.loadtest.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** This very process once more, elsewhere: same Java, same options, same streams. */
public final class Twin implements AutoCloseable {
  private final Process process;

  private Twin(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param place what its command line becomes there
   * @param environment beside this process's own
   */
  public static Twin start(
      Class<?> main,
      List<String> arguments,
      UnaryOperator<List<String>> place,
      Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(place.apply(Java.again(main, arguments))).inheritIO();
    builder.environment().putAll(environment);
    return new Twin(builder.start());
  }

  /** Asks it to end, as SIGTERM does. */
  public void end() {
    process.destroy();
  }

  /** Its exit code; blocks. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends it if it has not ended; blocks until it is gone. */
  @Override
  public void close() {
    try {
      var _ = process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
