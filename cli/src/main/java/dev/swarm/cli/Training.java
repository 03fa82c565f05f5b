package dev.swarm.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the launcher runs once after a build, so that java remembers what starting takes: an audit
 * of this machine, and one of a fleet of one agent on loopback. For the agent alone it is only the
 * latter, and the launcher gives the command, so that nothing of commands is remembered. Changes
 * nothing on the machine.
 */
final class Training {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int FIRST_FAILURE = 4;
  private static final String AGENT = "agent";

  private Training() {}

  /**
   * Trains, and ends with 0 if the local audit, or the agent's, did what it should.
   *
   * @param args options of the audit, such as a router's; or {@code agent} and a file: there it
   *     leaves the options that reach its agent, one a line, and waits for SIGTERM
   */
  public static void main(String[] args) {
    var silent = new PrintStream(OutputStream.nullOutputStream());
    var here = new Surroundings(System.getenv(), silent, silent);
    endAfter(LONGEST);
    boolean alone = args.length > 0 && args[0].equals(AGENT);
    int code = alone ? agent(here, Path.of(args[1])) : all(here, args);
    System.exit(code < FIRST_FAILURE ? 0 : 1);
  }

  private static int all(Surroundings here, String[] options) {
    int code = Main.run(here, line(Arrays.asList(options), "audit", "--local", "--output", "text"));
    if (code < FIRST_FAILURE) {
      TrainingFleet.audited(
          here,
          reached -> {
            int _ = Main.run(here, line(reached, "audit", "--areas", "load-and-memory"));
          });
    }
    return code;
  }

  private static int agent(Surroundings here, Path reach) {
    // the command line of an agent, as far as it goes without a key
    int _ = Main.run(here, new String[] {AGENT, "--key", "/nonexistent"});
    var over = new CountDownLatch(1);
    try (var _ = Interruption.of(here, over::countDown)) {
      TrainingFleet.audited(
          here,
          reached -> {
            var ready = reach.resolveSibling(reach.getFileName() + ".new");
            Files.write(ready, reached);
            var _ = Files.move(ready, reach);
            over.await();
          });
    }
    return over.getCount() == 0 ? 0 : FIRST_FAILURE;
  }

  /** Whatever hangs, the build goes on with what was trained until then. */
  private static void endAfter(Duration time) {
    var never = new CountDownLatch(1);
    var _ =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                boolean _ = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
                System.exit(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static String[] line(List<String> more, String... words) {
    var line = new ArrayList<>(Arrays.asList(words));
    line.addAll(more);
    return line.toArray(String[]::new);
  }
}
